import { claim, factName, valueName } from '#app/core/fact_words'
import { needChanges, questionsFor, type NeedChange, type Question } from '#app/core/questions'
import type { FactValue, Locale, ReleaseDocument } from '#app/core/release'
import { factsOf } from '#app/registrations/facts'
import type Registration from '#app/registrations/models/registration'
import { asLabel } from '#app/registrations/registration_view'
import type { Bilingual } from '#app/shared/wording'
import type { ReadDossier } from '#app/dossiers/read_dossier'

type Facts = Pick<Registration, 'answers' | 'facts' | 'category'>

/** The questions to a candidate, in words (inertia/types/dossier.ts). */
export function questionViews(registration: Facts, { release, core }: ReadDossier) {
  const registered = knownOf(registration, core)
  return questionsFor(release, registered, registration.answers).map((question) =>
    questionView(question, release)
  )
}

/** What other answers would change: the list is compared, nothing is written. */
export function answersPreview(
  registration: Facts,
  answers: Record<string, FactValue>,
  dossier: ReadDossier
) {
  const { release, core } = dossier
  const said = saying(registration, { ...registration.answers, ...answers })
  const approvedBeforeHere = wasApproved(core)
  const changes = needChanges(
    release,
    factsOf(registration, { approvedBeforeHere }),
    factsOf(said, { approvedBeforeHere })
  )
  const images = new Map(core.items.map((item) => [item.material, item.images.length]))
  const views = (fits: (change: NeedChange) => boolean) =>
    changes.filter(fits).map(({ material, to }) => ({
      code: material.code,
      name: { zh: material.zh, en: material.en },
      need: to,
      images: images.get(material.code) ?? 0,
    }))
  return {
    questions: questionViews(said, dossier),
    added: views(isAdded),
    dropped: views(isDropped),
    changed: views((change) => !isAdded(change) && !isDropped(change)),
  }
}

const isAdded = ({ from }: NeedChange) => from === 'not_asked'
const isDropped = ({ to }: NeedChange) => to === 'not_asked'

/** The same with other answers. Not by spreading: a model's columns are no properties of its own. */
function saying({ facts, category }: Facts, answers: Facts['answers']): Facts {
  return { facts, category, answers }
}

function knownOf(registration: Facts, core: ReadDossier['core']) {
  return factsOf(saying(registration, {}), { approvedBeforeHere: wasApproved(core) })
}

/** What carry-over made of the list when it was computed: the page asks for no history again. */
function wasApproved({ items }: ReadDossier['core']): boolean {
  return items.some(({ need }) => need === 'carried_over' || need === 'waived')
}

function questionView({ fact, answer }: Question, release: ReleaseDocument) {
  const isClaim = fact.type === 'bool'
  const values: readonly FactValue[] = isClaim ? [true, false] : (fact.values ?? [])
  const inWords = (word: (locale: Locale) => string): Bilingual => ({
    // The core words facts for sentences about him; here he is spoken to.
    zh: word('zh-CN').replace(/^为/, '您是'),
    en: asLabel(word('en')),
  })
  return {
    code: fact.code,
    text: inWords((locale) =>
      isClaim ? claim(fact.code, true, release, locale) : factName(fact.code, release, locale)
    ),
    choices: values.map((value) => ({
      value,
      text: inWords((locale) => valueName(fact.code, value, release, locale)),
    })),
    answer,
  }
}
