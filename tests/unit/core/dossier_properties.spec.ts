import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  decide,
  type By,
  type Circumstances,
  type Decision,
  type Dossier,
  type DossierEvent,
  type Item,
} from '#app/core/dossier'
import { isSatisfied } from '#app/core/item_state'
import { lockReason } from '#app/core/lock'
import { DAY, HOUR, MINUTE } from '#app/core/time'
import {
  accept,
  claim,
  CLOSES,
  clock,
  colleague,
  dossierIn,
  EDGES,
  expire,
  finish,
  giveBack,
  image,
  item,
  lead,
  NOW,
  owner,
  regionReviewer,
  release,
  remove,
  renew,
  reply,
  reviewer,
  stageOf,
  stranger,
  upload,
  want,
  written,
} from './dossier_fixtures.js'

/** The daily ways; the rows of officers, clock and registration have their own walks. */
const KINDS = [
  'want',
  'add_image',
  'delete_image',
  'answer',
  'submit',
  'claim',
  'renew_claim',
  'release_claim',
  'claim_expired',
  'finish',
] as const
type Kind = (typeof KINDS)[number]

/** What a stranger to the code would try next; the numbers choose among what there is. */
interface Move {
  kind: 'next' | Kind
  by: number
  item: number
  pick: number
  /** 0: as it should be. */
  wrong: number
  wait: number
}
interface World {
  approvals: number
  stages: number
  afterReturn: 'same' | 'first'
  moves: Move[]
}

const PEOPLE: By[] = [owner, stranger, reviewer, colleague, regionReviewer, lead, clock]
const WAITS = [0, 0, 0, 0, 1, MINUTE, HOUR, DAY, 3 * DAY]
const BLACKOUT = { start: NOW + 4 * DAY, end: NOW + 4 * DAY + 2 * HOUR }

const worlds: fc.Arbitrary<World> = fc.record({
  approvals: fc.constantFrom(1, 1, 2),
  stages: fc.constantFrom(1, 2, 3),
  afterReturn: fc.constantFrom('same', 'first'),
  moves: fc.array(
    fc.record({
      kind: fc.oneof(
        { weight: 3, arbitrary: fc.constant('next' as const) },
        { weight: 2, arbitrary: fc.constantFrom(...KINDS) }
      ),
      by: fc.nat(PEOPLE.length * 2),
      item: fc.nat(20),
      pick: fc.nat(20),
      wrong: fc.nat(9).map((n) => Math.max(0, n - 6)),
      wait: fc.constantFrom(...WAITS),
    }),
    { minLength: 20, maxLength: 90 }
  ),
})

const start = (): Dossier =>
  dossierIn('draft', {
    items: [
      item('card', { min: 2, max: 2, places: ['front', 'back'] }),
      item('diploma', { max: 2 }),
      item('chsi', { alternatives: ['REPORT'] }),
      item('report', { need: 'optional', alternatives: ['CHSI'] }),
      item('licence', { need: 'not_asked' }),
      item('kept', { need: 'carried_over' }),
    ],
  })

/** The window closes once; a blackout lies inside it. */
function around(world: World, dossier: Dossier, now: number, startedAt: number): Circumstances {
  const blackout = startedAt >= BLACKOUT.start && startedAt < BLACKOUT.end
  const usual = stageOf(world.stages, dossier.stage)
  return {
    ...usual,
    now,
    window: { open: startedAt < CLOSES && !blackout, blackout, closesAt: CLOSES },
    stages: usual.stages.map((stage) => ({ ...stage, approvals: world.approvals })),
    afterReturn: world.afterReturn,
    returnDeadline: now + 2 * DAY,
  }
}

const STAGE_PEOPLE: By[][] = [
  [reviewer, colleague],
  [regionReviewer, { kind: 'staff', id: 'feng', roles: ['region_reviewer'] }],
  [lead, { kind: 'staff', id: 'chen', roles: ['region_lead'] }],
]

function holder(dossier: Dossier): By {
  const people = STAGE_PEOPLE[dossier.stage]
  const { claim: held } = dossier
  if (held) return people.find(({ id }) => id === held.by)!
  return people.find(({ id }) => !dossier.agreed.includes(id)) ?? people[0]
}

