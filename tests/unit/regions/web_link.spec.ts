import { test } from '@japa/runner'
import { noticeHtml } from '#app/regions/notice_html'
import { webLinkProblem } from '#app/regions/web_link'

test.group('Links of notices', () => {
  for (const [address, problem] of [
    ['https://wjw.sc.gov.cn/a/b.html?x=1#y', null],
    ['HTTPS://WJW.SC.GOV.CN', null],
    ['https://考试.公益', null],
    ['https://a.cn/@somebody', null],
    ['http://wjw.sc.gov.cn', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,<script>alert(1)</script>', 'scheme'],
    ['ftp://a.cn/b', 'scheme'],
    ['blob:https://a.cn/1', 'scheme'],
    ['java\tscript:alert(1)', 'form'],
    ['https://a.cn\n.b.cn', 'form'],
    ['https:\\\\a.cn', 'form'],
    ['https://a.cn/\u202egnp', 'form'],
    ['//a.cn', 'form'],
    ['/a', 'form'],
    ['wjw.sc.gov.cn', 'form'],
    ['https://', 'form'],
    ['https://admin:secret@a.cn', 'credentials'],
    ['https://admin@a.cn', 'credentials'],
    ['https://@a.cn', 'credentials'],
    ['https:///admin@a.cn', 'credentials'],
    [`https://a.cn/${'a'.repeat(1000)}`, 'form'],
  ] as const) {
    test(`${JSON.stringify(address).slice(0, 60)}: ${problem ?? 'may be followed'}`, ({
      assert,
    }) => {
      assert.equal(webLinkProblem(address), problem)
    })
  }
})

test.group('Texts of notices', () => {
  test('become headings, lists, tables and links that open apart', ({ assert }) => {
    const html = noticeHtml(
      '# 通知\n\n- 一\n- **二**\n\n[官网](https://a.cn/b)\n\n|甲|乙|\n|-|-|\n|1|2|'
    )
    assert.include(html, '<h2>通知</h2>')
    assert.include(html, '<li><strong>二</strong></li>')
    assert.include(html, '<a href="https://a.cn/b" rel="noopener" target="_blank">官网</a>')
    assert.include(html, '<td>1</td>')
  })

  for (const text of [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](http://a.cn)',
    '[x](https://admin:secret@a.cn)',
    '![x](https://a.cn/x.png)',
    '<https://admin@a.cn>',
    '[x]: javascript:alert(1)\n\n[x]',
    '[x](https://a.cn "\\" onmouseover=\\"alert(1)")',
    '<style>*{display:none}</style>',
    '<iframe src="https://a.cn"></iframe>',
    '`<b onclick=alert(1)>`',
    '<p style="position:fixed">x</p>',
  ]) {
    test(`nothing runs or loads from ${text.slice(0, 40).replaceAll('\n', ' ')}`, ({ assert }) => {
      const html = noticeHtml(text)
      const tags = html.match(/<[^>]*>/g) ?? []
      const allowed =
        /^<\/?(?:p|code|br|a)(?: href="https:\/\/a\.cn[^"@]*" rel="noopener" target="_blank")?(?: \/)?>$/
      assert.deepEqual(
        tags.filter((tag) => !allowed.test(tag)),
        [],
        html
      )
    })
  }
})
