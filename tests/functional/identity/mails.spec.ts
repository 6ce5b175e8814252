import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { MailManager, transports } from '@adonisjs/mail'
import app from '@adonisjs/core/services/app'
import mail from '@adonisjs/mail/services/main'
import identityConfig from '#config/identity'
import { smtpServer } from '#config/mail'
import AuditEntry from '#app/audit/models/audit_entry'
import { MINUTE } from '#app/core/time'
import StaffMail from '#app/identity/mails/staff_mail'
import Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { withAccounts } from '#tests/support/identity_group'
import { StaffBrowser } from '#tests/support/staff_browser'
import { addMembership, newStaff, PASSWORD, staffOf } from '#tests/support/world'

const PEOPLE = '/sc/staff/people'
const EMAIL = 'li.min@example.cn'
const invited = {
  login: 'li.min',
  name: '李敏',
  email: EMAIL,
  places: [{ role: 'region_reviewer', pointIds: [] }],
}

test.group('Letters to staff', (group) => {
  withAccounts(group, 'optional')
  let letters: ReturnType<typeof mail.fake>
  group.each.setup(() => {
    identityConfig.mail = true
    letters = mail.fake()
    return () => {
      identityConfig.mail = false
      mail.restore()
    }
  })

  const sent = () =>
    (letters.mails.sent() as StaffMail[]).map(({ to, kind, message }) => ({
      ...(message.toJSON().message as { subject: string; text: string }),
      ...{ to, kind },
    }))
  const linkIn = (text: string) => new URL(/http\S+/.exec(text)![0]).pathname

  test('an invitation goes to the person, in both languages, and is shown to nobody else', async ({
    assert,
  }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    await admin.send('POST', PEOPLE, invited)
    assert.isNull(admin.shown.props.link)
    assert.include(admin.shown.props.flash.success, EMAIL)
    const [letter, ...others] = sent()
    assert.isEmpty(others)
    assert.equal(letter.to, EMAIL)
    assert.equal(letter.subject, '考区：启用您的账号 li.min / Kaoqu: your account li.min')
    for (const words of ['李敏，您好', '四川考区', '2027年1月27日 09:00', 'Dear 李敏']) {
      assert.include(letter.text, words)
    }
    const newcomer = new StaffBrowser()
    const { props } = await newcomer.page(linkIn(letter.text))
    assert.equal(props.person.kind, 'invitation')
  })

  test('without an address, or without mail, the link is shown as ever', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    await admin.send('POST', PEOPLE, { ...invited, email: '' })
    assert.isObject(admin.shown.props.link)
    identityConfig.mail = false
    await admin.send('POST', PEOPLE, { ...invited, login: 'li.min2' })
    assert.isObject(admin.shown.props.link)
    assert.isEmpty(sent())
    assert.isFalse((await admin.page(PEOPLE)).props.mails)
  })

  test('a letter that cannot be sent leaves the link with who gave it out', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    letters.send = async () => {
      throw new Error('no route to host')
    }
    await admin.send('POST', PEOPLE, invited)
    assert.isObject(admin.shown.props.link)
    assert.notInclude(admin.shown.props.flash.success, EMAIL)
    assert.equal((await Staff.findByOrFail({ login: 'li.min' })).email, EMAIL)
  })

  test('what is no address is refused under its field', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const { field, status } = await admin.send('POST', PEOPLE, { ...invited, email: 'li min' })
    assert.deepEqual([status, field], [422, 'email'])
    assert.isNull(await Staff.findBy({ login: 'li.min' }))
  })

  test('a link for a new password goes to the address that the person gave', async ({ assert }) => {
    const person = await staffOf('sc', 'region_reviewer')
    const himself = await StaffBrowser.of(person)
    const address = { email: ' Lin@Example.cn ', current: PASSWORD }
    const wrong = await himself.send('PUT', '/staff/account/email', { ...address, current: 'no' })
    assert.deepEqual([wrong.code, wrong.field], ['PASSWORD_WRONG', 'current'])
    await himself.send('PUT', '/staff/account/email', address)
    assert.deepEqual(himself.shown.props.mail, { email: 'lin@example.cn' })
    const entries = await runInRegion('sc', () => AuditEntry.query().where('chain', 'region:sc'))
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['staff.mail_address_changed']
    )

    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    await admin.send('POST', `${PEOPLE}/${person.id}/password-links`)
    assert.isNull(admin.shown.props.link)
    const [letter] = sent()
    assert.deepEqual([letter.to, letter.kind], ['lin@example.cn', 'password'])
    const visitor = new StaffBrowser()
    assert.equal((await visitor.page(linkIn(letter.text))).props.person.kind, 'password')
    await himself.send('PUT', '/staff/account/email', { email: null, current: PASSWORD })
    await person.refresh()
    assert.isNull(person.email)
  })

  test('a reset is told to the person and to the administrators of his other regions', async ({
    assert,
  }) => {
    const person = await staffOf('sc', 'region_reviewer')
    await addMembership(person, 'bj', 'region_reviewer')
    const session = await StaffBrowser.of(person)
    await session.enrol()
    const there = await staffOf('bj', 'region_admin')
    // One without an address is no hindrance.
    await staffOf('bj', 'region_admin')
    await person.merge({ email: 'person@example.cn' }).save()
    await there.merge({ email: 'there@example.cn' }).save()
    clock.freeze(clock.now() + MINUTE)

    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const at = `${PEOPLE}/${person.id}/second-factor-resets`
    await admin.send('POST', at, { ground: 'phone lost, seen in person' })
    const { people } = admin.shown.props
    const { id } = people.find((row: any) => row.id === person.id).reset
    const platform = await StaffBrowser.of(await newStaff('platform', { isPlatformAdmin: true }))
    await platform.send('PUT', `${at}/${id}`)
    assert.deepEqual(
      sent().map(({ to, kind }) => [to, kind]),
      [
        ['person@example.cn', 'second_factor_reset'],
        ['there@example.cn', 'second_factor_reset_elsewhere'],
      ]
    )
  })
})

