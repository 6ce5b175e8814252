import { test } from '@japa/runner'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { noticesFor, unreadMustReadNotices } from '#app/regions/queries/notices'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, signedInCandidate } from '#tests/support/world'

test.group('Reading notices', (group) => {
  inWorld(group)

  test('a guest is asked to sign in', async ({ client }) => {
    const response = await client
      .post(`/sc/notices/${(await mustRead('sc')).id}/reads`)
      .accept('json')
      .withCsrfToken()
    response.assertStatus(401)
  })

  test('is kept once, with its first time', async ({ client, assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const notice = await mustRead('sc')
    await runInRegion('sc', async () => {
      for (const read of await NoticeRead.query().where('candidate_id', candidate.id))
        await read.delete()
      assert.include(
        await unreadMustReadNotices(notice.seasonId, candidate.id, clock.now()),
        notice.id
      )
    })
    const read = () =>
      client
        .post(`/sc/notices/${notice.id}/reads`)
        .withGuard('candidate')
        .loginAs(candidate)
        .accept('json')
        .withCsrfToken()
    const first = await read()
    first.assertStatus(204)
    const [row] = await readsOf(candidate.id)
    const again = await read()
    again.assertStatus(204)
    const rows = await readsOf(candidate.id)
    assert.lengthOf(rows, 1)
    assert.equal(rows[0].readAt, row.readAt)

    await runInRegion('sc', async () => {
      assert.isEmpty(await unreadMustReadNotices(notice.seasonId, candidate.id, clock.now()))
      const views = await noticesFor(notice.seasonId, candidate.id, clock.now())
      assert.deepEqual(
        views.map(({ readAt }) => readAt),
        [row.readAt, null]
      )
      const guest = await noticesFor(notice.seasonId, null, clock.now())
      assert.isTrue(guest.every(({ readAt }) => readAt === null))
    })
  })

  test('what another candidate read is not read by this one', async ({ assert }) => {
    await signedInCandidate('sc')
    const { candidate } = await signedInCandidate('sc')
    const notice = await mustRead('sc')
    await runInRegion('sc', async () => {
      for (const read of await NoticeRead.query().where('candidate_id', candidate.id))
        await read.delete()
      assert.deepEqual(await unreadMustReadNotices(notice.seasonId, candidate.id, clock.now()), [
        notice.id,
      ])
    })
  })

  test("another region's notice is missing here", async ({ client }) => {
    const { candidate } = await signedInCandidate('sc')
    const response = await client
      .post(`/sc/notices/${(await mustRead('bj')).id}/reads`)
      .withGuard('candidate')
      .loginAs(candidate)
      .accept('json')
      .withCsrfToken()
    response.assertStatus(404)
  })

  test('a notice shows and must be read only within its time', async ({ assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const notice = await mustRead('sc')
    await runInRegion('sc', async () => {
      for (const read of await NoticeRead.query().where('candidate_id', candidate.id))
        await read.delete()
      const row = await Notice.findOrFail(notice.id)
      await row.merge({ shownFrom: 1_000, shownUntil: 2_000 }).save()
      const unread = (at: number) => unreadMustReadNotices(notice.seasonId, candidate.id, at)
      assert.deepEqual(await unread(999), [])
      assert.deepEqual(await unread(1_000), [notice.id])
      assert.deepEqual(await unread(2_000), [])
    })
  })
})

function mustRead(regionId: string): Promise<Notice> {
  return runInRegion(regionId, () => Notice.query().where('must_read', true).firstOrFail())
}

function readsOf(candidateId: string): Promise<NoticeRead[]> {
  return runInRegion('sc', () => NoticeRead.query().where('candidate_id', candidateId))
}
