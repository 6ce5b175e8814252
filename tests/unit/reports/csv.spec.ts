import { test } from '@japa/runner'
import { csvInstant, csvLine } from '#app/reports/csv'

test.group('CSV', () => {
  test('no cell is run by a spreadsheet', ({ assert }) => {
    for (const hostile of [
      "=cmd|' /C calc'!A0",
      '+1+1',
      '-1+1',
      '@SUM(1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u200b=1',
      '＝1+1',
      '＋1',
      '－1',
      '＠SUM(1)',
      '|calc',
    ]) {
      const [cell] = parsed(csvLine([hostile]))
      assert.equal(cell, `'${hostile}`, JSON.stringify(hostile))
    }
  })

  test('plain words and numbers stay as they are', ({ assert }) => {
    assert.equal(csvLine(['张三', 'O’Brien', 7, -7, null, '2027-01-18']), '张三,O’Brien,7,-7,,2027-01-18\r\n') // prettier-ignore
    assert.equal(csvLine(['a-b', 'x=y']), 'a-b,x=y\r\n')
  })

  test('quotes, commas and lines are quoted', ({ assert }) => {
    assert.equal(csvLine(['a"b', 'c,d', 'e\r\nf']), '"a""b","c,d","e\r\nf"\r\n')
  })

  test('a long number keeps its digits', ({ assert }) => {
    assert.equal(csvLine(['110101199001010014']), "'110101199001010014\r\n")
    assert.equal(csvLine(['11010119900101001X']), '11010119900101001X\r\n')
  })

  test('an instant is China’s minute', ({ assert }) => {
    assert.equal(csvInstant(Date.UTC(2027, 0, 17, 16, 30)), '2027-01-18 00:30')
    assert.isNull(csvInstant(null))
  })
})

/** The first line's cells, quotes taken off. */
function parsed(line: string): string[] {
  return [
    line
      .replace(/\r\n$/, '')
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"'),
  ]
}
