import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { MINUTE } from '#app/core/time'
import Membership from '#app/identity/models/membership'
import Season from '#app/regions/models/season'
import { clock } from '#app/shared/clock'
import { PREFERENCES_COOKIE } from '#app/shared/middleware/locale_middleware'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
import {
  allAccepted,
  as,
  claimed,
  codeOf,
  fresh,
  handedIn,
  path,
  returning,
  written,
  type Sent,
} from './desk.js'

async function onDesk(client: ApiClient) {
  const dossier = await handedIn('sd', { pointId: '3701' })
  const reviewer = await staffOf('sd', 'point_reviewer', '3701')
  const token = await claimed(client, reviewer, dossier)
  const { row, core } = await fresh(dossier)
  const verdicts = await allAccepted(dossier)
  return { dossier, reviewer, token, manifest: row.manifest!, core, verdicts }
}

type Desk = Awaited<ReturnType<typeof onDesk>>

interface Wrong {
  title: string
  code: string
  status: number
  /** What goes wrong before it is sent. */
  happens?: (desk: Desk, client: ApiClient) => Promise<unknown>
  sent?: (desk: Desk) => Promise<object> | object
}

const first = ({ verdicts: [one] }: Desk) => one.item
const pinned = (desk: Desk, pin: object): Sent[] =>
  returning(desk.verdicts, [first(desk)]).map((one) =>
    one.item === first(desk) ? { ...one, pins: [pin as any] } : one
  )

const WRONG: Wrong[] = [
  {
    title: 'a stale token, after a lead has taken over',
    code: 'CLAIM_LOST',
    status: 409,
    async happens({ dossier }, client) {
      const lead = await staffOf('sd', 'region_lead')
      ;(await as(client.post(path(dossier, '/takeovers')), lead)).assertStatus(200)
    },
  },
  {
    title: 'a lease that has run out',
    code: 'CLAIM_EXPIRED',
    status: 409,
    happens: async () => clock.freeze(clock.now() + 21 * MINUTE),
  },
  {
    title: 'a stage that it has left',
    code: 'STATE_MOVED_ON',
    status: 409,
    async happens({ dossier, reviewer, token, manifest, verdicts }, client) {
      const body = { token, manifest, verdicts }
      const answer = await as(client.post(path(dossier, '/reviews')), reviewer).json(body)
      answer.assertStatus(200)
    },
  },
  {
    title: 'a stage that is another one’s by now',
    code: 'NOT_YOUR_STAGE',
    status: 403,
    async happens({ dossier, reviewer, token, manifest, verdicts }, client) {
      await as(client.post(path(dossier, '/reviews')), reviewer).json({ token, manifest, verdicts })
      await claimed(client, await staffOf('sd', 'region_reviewer'), dossier)
    },
  },
  {
    title: 'an item of another dossier',
    code: 'ITEM_UNKNOWN',
    status: 404,
    async sent({ verdicts }) {
      const [other] = (await fresh(await handedIn('sd', { pointId: '3701' }))).items
      return { verdicts: [...verdicts, { ...verdicts[0], item: other.id }] }
    },
  },
  {
    title: 'a return without a reason',
    code: 'REASON_MISSING',
    status: 422,
    sent: (desk) => ({ verdicts: returning(desk.verdicts, [first(desk)], []) }),
  },
  {
    title: 'an acceptance with something to mend',
    code: 'REASON_UNFIT',
    status: 422,
    sent: ({ verdicts }) => ({
      verdicts: verdicts.map((one) => ({ ...one, reasons: ['IMG_BLUR'] })),
    }),
  },
  {
    title: 'a deadline that would be in the past',
    code: 'RETURN_CAP_PASSED',
    status: 409,
    happens: () =>
      runInRegion('sd', async () => {
        const season = await Season.query().where('is_current', true).firstOrFail()
        await season.merge({ returnCapAt: clock.now() - MINUTE }).save()
      }),
    sent: (desk) => ({ verdicts: returning(desk.verdicts, [first(desk)]) }),
  },
  {
    title: 'a pin outside the picture',
    code: 'PIN_OUTSIDE',
    status: 422,
    sent(desk) {
      const image = desk.core.items.find(({ id }) => id === first(desk))!.images[0].id
      return { verdicts: pinned(desk, { image, x: 1.2, y: 0.5 }) }
    },
  },
  {
    title: 'a pin on a picture of another item',
    code: 'PIN_ELSEWHERE',
    status: 422,
    sent(desk) {
      const [, other] = desk.core.items.filter(({ images }) => images.length > 0)
      return { verdicts: pinned(desk, { image: other.images[0].id, x: 0.2, y: 0.5 }) }
    },
  },
  {
    title: 'a reviewer who was suspended meanwhile',
    code: 'NOT_FOUND',
    status: 404,
    happens: ({ reviewer }) =>
      runInRegion('sd', () =>
        Membership.query()
          .where('regionId', 'sd')
          .where('staffId', reviewer.id)
          .update({ suspended_at: clock.now() })
      ),
  },
]

test.group('A review is refused with words', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  for (const { title, code, status, happens, sent } of WRONG) {
    test(`${title}: ${code}`, async ({ client, assert }) => {
      const desk = await onDesk(client)
      const { dossier, reviewer, token, manifest, verdicts } = desk
      await happens?.(desk, client)
      const before = await written(dossier)
      const body = { token, manifest, verdicts, ...(await sent?.(desk)) }
      const said = new Set<string>()
      for (const locale of ['zh-CN', 'en']) {
        const answer = await as(client.post(path(dossier, '/reviews')), reviewer)
          .withCookie(PREFERENCES_COOKIE, { locale })
          .json(body)
        assert.equal(codeOf(answer), code)
        assert.equal(answer.status(), status)
        const [{ message }] = answer.body().errors
        assert.notInclude(message, code, 'words, not a key')
        said.add(message)
      }
      assert.equal(said.size, 2, 'in both languages')
      const after = await written(dossier)
      assert.equal(after.decisions.length, before.decisions.length)
      assert.equal(after.audit.length, before.audit.length)
    })
  }
})
