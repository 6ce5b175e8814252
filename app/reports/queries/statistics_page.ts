import db from '@adonisjs/lucid/services/db'
import { finishDate, reviewsToCome } from '#app/core/forecast'
import type { ReleaseDocument } from '#app/core/release'
import { DAY } from '#app/core/time'
import { midnightOf, type Period } from '#app/reports/period'
import type { Reach } from '#app/review/queries/reach'
import { clock } from '#app/shared/clock'
import type { Bilingual } from '#app/shared/wording'
import {
  openDossiers,
  returnsSince,
  reviewsSince,
  type OpenRow,
  type ReviewRow,
} from './desk_figures.js'

/** Days behind us that the forecast goes by. */
const PACE_DAYS = 7

/** Everything of the dashboard (inertia/types/reports.ts), in five statements beside the reach's. */
export async function statisticsPage(reach: Reach, { span, from }: Period) {
  const now = clock.now()
  const paceFrom = midnightOf(now) - PACE_DAYS * DAY
  const open = await openDossiers(reach, now)
  const all = await reviewsSince(reach, Math.min(from, paceFrom))
  const reviews = all.filter(({ day }) => day >= from)
  const returns = await returnsSince(reach, from)
  const finished = sum(reviews)
  const remaining = remainingReviews(open, reach)
  return {
    span,
    figures: {
      waiting: sum(open),
      overdue: open.reduce((total, { overdue }) => total + overdue, 0),
      finished,
      returned: sum(reviews.filter(({ outcome }) => outcome === 'returned')),
      agreement: agreementIn(reviews),
      remaining,
      // Today is not over: the days before it say how fast the desk is.
      finishesAt: finishDate(remaining, paceIn(all, paceFrom, midnightOf(now)), now),
    },
    stages: byStage(open, reach),
    days: byDay(reviews),
    reviewers: await byReviewer(reviews),
    materials: returns.materials.map(({ code, n }) => ({
      ...{ code, n, share: shareOf(n, finished) },
      name: materialName(code, reach),
    })),
    reasons: returns.reasons.map(({ code, n }) => ({
      ...{ code, n, share: shareOf(n, finished) },
      name: reasonName(code, reach),
    })),
  }
}

const sum = (rows: readonly { n: number }[]) => rows.reduce((total, { n }) => total + n, 0)
const shareOf = (n: number, of: number) => (of === 0 ? null : n / of)

function remainingReviews(open: readonly OpenRow[], { releases }: Reach): number {
  return reviewsToCome(
    open.map(({ releaseId, stage, n }) => {
      return { stages: releases.get(releaseId)?.workflow.stages ?? [], stage, n }
    })
  )
}

/** Of the submissions that two people reviewed, how often the second accepted as the first had. */
function agreementIn(reviews: readonly ReviewRow[]) {
  const second = reviews.filter((one) => one.second)
  const agreed = sum(second.filter(({ outcome }) => outcome === 'accepted'))
  return { pairs: sum(second), agreed }
}

function paceIn(reviews: readonly ReviewRow[], from: number, until: number) {
  const days = new Map<number, number>()
  for (const { day, n } of reviews) {
    if (day >= from && day < until) days.set(day, (days.get(day) ?? 0) + n)
  }
  return { perDay: [...days.values()], days: PACE_DAYS }
}

/** Stages of one name are one, whichever release says it. */
function byStage(open: readonly OpenRow[], { releases }: Reach) {
  const stages = new Map<string, { name: Bilingual; waiting: number; overdue: number }>()
  for (const { releaseId, stage, n, overdue } of open) {
    const known = releases.get(releaseId)?.workflow.stages[stage]
    if (!known) continue
    const one = stages.get(known.id) ?? {
      ...{ name: { zh: known.zh, en: known.en }, waiting: 0, overdue: 0 },
    }
    stages.set(known.id, { ...one, waiting: one.waiting + n, overdue: one.overdue + overdue })
  }
  return [...stages].map(([code, one]) => ({ code, ...one }))
}

function byDay(reviews: readonly ReviewRow[]) {
  const days = new Map<number, { accepted: number; returned: number }>()
  for (const { day, outcome, n } of reviews) {
    const one = days.get(day) ?? { accepted: 0, returned: 0 }
    days.set(day, { ...one, [outcome]: one[outcome] + n })
  }
  return [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => a.day - b.day)
}

async function byReviewer(reviews: readonly ReviewRow[]) {
  const staff = new Map<string, { accepted: number; returned: number; days: Set<number> }>()
  for (const { staffId, day, outcome, n } of reviews) {
    const one = staff.get(staffId) ?? { accepted: 0, returned: 0, days: new Set() }
    one[outcome] += n
    one.days.add(day)
    staff.set(staffId, one)
  }
  const ids = [...staff.keys()]
  const known: any[] = ids.length > 0 ? await db.from('staff').whereIn('id', ids).select('id', 'name') : [] // prettier-ignore
  const names = new Map<string, string>(known.map(({ id, name }) => [id, name]))
  return [...staff]
    .map(([id, { accepted, returned, days }]) => ({
      ...{ id, name: names.get(id) ?? '', accepted, returned },
      perDay: (accepted + returned) / days.size,
    }))
    .sort((a, b) => b.accepted + b.returned - (a.accepted + a.returned))
}

const inReleases = <T>({ releases }: Reach, find: (release: ReleaseDocument) => T | undefined) =>
  [...releases.values()].map(find).findLast((found) => found !== undefined)

function materialName(code: string, reach: Reach): Bilingual {
  const found = inReleases(reach, ({ materials }) => materials.find((one) => one.code === code))
  return { zh: found?.zh ?? code, en: found?.en ?? null }
}

function reasonName(code: string, reach: Reach): Bilingual {
  const found = inReleases(reach, ({ reasons }) => reasons.find((one) => one.code === code))
  return { zh: found?.zh ?? code, en: found?.en ?? null }
}

export type StatisticsPage = Awaited<ReturnType<typeof statisticsPage>>
