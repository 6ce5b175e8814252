import { test } from '@japa/runner'
import { inspectImage } from '#app/dossiers/images/inspect'
import { fuzzBases, mutant } from '#tests/support/mutations'

const FILES = 5_000

test.group('Mutated pictures', () => {
  test('five thousand are judged, each within a second, and none throws', async ({ assert }) => {
    const bases = await fuzzBases()
    let refused = 0
    for (let n = 0; n < FILES; n++) {
      const bytes = mutant(bases, 20270118, n)
      const started = performance.now()
      const { measured, thumbnail } = await inspectImage(bytes)
      assert.isBelow(performance.now() - started, 1_000, `mutant ${n}`)
      if (thumbnail === null) refused++
      else assert.isAbove(measured.width! * measured.height!, 0, `mutant ${n}`)
    }
    assert.isAbove(refused, FILES / 2)
    assert.isBelow(refused, FILES)
  }).timeout(120_000)

  test('the same number gives the same file', async ({ assert }) => {
    const bases = await fuzzBases()
    for (let n = 0; n < 50; n++) assert.isTrue(mutant(bases, 3, n).equals(mutant(bases, 3, n)))
    assert.isFalse(mutant(bases, 3, 1).equals(mutant(bases, 4, 1)))
  })
})
