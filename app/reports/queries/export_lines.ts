import type { I18n } from '@adonisjs/i18n'
import { HOUR } from '#app/core/time'
import { maskIdNo } from '#app/registrations/masks'
import type Export from '#app/reports/models/export'
import { BOM, csvInstant, csvLine, type Cell } from '#app/reports/csv'
import { selectionOf, type Selection } from '#app/reports/queue_selection'
import type { Reach } from '#app/review/queries/reach'
import { clock } from '#app/shared/clock'
import { decryptField } from '#app/shared/field_cipher'
import { runInRegion } from '#app/shared/region_context'
import { dossiersOf, inBatches, withRegistration, type Query } from './export_rows.js'

interface Asking {
  asked: Export
  reach: Reach
  i18n: I18n
}

interface List {
  columns: readonly string[]
  query: (reach: Reach, select: Selection) => Query
  cells: (row: any, asking: Asking) => Cell[]
}

/** What every list says first: who it is. */
const PERSON = ['name', 'number', 'id_no', 'category', 'point', 'state'] as const

const QUEUE: List = {
  columns: [
    ...PERSON,
    ...['stage', 'round', 'submitted', 'waiting_since', 'waiting_hours', 'overdue'],
    ...['deadline', 'reviewer', 'flag'],
  ],
  query: (reach, select) =>
    select(withRegistration(dossiersOf(reach)))
      .leftJoin('staff as s', 's.id', 'd.claim_by')
      .select('d.submitted_at', 'd.stage_entered_at', 'd.deadline', 'd.flag', 'd.claim_until')
      .select('s.name as claim_name'),
  cells(row, { reach, i18n }) {
    const now = clock.now()
    const stage = reach.releases.get(row.release_id)?.workflow.stages[row.stage]
    const isOpen = row.state === 'submitted' || row.state === 'in_review'
    const waited = Math.floor((now - row.stage_entered_at) / HOUR)
    const isOverdue = isOpen && stage?.slaHours !== null && waited >= (stage?.slaHours ?? Infinity)
    return [
      inWords(stage, i18n),
      row.round,
      csvInstant(row.submitted_at),
      csvInstant(row.stage_entered_at),
      isOpen ? waited : null,
      isOpen ? i18n.t(`reports.exports.${isOverdue ? 'yes' : 'no'}`) : null,
      row.state === 'returned' ? csvInstant(row.deadline) : null,
      row.state === 'in_review' && row.claim_until > now ? row.claim_name : null,
      row.flag && i18n.t(`steps.flag.${row.flag}`),
    ]
  },
}

const OUTCOMES: List = {
  columns: [...PERSON, 'decided', 'round', 'returns', 'reason'],
  query: (reach) =>
    withRegistration(dossiersOf(reach))
      .whereIn('d.state', ['approved', 'ineligible', 'withdrawn', 'lapsed'])
      // The last one that was confirmed: an appeal may have been upheld since an earlier one.
      .leftJoin('proposals as p', (join) =>
        join
          .on('p.region_id', 'd.region_id')
          .andOn('p.dossier_id', 'd.id')
          .andOnVal('p.kind', 'ineligible')
          .andOnVal('p.outcome', 'confirmed')
          .andOn('p.decided_at', 'd.updated_at')
      )
      .select('d.updated_at', 'd.returns', 'p.reason'),
  cells(row, { reach, i18n }) {
    const reasons = reach.releases.get(row.release_id)?.reasons
    const reason = reasons?.find(({ code }) => code === row.reason)
    return [csvInstant(row.updated_at), row.round, row.returns, inWords(reason, i18n)]
  },
}

const LISTS: Record<Export['kind'], List> = { queue: QUEUE, outcomes: OUTCOMES }

/** The file of an export, line by line; a batch of rows is in memory at a time. */
export async function* exportLines(asking: Asking): AsyncGenerator<string> {
  const { asked, reach, i18n } = asking
  const { columns, query, cells } = LISTS[asked.kind]
  const { regionId, filters } = asked
  const select = await runInRegion(regionId, () => selectionOf(filters, reach))
  yield BOM + csvLine(columns.map((column) => i18n.t(`reports.exports.columns.${column}`)))
  for await (const rows of inBatches(regionId, () => query(reach, select))) {
    yield rows.map((row) => csvLine([...person(row, asking), ...cells(row, asking)])).join('')
  }
}

function person(row: any, { asked, reach, i18n }: Asking): Cell[] {
  const category = reach.releases
    .get(row.release_id)
    ?.categories.find(({ id }) => id === row.category)
  const point = reach.points.find(({ id }) => id === row.exam_point_id)
  const idNo = decryptField(row.id_no_encrypted)
  return [
    decryptField(row.name_encrypted),
    row.external_number,
    asked.wholeNumbers ? idNo : maskIdNo(idNo),
    inWords(category, i18n) ?? row.category,
    inWords(point, i18n),
    i18n.t(`staff.states.${row.state}`),
  ]
}

function inWords(text: { zh: string; en: string | null } | undefined, { locale }: I18n) {
  return text ? (locale === 'en' && text.en) || text.zh : null
}
