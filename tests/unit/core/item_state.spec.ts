import { test } from '@japa/runner'
import type { Dossier, Item, Need, State } from '#app/core/dossier'
import {
  isGiven,
  isSatisfied,
  itemState,
  needsVerdict,
  submitBlockers,
  type ItemState,
} from '#app/core/item_state'
import { circumstances, dossierIn, image, item, STATES, withItem } from './dossier_fixtures.js'

const one = [image('a')]
const two = [image('a'), image('b')]
const open = { changed: true, answer: null }
const accepted = { as: 'accepted' as const, stage: 0 }
const sentBack = { as: 'returned' as const, stage: 0 }

test.group('Item | what the candidate sees', () => {
  const table: [string, State, Partial<Item>, ItemState][] = [
    ['nothing there yet', 'draft', {}, 'empty'],
    ['one of two pictures', 'draft', { min: 2, images: one }, 'incomplete'],
    ['all that are needed', 'draft', { min: 2, images: two }, 'ready'],
    ['more than are needed', 'draft', { images: two }, 'ready'],
    ['optional and empty', 'draft', { need: 'optional' }, 'empty'],
    ['optional without a least number', 'draft', { need: 'optional', min: 0 }, 'empty'],
    ['optional with one of two', 'draft', { need: 'optional', min: 2, images: one }, 'incomplete'],
    ['not asked', 'draft', { need: 'not_asked' }, 'not_asked'],
    ['not asked, wanted', 'draft', { need: 'not_asked', wanted: true }, 'empty'],
    [
      'not asked, wanted, given',
      'draft',
      { need: 'not_asked', wanted: true, images: one },
      'ready',
    ],
    ['submitted', 'submitted', { images: one }, 'locked'],
    ['submitted while incomplete', 'submitted', { min: 2, images: one }, 'locked'],
    ['submitted without the optional one', 'submitted', { need: 'optional' }, 'empty'],
    ['not asked of a submitted one', 'submitted', { need: 'not_asked' }, 'not_asked'],
    ['in review', 'in_review', { images: one }, 'locked'],
    ['not named in a return', 'returned', { images: one }, 'locked'],
    ['on hold', 'held', { images: one }, 'locked'],
    ['accepted', 'submitted', { images: one, verdict: accepted }, 'accepted'],
    [
      'accepted, seen at the second stage',
      'in_review',
      { images: one, verdict: accepted },
      'accepted',
    ],
    [
      'accepted while another is returned',
      'returned',
      { images: one, verdict: accepted },
      'accepted',
    ],
    ['approved', 'approved', { images: one, verdict: accepted }, 'accepted'],
    ['returned', 'returned', { images: one, reopened: open }, 'returned'],
    ['returned, emptied', 'returned', { reopened: open }, 'returned'],
    ['returned, given anew', 'returned', { images: two, reopened: open }, 'returned'],
    ['asked for in addition', 'returned', { need: 'not_asked', reopened: open }, 'returned'],
    ['kept, asked for again', 'returned', { need: 'carried_over', reopened: open }, 'returned'],
  ]
  for (const [title, state, change, expected] of table) {
    test(`${title}: ${expected}`, ({ assert }) =>
      assert.equal(itemState(state, item('diploma', change)), expected))
  }

  for (const need of ['carried_over', 'waived', 'onsite', 'declared'] as const) {
    test(`${need} it stays in every state`, ({ assert }) => {
      for (const state of STATES) assert.equal(itemState(state, item('diploma', { need })), need)
    })
  }
})

test.group('Item | given', () => {
  const table: [min: number, images: Item['images'], boolean][] = [
    [0, [], false],
    [0, one, true],
    [1, [], false],
    [1, one, true],
    [1, two, true],
    [2, one, false],
    [2, two, true],
  ]
  for (const [min, images, expected] of table) {
    test(`${images.length} of at least ${min}: ${expected}`, ({ assert }) =>
      assert.equal(isGiven(item('diploma', { min, images })), expected))
  }
})

test.group('Item | alternatives', () => {
  const chsi = item('chsi', { alternatives: ['REPORT'] })
  const report = item('report', { alternatives: ['CHSI'], min: 2 })
  const table: [string, Item, Item, boolean][] = [
    ['neither', chsi, report, false],
    ['itself', { ...chsi, images: one }, report, true],
    ['the other', chsi, { ...report, images: two }, true],
    ['the other, begun', chsi, { ...report, images: one }, false],
    ['both', { ...chsi, images: one }, { ...report, images: two }, true],
    ['a stranger', chsi, item('diploma', { images: two }), false],
  ]
  for (const [title, own, other, expected] of table) {
    test(`${title}: ${expected ? 'enough' : 'not enough'}`, ({ assert }) =>
      assert.equal(isSatisfied(own, [own, other]), expected))
  }

  test('the set works both ways', ({ assert }) => {
    assert.isTrue(isSatisfied(report, [{ ...chsi, images: one }, report]))
  })
})

