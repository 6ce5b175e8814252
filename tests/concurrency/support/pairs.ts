import { isDeepStrictEqual } from 'node:util'
import type { By, Dossier, DossierEvent, MaterialNeed } from '#app/core/dossier'
import { isSatisfied, needsVerdict } from '#app/core/item_state'
import { MINUTE } from '#app/core/time'
import { clock } from '#app/shared/clock'
import { freshWalk } from '#tests/model/beginning'
import { countedIds } from '#tests/model/moves'
import { Real } from '#tests/model/real'
import { documentOf, stepOf, type Asked, type Release, type Walk } from '#tests/model/walk'
import { onSkewedClocks } from './clocks.js'
import { betweenReadAndWrite, meeting, type Protection } from './protection.js'

/** What a racer does, as atomic steps; between them others may come. */
type Step = { asked: Asked; late?: number } | { closes: true } | { facts: number }

const ids = countedIds()
const FIRST: By = { kind: 'staff', id: 'point-1', roles: ['point_reviewer'] }
const SECOND: By = { kind: 'staff', id: 'point-2', roles: ['point_reviewer'] }

const owner = ({ dossier }: Walk): By => ({ kind: 'candidate', id: dossier.candidateId })
const byOwner = (walk: Walk, event: DossierEvent): Step[] => [{ asked: { event, by: owner(walk) } }]

/** An item that the candidate may change where the dossier stands, with a picture to lose. */
function openItem({ dossier }: Walk) {
  const given = dossier.items.filter(({ images }) => images.length > 0)
  return (
    given.find(({ reopened }) => reopened) ?? given.find(({ material }) => material === 'OTHER')!
  )
}

function addImage(walk: Walk, replaces?: string): Step[] {
  const item = openItem(walk)
  const image = { id: ids.next(), sha256: ids.sha256(), place: null }
  const event = { type: 'add_image' as const, item: item.id, image, startedAt: walk.now }
  return byOwner(walk, { ...event, ...(replaces && { replaces }) })
}

function finish(walk: Walk, as: 'accepted' | 'returned'): Step[] {
  const { dossier } = walk
  const verdicts = dossier.items
    .filter((item) => needsVerdict(item, dossier.stage))
    .map(({ id, material }) => {
      const back = as === 'returned' && material === 'EDU_DIPLOMA'
      return {
        item: id,
        as: back ? ('returned' as const) : ('accepted' as const),
        reasons: back ? ['IMG_BLUR'] : [],
        note: null,
      }
    })
  const { claimToken: token, manifest } = dossier
  return [{ asked: { by: FIRST, event: { type: 'finish', token, manifest: manifest!, verdicts } } }]
}

/** The registration now asks for a material that was not asked for before. */
function changeFacts({ dossier, factsRevision }: Walk, second: boolean): Step[] {
  const revision = factsRevision + (second ? 2 : 1)
  const needs: MaterialNeed[] = dossier.items.map(({ id, material, need, min, max }) => ({
    ...{ item: id, material, min, max },
    need: material === 'PROBATION_CERT' ? 'required' : need,
  }))
  const event = { type: 'facts_changed' as const, factsRevision: revision, needs }
  return [{ facts: revision }, { asked: { event, by: { kind: 'system', id: 'registration' } } }]
}

/** Two of a kind differ in who does it, where that matters. */
const RACERS: Readonly<Record<string, (walk: Walk, second: boolean) => Step[]>> = {
  'upload': (walk) => addImage(walk),
  'replace': (walk) => addImage(walk, openItem(walk).images[0].id),
  'delete': (walk) => {
    const { id, images } = openItem(walk)
    return byOwner(walk, { type: 'delete_image', item: id, image: images[0].id })
  },
  'submit': (walk) => {
    const { version } = documentOf(walk).declaration
    return byOwner(walk, { type: 'submit', declarationVersion: version })
  },
  'recall': (walk) => byOwner(walk, { type: 'recall' }),
  'return': (walk) => finish(walk, 'returned'),
  'accept': (walk) => finish(walk, 'accepted'),
  'claim': (_walk, second) => [
    { asked: { by: second ? SECOND : FIRST, event: { type: 'claim' } } },
  ],
  // The clock of whoever expires it is past the end, the others' are not.
  'claim expiry': () => [
    {
      asked: { by: { kind: 'system', id: 'clock' }, event: { type: 'claim_expired' } },
      late: 21 * MINUTE,
    },
  ],
  'window close': () => [{ closes: true }],
  'facts change': changeFacts,
}

