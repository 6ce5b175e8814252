import type { Connection } from 'mysql2/promise'

const ITEMS = 15
const DAY = 86_400_000
/** The region that is measured, and one whose point reviewers are; all others share the rest. */
const SHARES: Record<string, number> = { sh: 0.16, sd: 0.06 }

interface Region {
  id: string
  season: string
  release: string
  points: string[]
}

export interface Filled {
  dossiers: number
  items: number
  regions: number
}

/** Of a hundred dossiers: up to which number one is what. The measured region has much to claim. */
const MIX = {
  sh: { 'waiting:0': 80, 'waiting:1': 84, 'returned': 88, 'approved': 97, 'lapsed': 98 },
  others: {
    ...{ 'waiting:0': 40, 'waiting:1': 50, 'returned': 60, 'approved': 90, 'withdrawn': 93 },
    ...{ held: 95 },
  },
}

/** Writes dossiers as rows, region by region and in the order of their keys. */
export async function fill(sql: Connection, { dossiers }: { dossiers: number }): Promise<Filled> {
  await sql.query('set foreign_key_checks = 0, unique_checks = 0')
  await sql.query(
    `create temporary table bench_items as
     select material, need, min, max, row_number() over (order by need desc, id) as n from items
     where region_id = 'sh' and dossier_id = (select min(id) from dossiers where region_id = 'sh')
     order by need desc, id limit ${ITEMS}`
  )
  const regions = await regionsIn(sql)
  const shared = Object.values(SHARES).reduce((sum, share) => sum + share, 0)
  const rest = (1 - shared) / (regions.length - Object.keys(SHARES).length)
  let from = 1
  for (const region of regions) {
    const n = Math.round(dossiers * (SHARES[region.id] ?? rest))
    await fillRegion(sql, region, from, from + n - 1)
    from += n
    process.stderr.write(`\r${from - 1} of ${dossiers} dossiers`)
  }
  process.stderr.write('\n')
  await sql.query('analyze table dossiers, items, registrations, queue_counts')
  return { dossiers: from - 1, items: (from - 1) * ITEMS, regions: regions.length }
}

async function regionsIn(sql: Connection): Promise<Region[]> {
  const [rows]: any = await sql.query(
    `select s.region_id as id, s.id as season, s.current_release_id as \`release\`,
       (select group_concat(p.id order by p.code) from exam_points p where p.region_id = s.region_id) as points
     from seasons s where s.is_current and s.current_release_id is not null order by s.region_id`
  )
  return rows.map((row: any) => ({ ...row, points: row.points.split(',') }))
}

const idOf = (group: string, n: string) =>
  `concat('01900000-0000-${group}-8000-', lpad(lower(hex(${n})), 12, '0'))`
/** Different for each `what`, the same in each run. */
const chance = (what: string, of: number) => `mod(crc32(concat('${what}', s.seq)), ${of})`
const DOSSIER = idOf('7000', 's.seq * 16 + mod(s.seq, 16)')

async function fillRegion(sql: Connection, region: Region, from: number, to: number) {
  const { id, season, release, points } = region
  const now = Date.now()
  const numbers = `seq_${from}_to_${to} s`
  const point = `elt(1 + ${chance('point', points.length)}, ${points.map((one) => `'${one}'`)})`
  await sql.query(
    `insert into candidates (id, issuer, subject, created_at, signed_in_at)
     select ${DOSSIER}, 'bench', concat('bench-', s.seq), ?, ? from ${numbers}`,
    [now, now]
  )
  await sql.query(
    `insert into registrations (region_id, id, season_id, candidate_id, exam_point_id, external_number,
       category, facts, answers, facts_revision, name_encrypted, id_no_encrypted, phone_encrypted,
       name_index, id_no_index, phone_index, id_no_tail_index, id_no_long_tail_index, synced_at, created_at)
     select ?, ${DOSSIER}, ?, ${DOSSIER}, ${point}, concat('N', s.seq), t.category, t.facts, t.answers, 1,
       t.name_encrypted, t.id_no_encrypted, t.phone_encrypted, sha2(concat('name', s.seq div 3), 256),
       sha2(concat('id', s.seq), 256), sha2(s.seq, 256), sha2(mod(s.seq, 10000), 256),
       sha2(mod(s.seq, 1000000), 256), ?, ?
     from ${numbers} join (select * from registrations where region_id = 'sh' limit 1) t`,
    [id, season, now, now]
  )
  const mix = Object.entries(id === 'sh' ? MIX.sh : MIX.others)
  const tray = `case ${mix.map(([name, below]) => `when c < ${below} then '${name}'`).join(' ')} else 'unseen' end`
  await sql.query(
    `insert into dossiers (region_id, id, registration_id, season_id, candidate_id, exam_point_id, release_id,
       live, tray, state, stage, round, version, facts_revision, category, images, manifest,
       stage_entered_at, submitted_at, created_at, updated_at, deadline)
     select ?, id, id, ?, id, point, ?, case when tray = 'withdrawn' then null else 1 end, tray,
       case when tray like 'waiting:%' then 'submitted' when tray = 'unseen' then 'draft' else tray end,
       case when tray in ('waiting:1', 'approved') then 1 else 0 end, case when tray = 'unseen' then 0 else 1 end,
       2, 1, category, 20, sha2(id, 256), at, at, at, at, case when tray = 'returned' then at + ? end
     from (select id, point, at, category, ${tray} as tray from (
       select ${DOSSIER} as id, ${point} as point, ${chance('state', 100)} as c,
         ? + ${chance('time', 1_000_000)} * 700 + mod(s.seq, 700) as at, t.category
       from ${numbers} join (select category from registrations where region_id = 'sh' limit 1) t) b) a`,
    [id, season, release, 3 * DAY, now - 9 * DAY]
  )
  await sql.query(
    `insert into items (region_id, id, dossier_id, material, need, min, max, wanted, reopened, changed)
     select ?, ${idOf('7001', 's.seq * 16 + m.n')}, ${DOSSIER}, m.material, m.need, m.min, m.max, 0, 0, 0
     from ${numbers} join bench_items m
     order by s.seq, m.n`,
    [id]
  )
}
