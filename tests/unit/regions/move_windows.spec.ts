import { test } from '@japa/runner'
import { DAY, timeOfDay } from '#app/core/time'
import { offsetToOpen } from '#database/demo/move_windows'
import { seedDocument } from '#database/demo/people'

const { regions } = seedDocument('regions.json')

test('at any hour the upload part began three days ago and times of day stay', ({ assert }) => {
  for (const json of regions) {
    for (let now = Date.UTC(2026, 1, 27); now < Date.UTC(2026, 2, 3); now += 3_700_000) {
      const offset = offsetToOpen(json, now)
      assert.equal(offset % DAY, 0)
      const parts = json.windows.filter(({ kind }: any) => kind === 'upload')
      const starts = (parts.length > 0 ? parts : json.windows.slice(0, 1)).map(
        ({ start }: any) => Date.parse(start) + offset
      )
      assert.isTrue(starts.some((start: number) => now - start >= 3 * DAY && now - start < 4 * DAY))
      assert.equal(timeOfDay(starts[0]), timeOfDay(Date.parse((parts[0] ?? json.windows[0]).start)))
    }
  }
})
