import { test } from '@japa/runner'
import { countedTray, trayOf, type Standing } from '#app/core/trays'

const at = (state: Standing['state'], more: Partial<Standing> = {}): Standing => ({
  ...{ state, stage: 1, round: 1, proposed: false },
  ...more,
})

test.group('Trays', () => {
  test('{0} stands in {1} and counts in {2}')
    .with([
      [at('draft'), 'unseen', null],
      [at('draft', { round: 0 }), 'unseen', null],
      // Taken back by its candidate before anybody decided: his own again.
      [at('draft', { round: 2 }), 'unseen', null],
      // Nobody ever handed it in: there is nothing to see.
      [at('withdrawn', { round: 0 }), 'unseen', null],
      [at('lapsed', { round: 0 }), 'unseen', null],
      [at('held', { round: 0 }), 'unseen', null],
      [at('submitted'), 'waiting:1', 'waiting:1'],
      [at('submitted', { stage: 12 }), 'waiting:12', 'waiting:12'],
      [at('submitted', { proposed: true }), 'proposed', 'proposed'],
      [at('in_review'), 'claimed', 'waiting:1'],
      [at('returned'), 'returned', 'returned'],
      [at('held', { proposed: true }), 'held', 'held'],
      [at('approved', { proposed: true }), 'approved', 'approved'],
      [at('ineligible'), 'ineligible', 'ineligible'],
      [at('withdrawn'), 'withdrawn', 'withdrawn'],
      [at('lapsed'), 'lapsed', 'lapsed'],
    ] as const)
    .run(({ assert }, [standing, tray, counted]) => {
      assert.equal(trayOf(standing), tray)
      assert.equal(countedTray(standing), counted)
    })
})
