import locks from '../../../resources/lang/zh-CN/locks.json'
import messages from '../../../resources/lang/zh-CN/messages.json'
import prepare from '../../../resources/lang/zh-CN/prepare.json'
import questions from '../../../resources/lang/zh-CN/questions.json'
import timeline from '../../../resources/lang/zh-CN/timeline.json'
import ui from '../../../resources/lang/zh-CN/ui.json'

export default { ...ui, locks, messages, prepare, questions, timeline }
