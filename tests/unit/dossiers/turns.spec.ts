import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Turns } from '#app/dossiers/images/turns'
import { Refused } from '#app/shared/exceptions/refused'

/** Work that lasts until it is told to end, and counts how many do so at a time. */
function bench(turns: Turns) {
  const ends: (() => void)[] = []
  const order: number[] = []
  let most = 0
  let now = 0
  const begin = (n: number) =>
    turns.take(async () => {
      order.push(n)
      most = Math.max(most, ++now)
      await new Promise<void>((resolve) => ends.push(resolve))
      now--
      return n
    })
  return { begin, order, most: () => most, end: () => ends.shift()!() }
}

test.group('Turns', () => {
  test('so many run at a time, the others in the order they came', async ({ assert }) => {
    const { begin, order, most, end } = bench(new Turns(2))
    const all = [1, 2, 3, 4, 5].map(begin)
    for (let n = 0; n < 5; n++) {
      await sleep(1)
      end()
    }
    assert.deepEqual(await Promise.all(all), [1, 2, 3, 4, 5])
    assert.deepEqual(order, [1, 2, 3, 4, 5])
    assert.equal(most(), 2)
  })

  test('who waits too long is refused, and is told when to come again', async ({ assert }) => {
    const turns = new Turns(1, 30)
    const { begin, order, end } = bench(turns)
    const first = begin(1)
    const told = new Set<number>()
    for (let n = 0; n < 40; n++) {
      const refused: unknown = await turns
        .take(async () => order.push(99))
        .catch((error: unknown) => error)
      assert.instanceOf(refused, Refused)
      const { status, refusal } = refused as Refused
      assert.deepEqual([status, refusal.code], [503, 'SERVER_BUSY'])
      told.add(refusal.params!.seconds as number)
      if (told.size > 1) break
    }
    for (const seconds of told) assert.isTrue(seconds >= 1 && seconds <= 10)
    assert.isAbove(told.size, 1, 'not all come back at the same second')
    end()
    await first
    assert.equal(await turns.take(async () => 'free again'), 'free again')
    assert.deepEqual(order, [1])
  })

  test('a turn comes back when the work fails', async ({ assert }) => {
    const turns = new Turns(1, 30)
    await assert.rejects(() => turns.take(() => Promise.reject(new Error('broken'))), 'broken')
    assert.equal(await turns.take(async () => 1), 1)
  })

  test('who has no hope is refused before he sends anything', async ({ assert }) => {
    const turns = new Turns(1, 50)
    await turns.take(() => sleep(200))
    turns.refuseWhenHopeless()
    const { begin, end } = bench(turns)
    const all = [1, 2, 3, 4].map(begin)
    assert.throws(() => turns.refuseWhenHopeless(), 'SERVER_BUSY')
    const rest = Promise.allSettled(all)
    await sleep(80)
    end()
    const outcomes = (await rest).map(({ status }) => status)
    assert.deepEqual(outcomes, ['fulfilled', 'rejected', 'rejected', 'rejected'])
    turns.refuseWhenHopeless()
  })
})
