import { createHash } from 'node:crypto'
import type { Catalog } from '#app/core/release'
import { readRegions, type ReadRegion } from '#app/administration/actions/import_regions'
import Release from '#app/catalog/models/release'
import { unavailableChannels } from '#app/messages/channels'
import ExamPoint from '#app/regions/models/exam_point'
import Notice from '#app/regions/models/notice'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { canonicalJson } from '#app/shared/canonical_json'
import { runInRegion } from '#app/shared/region_context'

type Effect = 'new' | 'changed' | 'same'

/** What importing one region of a file would do. */
export interface RegionPreview {
  id: string
  zh: string
  en: string
  region: Effect
  /** Year, and whether it becomes the current season in another's place. */
  season: { year: number; effect: 'new' | 'same'; takesOver: boolean }
  /** Number that the season's release has afterwards. */
  release: { number: number; effect: 'new' | 'same' }
  /** `kept`: points that the file does not name, which stay. */
  points: { added: number; changed: number; kept: number }
  windows: Effect
  settings: Effect
  notices: { added: number; removed: number }
  /** Channels for messages that nobody provides here: they are kept and nothing is sent by them. */
  unavailable: string[]
}

/**
 * What importing a file would do, region by region; nothing is written.
 *
 * @throws ReleaseError with every problem of the file
 */
export async function importPreview(json: unknown, catalog: Catalog): Promise<RegionPreview[]> {
  const previews: RegionPreview[] = []
  for (const region of readRegions(json, catalog)) {
    const { id } = region.document.region
    previews.push(await runInRegion(id, () => preview(region)))
  }
  return previews
}

async function preview({ document, release, year }: ReadRegion): Promise<RegionPreview> {
  const { region } = document
  const known = await Region.find(region.id)
  const seasons = known ? await Season.query().orderBy('year') : []
  const season = seasons.find((one) => one.year === year && one.exam === 'physician') ?? null
  return {
    id: region.id,
    zh: region.zh,
    en: region.en,
    region: !known ? 'new' : sameText(known.$attributes, region) ? 'same' : 'changed',
    season: {
      year,
      effect: season ? 'same' : 'new',
      takesOver: seasons.some((one) => one.isCurrent && one.id !== season?.id),
    },
    release: await releaseEffect(season, release),
    points: await pointEffects(document.points),
    windows: await windowEffect(season, document),
    settings: settingsEffect(season, document),
    notices: await noticeEffects(season, document.notices),
    unavailable: unavailableChannels(document.settings.notifications.channels),
  }
}

/** Compares the keys that the document names. */
function sameText(row: Record<string, unknown>, named: object): boolean {
  return Object.entries(named).every(([key, value]) => same(row[key], value))
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null)
}

async function releaseEffect(season: Season | null, release: ReadRegion['release']) {
  const last =
    season &&
    (await Release.query()
      .where('season_id', season.id)
      .select('number', 'sha256')
      .orderBy('number', 'desc')
      .first())
  const sha256 = createHash('sha256').update(canonicalJson(release)).digest('hex')
  return last?.sha256 === sha256
    ? { number: last.number, effect: 'same' as const }
    : { number: (last?.number ?? 0) + 1, effect: 'new' as const }
}

async function pointEffects(points: ReadRegion['document']['points']) {
  const rows = await ExamPoint.query()
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  const known = new Map(
    rows.map((row) => [
      row.code,
      { ...row.$attributes, parent: row.parentId && codes.get(row.parentId) },
    ])
  )
  const added = points.filter(({ code }) => !known.has(code)).length
  const changed = points.filter((point) => {
    const row = known.get(point.code)
    return row !== undefined && !sameText(row, point)
  }).length
  return { added, changed, kept: rows.length - (points.length - added) }
}

async function windowEffect(
  season: Season | null,
  { windows, returnCapAt }: ReadRegion['document']
): Promise<Effect> {
  if (!season) return 'new'
  const rows = await SeasonWindow.query().where('season_id', season.id)
  const there = rows.map(({ kind, startsAt, endsAt, zh, en }) => [kind, startsAt, endsAt, zh, en])
  const named = windows.map(({ kind, start, end, zh, en }) => [kind, start, end, zh, en])
  const sorted = (list: unknown[][]) => list.map((one) => JSON.stringify(one)).sort()
  return same(sorted(there), sorted(named)) && season.returnCapAt === returnCapAt
    ? 'same'
    : 'changed'
}

function settingsEffect(
  season: Season | null,
  { settings, uploadsOn }: ReadRegion['document']
): Effect {
  if (!season) return 'new'
  // Settings of before say nothing of staff's uploads: none.
  return same({ staffUploads: false, ...season.settings }, settings) &&
    season.uploadsOn === uploadsOn
    ? 'same'
    : 'changed'
}

async function noticeEffects(
  season: Season | null,
  notices: ReadRegion['document']['notices']
): Promise<RegionPreview['notices']> {
  const rows = season
    ? await Notice.query().where('season_id', season.id).whereNot('status', 'archived')
    : []
  const key = ({ url, titleZh }: { url: string | null; titleZh: string }) => url ?? titleZh
  const there = new Set(rows.map(key))
  const named = new Set(notices.map(key))
  return {
    added: [...named].filter((one) => !there.has(one)).length,
    // What the region wrote itself stays: a file has links only.
    removed: rows.filter((row) => row.bodyZh === null && !named.has(key(row))).length,
  }
}