test.group('SMTP_URL', () => {
  test('says host, account and encryption', ({ assert }) => {
    assert.containsSubset(smtpServer('smtp://mail.example.cn'), { port: 587, secure: false })
    assert.containsSubset(smtpServer('smtps://portal:p%40ss@mail.example.cn'), {
      host: 'mail.example.cn',
      port: 465,
      secure: true,
      auth: { type: 'login', user: 'portal', pass: 'p@ss' },
    })
    assert.throws(() => smtpServer('http://mail.example.cn'), /SMTP_URL begins with/)
  })

  test('leads to a server, which gets the letter whole', async ({ assert }) => {
    const { port, received, stop } = await smtpListener()
    const config = smtpServer(`smtp://127.0.0.1:${port}`)
    const smtp = await transports.smtp({ ...config, ignoreTLS: true }).resolver(app)
    const emitter = await app.container.make('emitter')
    const from = { address: 'kaoqu@example.cn', name: '考区' }
    const manager = new MailManager(emitter, { default: 'smtp', from, mailers: { smtp } })
    const facts = { name: '李敏', login: 'li.min', url: 'http://x.cn/staff/links/t', region: 'r' }
    await manager.send(new StaffMail(EMAIL, 'invitation', facts, clock.now()))
    await manager.closeAll()
    stop()
    const letter = received()
    assert.include(letter, `RCPT TO:<${EMAIL}>`)
    // Lines are folded on the way.
    assert.include(letter.replaceAll('=\r\n', ''), 'http://x.cn/staff/links/t')
  })
})

/** Enough of a mail server to take one letter. */
async function smtpListener() {
  let heard = ''
  const server = createServer((socket) => {
    let inData = false
    socket.setEncoding('utf8').write('220 here\r\n')
    socket.on('data', (text: string) => {
      heard += text
      if (inData) {
        if (!heard.endsWith('\r\n.\r\n')) return
        inData = false
        socket.write('250 taken\r\n')
      } else if (text.startsWith('DATA')) {
        inData = true
        socket.write('354 go on\r\n')
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 fine\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, received: () => heard, stop: () => server.close() }
}
