import { test } from '@japa/runner'
import {
  decide,
  type By,
  type Circumstances,
  type Dossier,
  type DossierEvent,
  type State,
} from '#app/core/dossier'
import {
  acceptAll,
  at,
  changeOf,
  circumstances,
  claim,
  clock,
  dossierIn,
  EDGES,
  expire,
  finish,
  fourEyes,
  giveBack,
  LEASE,
  NOW,
  outcome,
  owner,
  regionReviewer,
  registration,
  release,
  remove,
  renew,
  reply,
  reviewer,
  stageOf,
  STATES,
  stranger,
  submit,
  upload,
  want,
  withItem,
} from './dossier_fixtures.js'

const EVENTS: Record<string, [DossierEvent, Circumstances]> = {
  want: [want('licence'), circumstances()],
  add_image: [upload('diploma'), circumstances()],
  delete_image: [remove('diploma', 'scan'), circumstances()],
  answer: [reply('diploma', '就是这样'), circumstances()],
  submit: [submit, circumstances()],
  claim: [claim, circumstances()],
  renew_claim: [renew(), circumstances()],
  release_claim: [release(), circumstances()],
  claim_expired: [expire, at(NOW + LEASE)],
  return: [finish([giveBack('diploma')]), circumstances()],
  agree: [finish(acceptAll), fourEyes],
  pass: [finish(acceptAll), stageOf(2, 0)],
  approve: [finish(acceptAll), circumstances()],
}

/**
 * DOMAIN.md §3: by event and state (in the order of STATES) the row that the right person takes, else
 * the refusal that everybody gets; a word in small letters is the reason of ITEM_LOCKED.
 */
const GRID: [event: string, rows: string][] = [
  ['want', '2 submitted submitted not_returned held final final final final'],
  ['add_image', '2 submitted submitted 2 held final final final final'],
  ['delete_image', '2 submitted submitted 2 held final final final final'],
  ['answer', 'not_returned submitted submitted 6 held final final final final'],
  ['submit', '3 ALREADY ALREADY 6 ALREADY ALREADY ALREADY ALREADY ALREADY'],
  ['claim', 'NOT 4 NOT NOT NOT NOT NOT NOT NOT'],
  ['renew_claim', 'MOVED MOVED 4 MOVED MOVED MOVED MOVED MOVED MOVED'],
  ['release_claim', 'MOVED MOVED 4b MOVED MOVED MOVED MOVED MOVED MOVED'],
  ['claim_expired', 'MOVED MOVED 4b MOVED MOVED MOVED MOVED MOVED MOVED'],
  ['return', 'MOVED MOVED 5 MOVED MOVED MOVED MOVED MOVED MOVED'],
  ['agree', 'MOVED MOVED 7a MOVED MOVED MOVED MOVED MOVED MOVED'],
  ['pass', 'MOVED MOVED 7 MOVED MOVED MOVED MOVED MOVED MOVED'],
  ['approve', 'MOVED MOVED 8 MOVED MOVED MOVED MOVED MOVED MOVED'],
]
const CODES: Record<string, string> = {
  ALREADY: 'ALREADY_SUBMITTED',
  NOT: 'NOT_CLAIMABLE',
  MOVED: 'STATE_MOVED_ON',
}

const ACTORS: [who: string, by: By][] = [
  ['owner', owner],
  ['stranger', stranger],
  ['reviewer', reviewer],
  ['other stage', regionReviewer],
  ['clock', clock],
  ['registration', registration],
]
/** Whose event it is, and what the others get where a row exists. */
const RIGHTS: [events: string, right: string, others: Record<string, string>][] = [
  ['want answer submit', 'owner', {}],
  [
    'add_image delete_image',
    'owner',
    { 'reviewer': 'STAFF_UPLOADS_OFF', 'other stage': 'STAFF_UPLOADS_OFF' },
  ],
  [
    'claim renew_claim release_claim return agree pass approve',
    'reviewer',
    { 'other stage': 'NOT_YOUR_STAGE' },
  ],
  ['claim_expired', 'clock', {}],
]

/** Every right person's guard is met, so that only state and person are asked. */
function ready(state: State, event: string): Dossier {
  const dossier = dossierIn(state)
  if (state !== 'returned' || event !== 'submit') return dossier
  return withItem(dossier, 'diploma', { reopened: { changed: true, answer: null } })
}

test.group('Dossier | every state, event and person', () => {
  for (const [event, rows] of GRID) {
    const [, right, others] = RIGHTS.find(([events]) => events.split(' ').includes(event))!
    test(event, ({ assert }) => {
      assert.lengthOf(rows.split(' '), STATES.length)
      for (const [i, cell] of rows.split(' ').entries()) {
        for (const [who, by] of ACTORS) {
          const isRow = /^\d/.test(cell)
          const refused = CODES[cell] ?? `ITEM_LOCKED ${cell}`
          const expected = !isRow ? refused : who === right ? cell : (others[who] ?? 'NOT_ALLOWED')
          const [what, around] = EVENTS[event]
          const got = outcome(decide(ready(STATES[i], event), what, by, around))
          assert.equal(got, expected, `${STATES[i]}, ${who}`)
        }
      }
    })
  }

  test('where every state leads', ({ assert }) => {
    const edges = GRID.flatMap(([event, rows]) =>
      rows.split(' ').flatMap((cell, i) => {
        if (!/^\d/.test(cell)) return []
        const [what, around] = EVENTS[event]
        const by = { owner, reviewer, clock }[
          RIGHTS.find(([events]) => events.split(' ').includes(event))![1] as 'owner'
        ]
        return `${cell}: ${STATES[i]} → ${changeOf(decide(ready(STATES[i], event), what, by, around)).to}`
      })
    )
    assert.deepEqual([...new Set(edges)].sort(), [...EDGES].sort())
  })
})