/** Who would do it, unless the move is spoilt. */
function actor(dossier: Dossier, kind: Kind, move: Move): By {
  if (move.wrong > 0 && move.by < PEOPLE.length) return PEOPLE[move.by]
  if (kind === 'claim_expired') return clock
  return ['claim', 'renew_claim', 'release_claim', 'finish'].includes(kind)
    ? holder(dossier)
    : owner
}

/** The step that brings a dossier on, so that runs reach the end of the table. */
function natural(dossier: Dossier, move: Move): Kind {
  if (dossier.state === 'submitted') return 'claim'
  if (dossier.state === 'in_review') return 'finish'
  return move.pick < 12 ? 'add_image' : 'submit'
}

function eventOf(dossier: Dossier, kind: Kind, move: Move, startedAt: number) {
  const { items } = dossier
  const lacking = items.filter((one) => one.need === 'required' && one.images.length < one.min)
  const open = items.filter(({ reopened }) => reopened)
  const useful = [...lacking, ...open]
  const among = useful.length > 0 && move.item < 12 ? useful : items
  const target = among[move.item % among.length]
  const token = dossier.claimToken - (move.wrong === 1 ? 1 : 0)
  switch (kind) {
    case 'want':
      return want(target.id, move.pick % 3 > 0)
    case 'add_image': {
      const bytes = move.wrong === 2 ? 'same bytes' : `bytes ${dossier.version} ${move.pick}`
      const place = move.wrong === 3 ? 'front' : null
      return upload(target.id, image(`${target.id}${dossier.version}`, place, bytes), startedAt)
    }
    case 'delete_image':
      return remove(target.id, target.images[move.pick % (target.images.length || 1)]?.id ?? 'none')
    case 'answer':
      return reply(target.id, move.wrong === 1 ? ' ' : '就是这样')
    case 'submit':
      return { type: 'submit' as const, declarationVersion: move.wrong === 1 ? 'v0' : 'v1' }
    case 'claim':
      return claim
    case 'renew_claim':
      return renew(token)
    case 'release_claim':
      return release(token)
    case 'claim_expired':
      return expire
    case 'finish': {
      const manifest = move.wrong === 2 ? 'older' : dossier.manifest!
      const given = accept(...items.filter(({ images }) => images.length > 0).map(({ id }) => id))
      const kept = move.wrong === 3 ? given.slice(1) : given
      if (move.pick % 3 > 0) return finish(kept, { token, manifest })
      const verdicts = [...kept.filter((one) => one.item !== target.id), giveBack(target.id)]
      return finish(verdicts, { token, manifest })
    }
  }
}

