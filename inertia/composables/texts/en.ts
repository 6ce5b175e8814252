import locks from '../../../resources/lang/en/locks.json'
import messages from '../../../resources/lang/en/messages.json'
import prepare from '../../../resources/lang/en/prepare.json'
import questions from '../../../resources/lang/en/questions.json'
import timeline from '../../../resources/lang/en/timeline.json'
import ui from '../../../resources/lang/en/ui.json'

export default { ...ui, locks, messages, prepare, questions, timeline }