const names = Object.keys(RACERS)

/** The 66 pairs of RELIABILITY.md, each with itself too. */
export const PAIRS = names.flatMap((a, i) =>
  names.slice(i).map((b) => ({ pair: `${a} × ${b}`, a, b }))
)

/** Ways to the places where races begin, as moves of the gate. */
const BASES: readonly ((walk: Walk) => Step[] | null)[][] = [
  [...fill(), nothing],
  [...fill(), submit],
  [...fill(), submit, claim],
  [...fill(), submit, claim, (walk) => finish(walk, 'returned'), (walk) => addImage(walk)],
]

function nothing(): null {
  return null
}

function submit(walk: Walk) {
  return RACERS.submit(walk, false)
}

function claim(walk: Walk) {
  return RACERS.claim(walk, false)
}

/** Gives every required item what it lacks, ticks the declaration, and adds a picture of choice. */
function fill(): ((walk: Walk) => Step[] | null)[] {
  const lacking = (walk: Walk): Step[] | null => {
    const { items } = walk.dossier
    const item = items.find((one) => one.need === 'required' && !isSatisfied(one, items))
    if (!item) return null
    const image = { id: ids.next(), sha256: ids.sha256(), place: null }
    return byOwner(walk, { type: 'add_image', item: item.id, image, startedAt: walk.now })
  }
  const other = (walk: Walk): Step[] => {
    const { id } = walk.dossier.items.find(({ material }) => material === 'OTHER')!
    const image = { id: ids.next(), sha256: ids.sha256(), place: null }
    return byOwner(walk, { type: 'add_image', item: id, image, startedAt: walk.now })
  }
  const declared = (walk: Walk): Step[] => {
    const { id } = walk.dossier.items.find(({ need }) => need === 'declared')!
    return byOwner(walk, { type: 'declare', item: id, declared: true })
  }
  return [lacking, lacking, lacking, lacking, declared, other]
}

/** The model makes a step; gives what the gate would answer to it. */
function model(walk: Walk, step: Step): { walk: Walk; answer: string } {
  if ('closes' in step) {
    const upload = { ...walk.season.upload, end: walk.now }
    return { walk: { ...walk, season: { ...walk.season, upload } }, answer: 'closed' }
  }
  if ('facts' in step) {
    return { walk: { ...walk, factsRevision: step.facts }, answer: 'changed' }
  }
  const now = walk.now + (step.late ?? 0)
  const { decision, after } = stepOf({ ...walk, now }, step.asked)
  const answer = decision.ok ? decision.row : decision.refusal.code
  return { walk: { ...after, now: walk.now }, answer }
}

interface Outcome {
  answers: Record<'a' | 'b', string>
  dossier: Dossier
}

/** Every order in which the steps of the two can come one after the other. */
function orders(
  walk: Walk,
  a: readonly Step[],
  b: readonly Step[],
  so: Outcome['answers']
): Outcome[] {
  if (a.length + b.length === 0) return [{ answers: so, dossier: walk.dossier }]
  const one = a.length > 0 ? model(walk, a[0]) : null
  const other = b.length > 0 ? model(walk, b[0]) : null
  return [
    ...(one ? orders(one.walk, a.slice(1), b, { ...so, a: one.answer }) : []),
    ...(other ? orders(other.walk, a, b.slice(1), { ...so, b: other.answer }) : []),
  ]
}