function frozen<T>(value: T): T {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

const picturesOf = ({ images }: Item) => images.map(({ id }) => id).join()

interface Moment {
  before: Dossier
  event: DossierEvent
  decision: Decision
  after: Dossier
  c: Circumstances
  submissions: number
}

/** Plays a world through and shows every moment of it. */
function play(world: World, look: (moment: Moment) => void) {
  let dossier = frozen(start())
  let now = NOW
  let submissions = 0
  for (const move of world.moves) {
    now += move.wait
    const kind = move.kind === 'next' ? natural(dossier, move) : move.kind
    const startedAt = now - (move.pick % 4 === 0 ? move.pick * MINUTE : 0)
    const event = eventOf(dossier, kind, move, startedAt)
    const by = actor(dossier, kind, move)
    const c = around(world, dossier, now, kind === 'add_image' ? startedAt : now)
    const decision = decide(dossier, event, by, frozen(c))
    const after = decision.ok ? frozen(written(dossier, decision.change, by)) : dossier
    if (decision.ok && event.type === 'submit') submissions += 1
    look({ before: dossier, event, decision, after, c, submissions })
    dossier = after
  }
}

function always(holds: (moment: Moment) => boolean) {
  fc.assert(
    fc.property(worlds, (world) => {
      play(world, (moment) => {
        if (!holds(moment)) throw new Error(JSON.stringify(moment, null, 1))
      })
    }),
    { numRuns: 150 }
  )
}

test.group('Dossier | whatever happens, in whatever order', () => {
  test('the pictures of a locked item do not change', () =>
    always(({ before, after, event, c }) => {
      const at = event.type === 'add_image' ? event.startedAt : c.now
      return before.items.every(
        (one, i) =>
          lockReason(before, one, c.window, at) === null ||
          picturesOf(one) === picturesOf(after.items[i])
      )
    }))

  test('an event changes the pictures of its own item only', () =>
    always(({ before, after, event }) =>
      before.items.every(
        (one, i) =>
          ('item' in event && event.item === one.id) ||
          picturesOf(one) === picturesOf(after.items[i])
      )
    ))

  test('the state moves along the table only', () =>
    always(
      ({ before, after, decision }) =>
        !decision.ok || EDGES.includes(`${decision.row}: ${before.state} → ${after.state}`)
    ))

  test('an approved dossier stays as it is', () =>
    always(({ before, decision }) => before.state !== 'approved' || !decision.ok))

  test('the round counts the submissions', () =>
    always(({ after, submissions }) => after.round === submissions))

  test('there is a claim while it is in review, and its token is the newest', () =>
    always(({ after }) =>
      after.state === 'in_review'
        ? after.claim !== null && after.claim.token === after.claimToken
        : after.claim === null
    ))

  test('a claim’s token is never given twice', () =>
    always(
      ({ before, after, event, decision }) =>
        after.claimToken - before.claimToken === (decision.ok && event.type === 'claim' ? 1 : 0)
    ))

  test('items are open in a returned dossier only, and there is a deadline then', () =>
    always(({ after }) =>
      after.state === 'returned'
        ? after.items.some(({ reopened }) => reopened) && after.deadline !== null
        : after.items.every(({ reopened }) => reopened === null)
    ))

  test('a return opens exactly the items that it returns', () =>
    always(({ after, event, decision }) => {
      if (!decision.ok || decision.row !== '5' || event.type !== 'finish') return true
      const named = event.verdicts.filter(({ as }) => as === 'returned').map((one) => one.item)
      const open = after.items.filter(({ reopened }) => reopened).map(({ id }) => id)
      return named.sort().join() === open.sort().join()
    }))

  test('no item holds more pictures than it may, one picture twice or two in a place', () =>
    always(({ after }) =>
      after.items.every(({ images, max }) => {
        const places = images.flatMap(({ place }) => place ?? [])
        return (
          images.length <= max &&
          new Set(images.map(({ sha256 }) => sha256)).size === images.length &&
          new Set(places).size === places.length
        )
      })
    ))

  test('what was submitted is complete and stays so', () =>
    always(
      ({ after }) =>
        after.state === 'draft' ||
        after.state === 'returned' ||
        after.items.every((one) => one.need !== 'required' || isSatisfied(one, after.items))
    ))

  test('what was submitted last is what the reviewer decides on', () =>
    always(({ after }) => {
      const shown = after.items.flatMap(({ images }) => images.map(({ sha256 }) => sha256)).join()
      return ['draft', 'returned'].includes(after.state) || after.manifest === shown
    }))

  test('an approved dossier was accepted picture by picture at its last stage', () =>
    always(
      ({ after, c }) =>
        after.state !== 'approved' ||
        (c.nextStage === null &&
          after.items.every(
            ({ images, need, verdict }) =>
              images.length === 0 ||
              need === 'carried_over' ||
              (verdict?.as === 'accepted' && verdict.stage === after.stage)
          ))
    ))

  test('nobody agrees twice', () =>
    always(
      ({ after, c }) =>
        new Set(after.agreed).size === after.agreed.length &&
        after.agreed.length < c.stages[after.stage].approvals + 1
    ))

  test('the same question gets the same answer, and asking changes nothing', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const first: string[] = []
        const second: string[] = []
        play(world, ({ decision }) => first.push(JSON.stringify(decision)))
        play(world, ({ decision }) => second.push(JSON.stringify(decision)))
        return first.join() === second.join()
      }),
      { numRuns: 20 }
    )
  })

  test('these walks reach every row of the table', ({ assert }) => {
    const reached = new Set<string>()
    for (const world of fc.sample(worlds, { numRuns: 400, seed: 1 })) {
      play(world, ({ before, after, decision }) => {
        if (decision.ok) reached.add(`${decision.row}: ${before.state} → ${after.state}`)
      })
    }
    assert.deepEqual([...reached].sort(), [...EDGES].sort())
  })
})