test.group('Item | whether a stage must judge it', () => {
  const table: [string, Partial<Item>, stage: number, boolean][] = [
    ['pictures without a verdict', { images: one }, 0, true],
    ['accepted here', { images: one, verdict: accepted }, 0, false],
    ['accepted at the stage before', { images: one, verdict: accepted }, 1, true],
    ['returned here before', { images: one, verdict: { as: 'returned', stage: 0 } }, 0, true],
    ['an optional one with pictures', { need: 'optional', images: one }, 0, true],
    ['one that nobody asked for', { need: 'not_asked', wanted: true, images: one }, 0, true],
    ['an empty optional one', { need: 'optional' }, 0, false],
    ['an empty one whose alternative is there', {}, 0, false],
    ['not asked', { need: 'not_asked' }, 0, false],
    ['carried over', { need: 'carried_over' }, 0, false],
    ['carried over with its old pictures', { need: 'carried_over', images: one }, 0, false],
    ['waived', { need: 'waived' }, 0, false],
    ['declared', { need: 'declared' }, 0, false],
    [
      'kept, returned and given anew',
      { need: 'carried_over', images: one, verdict: sentBack },
      0,
      true,
    ],
    ['returned and answered, still empty', { need: 'optional', verdict: sentBack }, 0, true],
  ]
  for (const [title, change, stage, expected] of table) {
    test(`${title}: ${expected ? 'yes' : 'no'}`, ({ assert }) =>
      assert.equal(needsVerdict(item('diploma', change), stage), expected))
  }
})

test.group('Item | what still stands before submitting', () => {
  const around = circumstances()
  const complete = dossierIn('draft')
  const returned = dossierIn('returned')
  const reopen = (changed: boolean, answer: string | null, change: Partial<Item> = {}) =>
    withItem(returned, 'diploma', { reopened: { changed, answer }, ...change })
  const asks = (need: Need, changed: boolean, answer: string | null, images: Item['images']) =>
    withItem(reopen(true, null), 'other', { need, images, reopened: { changed, answer } })
  const record = (images: Item['images'], of: Item['images']) =>
    withItem(withItem(complete, 'chsi', { images }), 'report', { images: of })

  const table: [string, Dossier, string[]][] = [
    ['nothing, when all is there', complete, []],
    ['an empty item', withItem(complete, 'diploma', { images: [] }), ['MISSING_IMAGES diploma']],
    ['half an ID card', withItem(complete, 'card', { images: one }), ['MISSING_IMAGES card']],
    ['nothing, when the alternative is there', record([], one), []],
    ['neither alternative', record([], []), ['MISSING_IMAGES chsi']],
    [
      'an optional item begun',
      withItem(complete, 'report', { min: 2, images: one }),
      ['INCOMPLETE_ITEMS report'],
    ],
    [
      'nothing, when one that was wanted stays empty',
      withItem(complete, 'licence', { wanted: true }),
      [],
    ],
    [
      'other facts than the list was made from',
      { ...complete, factsRevision: 0 },
      ['FACTS_CHANGED'],
    ],

    ['a returned item unchanged', returned, ['RETURNED_UNCHANGED diploma']],
    ['nothing, when it was changed', reopen(true, null), []],
    ['nothing, when it was answered', reopen(false, '就是这样'), []],
    ['a returned item emptied', reopen(true, null, { images: [] }), ['MISSING_IMAGES diploma']],
    [
      'a required item emptied, whatever was answered',
      reopen(true, '没有了', { images: [] }),
      ['MISSING_IMAGES diploma'],
    ],
    [
      'a required item that has too few now, whatever was answered',
      reopen(true, '只有一页', { min: 2, images: one }),
      ['MISSING_IMAGES diploma'],
    ],
    ['one asked for in addition', asks('not_asked', false, null, []), ['RETURNED_UNCHANGED other']],
    ['nothing, when that was given', asks('not_asked', true, null, one), []],
    ['that one emptied again', asks('not_asked', true, null, []), ['MISSING_IMAGES other']],
    ['nothing, when he has none and says so', asks('optional', true, '没有', []), []],
  ]
  for (const [title, dossier, expected] of table) {
    test(title, ({ assert }) =>
      assert.deepEqual(
        submitBlockers(dossier, around).map(({ code, items }) =>
          [code, ...(items ?? [])].join(' ')
        ),
        expected
      )
    )
  }

  test('a returned required item may be emptied for its alternative', ({ assert }) => {
    const swapped = withItem(
      withItem(reopen(true, null), 'chsi', { images: [], reopened: open }),
      'report',
      { images: one }
    )
    assert.deepEqual(submitBlockers(swapped, around), [])
  })

  test('notices that must be read', ({ assert }) => {
    const unread = circumstances({ unreadNotices: ['n1', 'n2'] })
    assert.deepEqual(submitBlockers(complete, unread), [
      { code: 'UNREAD_NOTICES', params: { n: 2 } },
    ])
  })

  test('everything at once, with its number and items', ({ assert }) => {
    const bare = withItem(withItem(complete, 'diploma', { images: [] }), 'card', { images: one })
    const spoilt = withItem({ ...bare, factsRevision: 0 }, 'report', { min: 2, images: one })
    assert.deepEqual(submitBlockers(spoilt, circumstances({ unreadNotices: ['n1'] })), [
      { code: 'FACTS_CHANGED' },
      { code: 'MISSING_IMAGES', params: { n: 2 }, items: ['card', 'diploma'] },
      { code: 'INCOMPLETE_ITEMS', params: { n: 1 }, items: ['report'] },
      { code: 'UNREAD_NOTICES', params: { n: 1 } },
    ])
  })

  test('of two returned items only the one that is still open', ({ assert }) => {
    const both = withItem(reopen(true, null), 'card', { reopened: { changed: false, answer: '' } })
    assert.deepEqual(submitBlockers(both, around), [
      { code: 'RETURNED_UNCHANGED', params: { n: 1 }, items: ['card'] },
    ])
  })
})
