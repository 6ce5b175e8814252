import { test } from '@japa/runner'
import { finishDate, reviewsToCome } from '#app/core/forecast'
import { DAY } from '#app/core/time'

const NOW = Date.UTC(2027, 0, 18, 4)

test.group('Forecast', () => {
  test('what is left over the mean of the days, days without work among them', ({ assert }) => {
    assert.equal(finishDate(100, { perDay: [30, 20, 20], days: 7 }, NOW), NOW + 10 * DAY)
    assert.equal(finishDate(101, { perDay: [30, 20, 20], days: 7 }, NOW), NOW + 11 * DAY)
    assert.equal(finishDate(0, { perDay: [30, 20, 20], days: 7 }, NOW), NOW)
  })

  test('too little is said to be too little', ({ assert }) => {
    assert.isNull(finishDate(100, { perDay: [], days: 7 }, NOW))
    assert.isNull(finishDate(100, { perDay: [500, 500], days: 7 }, NOW), 'two days')
    assert.isNull(finishDate(100, { perDay: [6, 6, 7], days: 7 }, NOW), 'nineteen reviews')
  })

  test('a dossier needs the reviews of its stage and of those that follow', ({ assert }) => {
    const stages = [
      { approvals: 2, samplingPercent: 100 },
      { approvals: 1, samplingPercent: 10 },
    ]
    assert.equal(reviewsToCome([{ stages, stage: 0, n: 10 }]), 21)
    assert.equal(reviewsToCome([{ stages, stage: 1, n: 10 }]), 10, 'it was drawn already')
    assert.equal(reviewsToCome([]), 0)
  })
})
