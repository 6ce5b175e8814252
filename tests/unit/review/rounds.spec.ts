import { test } from '@japa/runner'
import { comparedWith } from '#app/review/rounds'
import type { PlacedImage } from '#app/dossiers/read_dossier'

const picture = (id: string, sha256 = `bytes of ${id}`): PlacedImage => ({
  ...{ id, sha256, itemId: 'card', place: null, position: 1, format: 'jpeg' },
  ...{ bytes: 90_000, width: 1600, height: 1200, receivedAt: 0, addedBy: null },
})

const front = picture('front')
const back = picture('back')

/** Each: before, now, and per picture of now the id of the one that it stands in place of, or why none. */
const CASES: [title: string, PlacedImage[], PlacedImage[], (string | null)[], boolean][] = [
  ['nothing happened', [front, back], [front, back], ['kept', 'kept'], false],
  ['the same in another order', [front, back], [back, front], ['kept', 'kept'], false],
  ['the same bytes sent again', [front], [picture('again', front.sha256)], ['kept'], false],
  ['one of two replaced', [front, back], [front, picture('new')], ['kept', 'back'], true],
  ['both replaced', [front, back], [picture('a'), picture('b')], ['front', 'back'], true],
  ['one added', [front], [front, picture('more')], ['kept', null], true],
  ['one taken away', [front, back], [front], ['kept'], true],
  ['given for the first time', [], [front], [null], true],
]

test.group('Pictures compared with the round before', () => {
  for (const [title, before, now, expected, hasChanged] of CASES) {
    test(title, ({ assert }) => {
      const compared = comparedWith(before, now)
      assert.equal(compared.hasChanged, hasChanged)
      assert.deepEqual(
        now.map((image) =>
          compared.isNew(image) ? (compared.replacedBy(image)?.id ?? null) : 'kept'
        ),
        expected
      )
    })
  }
})
