import { v7 as uuid } from 'uuid'
import type Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { currentSeason } from '#app/regions/queries/current_season'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'

/** The current season's live settings, changed as an administrator would: at once for everyone. */
async function changeSeason(region: string, change: (season: Season) => void) {
  await runInRegion(region, async () => {
    const { season } = (await currentSeason())!
    change(season)
    await season.save()
  })
}

export const switchUploads = (region: string, on: boolean) =>
  changeSeason(region, (season) => season.merge({ uploadsOn: on }))

export const allowStaffUploads = (region: string, allowed = true) =>
  changeSeason(region, (season) =>
    season.merge({ settings: { ...season.settings, staffUploads: allowed } })
  )

/** Replaces all windows that guard anything by these. */
export async function setWindows(
  region: string,
  windows: readonly { kind: 'upload' | 'blackout'; from: number; until: number }[]
) {
  await runInRegion(region, async () => {
    const { season, windows: known } = (await currentSeason())!
    for (const window of known) {
      if (window.kind === 'upload' || window.kind === 'blackout') await window.delete()
    }
    await SeasonWindow.createMany(
      windows.map(({ kind, from, until }) => ({
        id: uuid(),
        seasonId: season.id,
        kind,
        startsAt: from,
        endsAt: until,
        zh: null,
        en: null,
      }))
    )
  })
}

/** Uploading is open around now, until `until` (ms). */
export const closeUploadsAt = (region: string, until: number) =>
  setWindows(region, [{ kind: 'upload', from: clock.now() - 86_400_000, until }])

/** A notice that nobody has read yet. */
export async function newMustReadNotice(region: string): Promise<Notice> {
  return runInRegion(region, async () => {
    const { season } = (await currentSeason())!
    return Notice.create({
      id: uuid(),
      seasonId: season.id,
      position: 99,
      titleZh: '补充通知',
      titleEn: 'A later notice',
      url: 'https://example.invalid/later',
      mustRead: true,
      shownFrom: null,
      shownUntil: null,
    })
  })
}

/** What the region says now about windows, switch and notices, to be put back after a test. */
export async function keepSeason(region: string): Promise<() => Promise<void>> {
  const before = await runInRegion(region, async () => {
    const { season, windows } = (await currentSeason())!
    const notices = await Notice.query().select('id')
    return {
      uploadsOn: season.uploadsOn,
      settings: season.settings,
      returnCapAt: season.returnCapAt,
      windows: windows.map(({ kind, startsAt, endsAt, zh, en }) => ({
        kind,
        startsAt,
        endsAt,
        zh,
        en,
      })),
      notices: new Set(notices.map(({ id }) => id)),
    }
  })
  return () =>
    runInRegion(region, async () => {
      const { uploadsOn, settings, returnCapAt } = before
      const { season, windows } = (await currentSeason())!
      await season.merge({ uploadsOn, settings, returnCapAt }).save()
      for (const window of windows) await window.delete()
      await SeasonWindow.createMany(
        before.windows.map((window) => ({ id: uuid(), seasonId: season.id, ...window }))
      )
      for (const notice of await Notice.all()) {
        if (before.notices.has(notice.id)) continue
        for (const read of await NoticeRead.query().where('notice_id', notice.id)) {
          await read.delete()
        }
        await notice.delete()
      }
    })
}
