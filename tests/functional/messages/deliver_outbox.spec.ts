import { test } from '@japa/runner'
import DeliverOutbox from '#app/messages/jobs/deliver_outbox'
import { announceDueOutboxes } from '#app/messages/actions/announce_due_outboxes'
import { deliverOutbox } from '#app/messages/actions/deliver_outbox'
import Message from '#app/messages/models/message'
import OutboxEntry from '#app/messages/models/outbox_entry'
import { leaveInOutbox } from '#app/messages/outbox'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { isUniqueViolation, transaction } from '#app/shared/transaction'
import { AtDossier } from '#tests/support/dossiers'
import { inSharedWorld } from '#tests/support/world'

test.group('The outbox', (group) => {
  inSharedWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('is delivered once, however often and by however many it is tried', async ({ assert }) => {
    const at = await AtDossier.open()
    await leave(at, 2)
    await Promise.all([1, 2, 3].map(() => at.inRegion(deliverOutbox)))
    await at.inRegion(deliverOutbox)
    const [entry] = await at.rows('outbox')
    const messages = await at.rows('messages')
    assert.lengthOf(messages, 1)
    assert.deepInclude(messages[0], {
      outbox_id: entry.id,
      candidate_id: at.candidateId,
      template: 'submitted',
      created_at: entry.created_at,
      read_at: null,
    })
    assert.isNotNull(entry.delivered_at)
    assert.equal(entry.attempts, 0)
    assert.equal(await at.inRegion(deliverOutbox), 0)
  })

  test('a worker that was stopped after its effect leaves no second one', async ({ assert }) => {
    const at = await AtDossier.open()
    await leave(at, 2)
    await at.inRegion(deliverOutbox)
    await at.inRegion(async () => {
      const entry = await OutboxEntry.firstOrFail()
      await entry.merge({ deliveredAt: null }).save()
      assert.equal(await deliverOutbox(), 1)
    })
    assert.lengthOf(await at.rows('messages'), 1)
    assert.isNotNull((await at.rows('outbox'))[0].delivered_at)
  })

  test('holds one effect for each version of a dossier', async ({ assert }) => {
    const at = await AtDossier.open()
    await leave(at, 2)
    const twice = await leave(at, 2).catch((error) => error)
    assert.isTrue(isUniqueViolation(twice))
    await leave(at, 3)
    assert.lengthOf(await at.rows('outbox'), 2)
  })

  test('what fails waits longer each time and holds nothing else up', async ({ assert }) => {
    const at = await AtDossier.open()
    const now = clock.now()
    clock.freeze(now)
    await leave(at, 2, 'unwritable')
    clock.freeze(now + 1)
    await leave(at, 3)
    const breaking = (message: Message) => {
      if (message.template === 'unwritable') throw new Error('cannot be written')
    }
    Message.before('create', breaking)
    try {
      assert.equal(await at.inRegion(deliverOutbox), 1)
    } finally {
      Message.$hooks.remove('before:create', breaking)
    }
    const rows = await at.rows('outbox')
    const failed = rows.find(({ delivered_at: deliveredAt }) => deliveredAt === null)
    assert.deepInclude(failed, { attempts: 1, last_error: 'cannot be written' })
    assert.equal(failed.due_at, now + 1 + 5_000)
    assert.lengthOf(await at.rows('messages'), 1)
    assert.equal(await at.inRegion(deliverOutbox), 0, 'it is not due yet')
  })

  test('each region delivers its own', async ({ assert }) => {
    const sichuan = await AtDossier.open()
    const beijing = await AtDossier.open('bj', 'p05')
    await leave(sichuan, 2)
    await leave(beijing, 2)
    await runInRegion('sc', deliverOutbox)
    assert.lengthOf(await sichuan.rows('messages'), 1)
    assert.isEmpty(await beijing.rows('messages'))
    await announceDueOutboxes()
    assert.lengthOf(await beijing.rows('messages'), 1, 'what nobody announced is found')
  })

  test('its job runs inside the region that it names', async ({ assert }) => {
    const at = await AtDossier.open()
    await leave(at, 2)
    await DeliverOutbox.dispatch({ regionId: 'sc' })
    assert.lengthOf(await at.rows('messages'), 1)
  })
})

async function leave(at: AtDossier, version: number, template = 'submitted') {
  const { id } = await at.row()
  const payload = { candidateId: at.candidateId, template, variables: { receipt: 'SC-1' } }
  await at.inRegion(() => transaction((trx) => leaveInOutbox(trx, { id, version }, payload)))
}
