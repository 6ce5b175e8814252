import { test } from '@japa/runner'
import { endYearsLater, parseChinaTime, yearsLater } from '#app/core/china_time'

const at = (iso: string) => Date.parse(iso)

test.group('Time as people in China write it', () => {
  const readable: [string, string][] = [
    ['2027-01-14T10:00', '2027-01-14T10:00:00+08:00'],
    ['2027-01-27T24:00', '2027-01-28T00:00:00+08:00'],
    ['2026-12-31T24:00', '2027-01-01T00:00:00+08:00'],
    ['2028-02-29T23:59', '2028-02-29T23:59:00+08:00'],
  ]
  for (const [text, iso] of readable) {
    test(`${text} is ${iso}`, ({ assert }) => {
      assert.equal(parseChinaTime(text), at(iso))
    })
  }

  for (const text of [
    ...['', '2027-01-14', '2027-01-14 10:00', '2027-01-14T10:00:00', '2027-01-14T24:01'],
    ...['2027-02-29T10:00', '2027-13-01T10:00', '2027-00-10T10:00', '2027-04-31T10:00'],
    ...['2027-01-14T25:00', '2027-01-14T10:60', '0027-01-14T10:00', '2027-01-14T10:00Z'],
  ]) {
    test(`"${text}" is no time`, ({ assert }) => {
      assert.isNull(parseChinaTime(text))
    })
  }

  const moved: [string, string, number][] = [
    ['2027-01-14T10:00', '2028-01-14T10:00', 1],
    ['2028-02-29T09:00', '2029-02-28T09:00', 1],
    ['2027-03-01T02:00', '2026-03-01T02:00', -1],
    ['2027-01-01T00:00', '2029-01-01T00:00', 2],
  ]
  for (const [from, to, years] of moved) {
    test(`${from} moved by ${years} years is ${to}`, ({ assert }) => {
      assert.equal(yearsLater(parseChinaTime(from)!, years), parseChinaTime(to))
    })
  }

  test('24:00 of a day stays 24:00 of that day, around 29 February too', ({ assert }) => {
    for (const [from, to] of [
      ['2027-02-28T24:00', '2028-02-28T24:00'],
      ['2028-02-29T24:00', '2029-02-28T24:00'],
      ['2027-12-31T24:00', '2028-12-31T24:00'],
      ['2027-03-02T16:00', '2028-03-02T16:00'],
    ]) {
      assert.equal(endYearsLater(parseChinaTime(from)!, 1), parseChinaTime(to))
    }
  })
})