/** Who loses to a change that he did not see is refused, and what the winner did alone stays. */
function withLosers(walk: Walk, a: readonly Step[], b: readonly Step[]): Outcome[] {
  const lost = 'STATE_MOVED_ON'
  const world = (steps: readonly Step[]) => steps.filter((step) => !('asked' in step))
  return [
    ...orders(walk, a, b, { a: '', b: '' }),
    ...orders(walk, world(a), b, { a: lost, b: '' }).map((one) => ({
      ...one,
      answers: { ...one.answers, a: lost },
    })),
    ...orders(walk, a, world(b), { a: '', b: lost }).map((one) => ({
      ...one,
      answers: { ...one.answers, b: lost },
    })),
  ]
}

async function doStep(real: Real, walk: Walk, step: Step): Promise<string> {
  if ('closes' in step) {
    await real.setSeason(model(walk, step).walk.season)
    return 'closed'
  }
  if ('facts' in step) {
    await real.setFactsRevision(step.facts)
    return 'changed'
  }
  const answer = await real.pass(step.asked)
  return typeof answer === 'string' ? answer : answer.row
}

/** The base on which most of the pair's racers would get through alone. */
async function prepare(releases: readonly Release[], a: string, b: string) {
  let best = { n: -1, i: 0 }
  for (const [i, base] of BASES.entries()) {
    const walk = dryWalk(releases, base)
    const passes = (name: string) => {
      const { answer } = RACERS[name](walk, false).reduce((at, step) => model(at.walk, step), {
        walk,
        answer: '',
      })
      return /^(?:\d+[ab]?|closed|changed)$/.test(answer) ? 1 : 0
    }
    const n = passes(a) + passes(b)
    if (n > best.n) best = { n, i }
  }
  return walkTo(releases, BASES[best.i])
}

function dryWalk(releases: readonly Release[], base: (typeof BASES)[number]): Walk {
  return base.reduce(
    (walk, way) => {
      const steps = way(walk) ?? []
      return steps.reduce((at, step) => model(at, step).walk, walk)
    },
    freshWalk(releases, 0)
  )
}

async function walkTo(releases: readonly Release[], base: (typeof BASES)[number]) {
  const { real, walk: begun } = await Real.begin(releases, 0)
  let walk = begun
  for (const way of base) {
    for (const step of way(walk) ?? []) {
      await doStep(real, walk, step)
      walk = model(walk, step).walk
    }
  }
  return { real, walk }
}

export interface Race {
  /** What the two were told. */
  answers: Outcome['answers']
  /** Whether what happened is one of the orders in which it may happen. */
  serial: boolean
  stored: Dossier
}

/** Races a pair once; with everything off it shows what the protection is for. */
export async function racePair(
  releases: readonly Release[],
  { a, b }: { a: string; b: string },
  protection: Protection
): Promise<Race> {
  const { real, walk } = await prepare(releases, a, b)
  const steps = { a: RACERS[a](walk, false), b: RACERS[b](walk, true) }
  const answers = await onSkewedClocks(async (at) => {
    const run = async (who: 'a' | 'b') => {
      let answer = ''
      for (const step of steps[who]) {
        const late = 'asked' in step ? (step.late ?? 0) : 0
        answer = await at(late, () => doStep(real, walk, step))
      }
      return answer
    }
    const gated = ([a, b] as const).filter((name) => name !== 'window close').length
    if (gated === 2) {
      return meeting(2, protection, async () => {
        const [first, second] = await Promise.all([run('a'), run('b')])
        return { a: first, b: second }
      })
    }
    // The window closes when the other has looked at it and has not written yet.
    const closing = a === 'window close' ? 'a' : 'b'
    const other = closing === 'a' ? 'b' : 'a'
    const answer = { a: 'closed', b: 'closed' }
    if (gated === 0) await run('a')
    else {
      await betweenReadAndWrite(
        async () => void (answer[closing] = await run(closing)),
        async () => (answer[other] = await run(other))
      )
    }
    return answer
  })
  const stored = await real.read()
  clock.freeze(null)
  const allowed = withLosers(walk, steps.a, steps.b)
  const serial = allowed.some(
    (outcome) =>
      isDeepStrictEqual(outcome.answers, answers) && isDeepStrictEqual(outcome.dossier, stored)
  )
  return { answers, serial, stored }
}
