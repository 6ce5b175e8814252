import { test } from '@japa/runner'
import { deliverOutbox } from '#app/messages/actions/deliver_outbox'
import Message from '#app/messages/models/message'
import OutboxEntry from '#app/messages/models/outbox_entry'
import {
  count,
  here,
  onRaceGround,
  PARALLEL,
  REGION,
  submitted,
  times,
} from '#tests/concurrency/support/ground'

test.group('Races of workers', (group) => {
  onRaceGround(group)

  test('four workers on one outbox: each message once', async ({ assert }) => {
    for (let n = 0; n < 6; n++) await submitted()
    let attempts = 0
    const create: any = Message.create
    Object.assign(Message, {
      create(...args: unknown[]) {
        attempts++
        return create.apply(Message, args)
      },
    })
    try {
      await Promise.all(times(4, () => here(deliverOutbox)))
    } finally {
      Reflect.deleteProperty(Message, 'create')
    }
    // That they collide shows the race: only the unique key on the outbox row keeps it at one.
    if (PARALLEL) assert.isAbove(attempts, 6)
    assert.equal(await count('messages'), 6)
    assert.equal(await count('outbox', { attempts: 0 }), 6, 'no delivery counts as failed')
    assert.equal(await count('outbox', { delivered_at: null }), 0)
    assert.equal(await here(deliverOutbox), 0)
  })

  test('a worker that was stopped between effect and mark leaves nothing to repeat', async ({
    assert,
  }) => {
    await submitted()
    await here(deliverOutbox)

    await here(() => OutboxEntry.query().where('regionId', REGION).update({ delivered_at: null }))
    assert.equal(await here(deliverOutbox), 1)
    assert.equal(await count('messages'), 1)
    assert.equal(await count('outbox', { delivered_at: null }), 0)
  })
})
