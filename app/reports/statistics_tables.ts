import type { I18n } from '@adonisjs/i18n'
import { csvInstant, csvLine, BOM, type Cell } from './csv.js'
import type { StatisticsPage } from './queries/statistics_page.js'

export const TABLES = ['stages', 'days', 'reviewers', 'materials', 'reasons'] as const
export type Table = (typeof TABLES)[number]

type Worded = (text: { zh: string; en: string | null }) => string

const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10)

const ROWS: { [T in Table]: (page: StatisticsPage, word: Worded) => Cell[][] } = {
  stages: ({ stages }, word) =>
    stages.map(({ name, waiting, overdue }) => [word(name), waiting, overdue]),
  days: ({ days }) =>
    days.map(({ day, accepted, returned }) => [
      csvInstant(day)!.slice(0, 10),
      ...[accepted, returned, accepted + returned],
    ]),
  reviewers: ({ reviewers }) =>
    reviewers.map(({ name, accepted, returned, perDay }) => [
      ...[name, accepted, returned, accepted + returned],
      Math.round(perDay * 10) / 10,
    ]),
  materials: ({ materials }, word) =>
    materials.map(({ name, n, share }) => [word(name), n, percent(share)]),
  reasons: ({ reasons }, word) =>
    reasons.map(({ name, n, share }) => [word(name), n, percent(share)]),
}

const COLUMNS: Record<Table, readonly string[]> = {
  stages: ['stage', 'waiting', 'overdue'],
  days: ['day', 'accepted', 'returned', 'all'],
  reviewers: ['reviewer', 'accepted', 'returned', 'all', 'per_day'],
  materials: ['material', 'returns', 'share'],
  reasons: ['reason', 'returns', 'share'],
}

/** The table behind a chart, as a file. */
export function tableFile(table: Table, page: StatisticsPage, i18n: I18n): string {
  const head = COLUMNS[table].map((column) => i18n.t(`reports.statistics.columns.${column}`))
  const word: Worded = ({ zh, en }) => (i18n.locale === 'en' && en) || zh
  return BOM + [head, ...ROWS[table](page, word)].map(csvLine).join('')
}
