import { test } from '@japa/runner'

interface Catalogs {
  parametersOf(message: string): string[]
  compareCatalogs(
    first: { name: string; catalog: object },
    second: { name: string; catalog: object }
  ): string[]
}

const script = new URL('../../../bin/lib/check_i18n.js', import.meta.url).href
const { compareCatalogs, parametersOf }: Catalogs = await import(script)

function compare(zh: object, en: object) {
  return compareCatalogs({ name: 'zh-CN', catalog: zh }, { name: 'en', catalog: en })
}

test.group('Text catalogs', () => {
  test('the parameters of a message: {0}')
    .with([
      ['还需 {n} 张', 'n'],
      ['{n, plural, one {# picture of {name}} other {# pictures}}', 'n name'],
      ['{at, date, short}: {by}', 'at by'],
      ['plain', ''],
    ] as const)
    .run(({ assert }, [message, parameters]) => {
      assert.equal(parametersOf(message).join(' '), parameters)
    })

  test('braces that do not match are refused: {$self}')
    .with(['{n', 'n}', '{n, plural, one {x}', '{}'])
    .run(({ assert }, message) => {
      assert.throws(() => parametersOf(message))
    })

  test('two catalogs that say the same have no problem', ({ assert }) => {
    assert.deepEqual(compare({ a: { b: '{n} 张' } }, { a: { b: 'pictures: {n}' } }), [])
  })

  test('what differs is named', ({ assert }) => {
    assert.deepEqual(compare({ a: '甲', b: ' ', c: '{n} 张' }, { b: 'b', c: '{count}', d: 'd' }), [
      'd: missing in zh-CN',
      'a: missing in en',
      'b: empty in zh-CN',
      'c: zh-CN asks for {n}, en for {count}',
    ])
  })
})
