import { seedDocument } from '#database/demo/people'
import { officeSeal } from '#app/regions/contacts'
import type { Cells, Expected } from '#tests/support/access_actors'
import type { Row } from '#tests/support/access_requests'
import {
  codeNow,
  REGISTRATION_POINT,
  type AccessWorld,
  type Place,
  type Situation,
} from '#tests/support/access_world'
import { pictureBelow } from '#tests/support/dossiers'
import { PASSWORD } from '#tests/support/world'

/**
 * Who may do what, route by route (DOMAIN.md §7). A new route needs a row here: think what each
 * actor should get before you run it. Where the answer depends on how the dossier stands, a route has
 * several rows; situations are in tests/support/access_world.ts.
 */

/** Pages of candidates: everyone else is asked to sign in as one. */
const forCandidates = (cells: Cells): Cells => ({ everyone: 'sign-in', ...cells })

/** Pages of a region's staff: missing for those of other regions and for the platform. */
const forStaff = (cells: Cells): Cells => ({
  everyone: 'sign-in',
  otherAdmin: 404,
  platform: 404,
  ...cells,
})

/** What concerns one dossier of the point: missing for another point's staff too. */
const atPoint = (cells: Cells): Cells => forStaff({ otherPoint: 404, ...cells })

/** A step of the review: refused to those who see the dossier and have no part in its stage. */
const reviewing = (cells: Cells): Cells =>
  atPoint({ staff: 403, admin: 403, auditor: 403, ...cells })

/** Who reports on a region, or on his point. */
const reporting = (got: Expected): Cells => ({
  lead: got,
  admin: got,
  auditor: got,
  pointAdmin: got,
})

/** Missing for staff of other regions. */
const ofRegion = (cells: Cells): Cells => ({ everyone: 'sign-in', otherAdmin: 404, ...cells })

const ofPlatform = (got: Expected): Cells => ({ everyone: 'sign-in', staff: 404, platform: got })

/** The staff of a region; `atHisPoint` is what the administrator of a point gets with the people of his. */
const managing = (atHisPoint: Expected, got: Expected): Cells =>
  ofRegion({ staff: 403, pointAdmin: atHisPoint, admin: got, platform: got })

const ownAccount: Cells = { everyone: 'sign-in', staff: 302 }
const code = () => ({ code: codeNow() })
const newPassword = () => ({ password: 'nine bridges over a quiet river' })
const linkToken = (_: Place, world: AccessWorld) => ({ token: world.linkToken })
const clerkHere = ({ ids }: Place) => [{ role: 'regpoint_clerk', pointIds: [ids.point] }]

const notice = {
  titleZh: '现场审核安排',
  kind: 'link',
  url: 'https://a.example/b',
  mustRead: false,
  status: 'shown',
}

/** A material that nobody has yet, in the catalog's shape. */
const ownMaterial = () => ({
  ...seedDocument('catalog.json').materials.find(({ code: one }: any) => one === 'OTHER'),
  zh: '本地证明',
  en: 'Local proof',
})

const STAGES = [
  ['waiting at clerk', 'claimed by clerk', 'clerk'],
  ['waiting at point', 'claimed by point', 'pointReviewer'],
  ['waiting at region', 'claimed by region', 'regionReviewer'],
] as const satisfies [Situation, Situation, string][]

const proof = ({ token, manifest }: Place) => ({ token, manifest })
const allAccepted = ({ open }: Place) => open.map((item) => ({ item, verdict: 'accepted' }))

/** Parts of a season's settings, each with what may be saved. */
const SEASON_SECTIONS = {
  'uploads': { on: false },
  'staff-uploads': { on: false },
  'calendar': { windows: [], returnCap: null },
  'button': { labelZh: '上传', labelEn: 'Upload', offZh: '未开放', offEn: 'Not open' },
  'audience': { rules: [] },
  'notifications': { channels: ['in_app'], quietFrom: '22:00', quietUntil: '07:00' },
}

export const rows: Row[] = [
  // For everybody
  { route: 'GET /', cells: { everyone: 200 } },
  { route: 'GET /health/live', cells: { everyone: 200 } },
  { route: 'GET /health/ready', cells: { everyone: 200 } },
  { route: 'GET /:region/season/changes', cells: { everyone: 200 } },
  { route: 'PUT /preferences', body: () => ({ locale: 'zh-CN' }), cells: { everyone: 302 } },

  // Coming and going
  { route: 'GET /:region/sign-in', cells: { everyone: 302 } },
  { route: 'GET /:region/session', cells: { everyone: 200 } },
  { route: 'GET /auth/callback', cells: { everyone: 302 } },
  { route: 'POST /sign-out', cells: { everyone: 302 } },
  { route: 'GET /staff/login', cells: { everyone: 200, staff: 302 } },
  {
    route: 'POST /staff/login',
    body: (_, { people: { auditor } }) => ({
      login: auditor!.guard === 'staff' && auditor!.model.login,
      password: PASSWORD,
    }),
    cells: { everyone: 302 },
  },
  { route: 'POST /staff/logout', cells: { everyone: 302 } },
  {
    route: 'GET /staff',
    cells: { everyone: 'sign-in', staff: 302, platform: 200, suspendedHere: 200 },
  },
  // Whose link it is, needs no session; without the password having been given there is nothing to go on with.
  { route: 'GET /staff/links/:token', ids: linkToken, cells: { everyone: 200 } },
  {
    route: 'POST /staff/links/:token',
    ids: linkToken,
    body: newPassword,
    cells: { everyone: 302 },
  },
  { route: 'GET /staff/login/code', cells: { everyone: 302 } },
  { route: 'POST /staff/login/code', body: code, cells: { everyone: 302 } },
  { route: 'GET /staff/second-factor', cells: { everyone: 302 } },
  { route: 'POST /staff/second-factor', body: code, cells: { everyone: 302, staff: 409 } },

  // One's own account
  { route: 'GET /staff/account', cells: { everyone: 'sign-in', staff: 200 } },
  {
    route: 'PUT /staff/account/password',
    body: () => ({ current: PASSWORD, ...newPassword() }),
    cells: ownAccount,
  },
  {
    route: 'PUT /staff/account/email',
    body: () => ({ current: PASSWORD, email: 'somebody@example.cn' }),
    cells: ownAccount,
  },
  {
    route: 'PUT /staff/account/id-number',
    body: () => ({ current: PASSWORD, idNo: '990101198001011234' }),
    cells: ownAccount,
  },
  {
    route: 'DELETE /staff/account/id-number',
    body: () => ({ current: PASSWORD }),
    cells: ownAccount,
  },
  { route: 'DELETE /staff/account/sessions', cells: ownAccount },
  // It is a colleague's; one's own is staff_account.spec.ts.
  {
    route: 'DELETE /staff/account/sessions/:device',
    cells: { everyone: 'sign-in', staff: 404 },
  },
  { route: 'DELETE /staff/second-factor', body: code, cells: ownAccount },
  { route: 'GET /staff/recovery-codes', cells: ownAccount },
  { route: 'POST /staff/recovery-codes', body: code, cells: ownAccount },

  // Candidates
  { route: 'GET /:region', cells: { everyone: 200 } },
  // Notices are public: whoever has signed in may have read one.
  {
    route: 'POST /:region/notices/:notice/reads',
    cells: forCandidates({ candidates: 204 }),
  },
  // Of the sample regions' notices none has a text of its own: there is no page to see.
  { route: 'GET /:region/notices/:notice', cells: { everyone: 404 } },
  {
    route: 'POST /:region/phone-confirmation',
    cells: forCandidates({ candidates: 409 }),
  },
  {
    route: 'POST /:region/messages/:message/reads',
    cells: forCandidates({ owner: 302, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'GET /:region/dossier',
    cells: forCandidates({ owner: 200, neighbour: 200, stranger: 302 }),
  },
  {
    route: 'POST /:region/dossier',
    on: 'none',
    cells: forCandidates({ owner: 302, neighbour: 302, stranger: 409 }),
  },
  {
    route: 'POST /:region/dossier/items/:item/images',
    picture: () => pictureBelow(110),
    cells: forCandidates({ owner: 201, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'POST /:region/dossier/items/:item/images',
    on: 'waiting at clerk',
    picture: () => pictureBelow(110),
    cells: forCandidates({ owner: 409, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'DELETE /:region/dossier/images/:image',
    cells: forCandidates({ owner: 200, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'DELETE /:region/dossier/images/:image',
    on: 'waiting at clerk',
    cells: forCandidates({ owner: 409, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'PUT /:region/dossier/items/:item/want',
    ids: ({ notAsked }) => ({ item: notAsked }),
    body: () => ({ wanted: true }),
    cells: forCandidates({ owner: 302, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'PUT /:region/dossier/items/:item/answer',
    on: 'returned',
    body: () => ({ because: '原件如此' }),
    cells: forCandidates({ owner: 302, neighbour: 404, stranger: 404 }),
  },
  {
    // Pictures are asked for here, no declaration: even the owner is told so.
    route: 'PUT /:region/dossier/items/:item/declaration',
    // Of this item no declaration is asked.
    body: () => ({ declares: false }),
    cells: forCandidates({ owner: 422, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'PUT /:region/dossier/answers',
    body: () => ({ answers: {}, revision: 1 }),
    cells: forCandidates({ owner: 302, neighbour: 302, stranger: 404 }),
  },
  {
    route: 'PUT /:region/dossier/answers',
    on: 'waiting at clerk',
    body: () => ({ answers: {}, revision: 1 }),
    cells: forCandidates({ owner: 409, neighbour: 302, stranger: 404 }),
  },
  {
    route: 'POST /:region/dossier/answer-previews',
    body: () => ({ answers: {} }),
    cells: forCandidates({ owner: 200, neighbour: 200, stranger: 404 }),
  },
  {
    route: 'POST /:region/dossier/submissions',
    on: 'complete',
    body: ({ declarationVersion }) => ({ declared: true, declarationVersion }),
    cells: forCandidates({ owner: 201, neighbour: 409, stranger: 404 }),
  },
  {
    // The neighbour has a draft: nothing of his is handed in.
    route: 'POST /:region/dossier/recall',
    on: 'waiting at clerk',
    cells: forCandidates({ owner: 302, neighbour: 409, stranger: 404 }),
  },
  {
    route: 'POST /:region/dossier/withdrawal',
    body: () => ({ sure: true }),
    cells: forCandidates({ owner: 302, neighbour: 302, stranger: 404 }),
  },

  {
    route: 'PUT /:region/dossier/items/:item/order',
    body: ({ ids }) => ({ order: [ids.image] }),
    cells: forCandidates({ owner: 200, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'PUT /:region/dossier/items/:item/order',
    on: 'waiting at clerk',
    body: ({ ids }) => ({ order: [ids.image] }),
    cells: forCandidates({ owner: 409, neighbour: 404, stranger: 404 }),
  },

  // A phone with the link: whoever has it may send pictures, whoever else he is; submitting ends it.
  {
    route: 'POST /:region/dossier/handovers',
    body: () => ({ item: null }),
    cells: forCandidates({ owner: 201, neighbour: 201, stranger: 404 }),
  },
  {
    route: 'GET /:region/dossier/handovers/:handover',
    cells: forCandidates({ owner: 200, neighbour: 404, stranger: 404 }),
  },
  {
    route: 'DELETE /:region/dossier/handovers/:handover',
    cells: forCandidates({ owner: 200, neighbour: 404, stranger: 404 }),
  },
  { route: 'GET /:region/handovers/:link', cells: { everyone: 200 } },
  { route: 'GET /:region/handovers/:link', on: 'waiting at clerk', cells: { everyone: 404 } },
  { route: 'GET /:region/handovers/:link/images/:image', cells: { everyone: 200 } },
  {
    route: 'POST /:region/handovers/:link/items/:item/images',
    picture: () => pictureBelow(110),
    cells: { everyone: 201 },
  },
  {
    route: 'POST /:region/handovers/:link/items/:item/images',
    on: 'waiting at clerk',
    picture: () => pictureBelow(110),
    cells: { everyone: 404 },
  },

  // Pictures: staff see what was handed in, the candidate alone what he tries out.
  ...(['draft', 'complete', 'returned'] as const).map((on) => ({
    route: 'GET /:region/images/:image/:derivative' as const,
    on,
    params: { derivative: 'thumbnail' },
    cells: { everyone: 404, guest: 'sign-in', suspended: 'sign-in', owner: 200 } as Cells,
  })),
  ...STAGES.flat()
    .filter((on) => on.includes(' '))
    .map((on) => ({
      route: 'GET /:region/images/:image/:derivative' as const,
      on: on as Situation,
      params: { derivative: 'preview' },
      cells: atPoint({ candidates: 404, owner: 200, staff: 200 }),
    })),

  // The review
  { route: 'GET /:region/staff/queue', cells: forStaff({ staff: 200 }) },
  { route: 'GET /:region/staff/second-looks', cells: forStaff({ staff: 200 }) },
  {
    route: 'GET /:region/staff/statistics',
    cells: forStaff({ staff: 403, ...reporting(200) }),
  },
  {
    route: 'GET /:region/staff/statistics/tables/:table',
    params: { table: 'days' },
    cells: forStaff({ staff: 403, ...reporting(200) }),
  },
  {
    route: 'GET /:region/staff/exports',
    cells: forStaff({ staff: 403, ...reporting(200) }),
  },
  {
    route: 'POST /:region/staff/exports',
    body: () => ({ kind: 'queue', filters: { tab: 'submitted' }, wholeNumbers: false }),
    cells: forStaff({ staff: 403, ...reporting(201) }),
  },
  {
    route: 'POST /:region/staff/exports',
    on: 'waiting at point',
    body: () => ({ kind: 'outcomes', wholeNumbers: true, reason: '上级抽查' }),
    cells: forStaff({ staff: 403, lead: 201, admin: 201 }),
  },
  {
    // It is a colleague's: its file is for him alone.
    route: 'GET /:region/staff/exports/:export',
    cells: forStaff({ staff: 403, ...reporting(404) }),
  },
  {
    route: 'GET /:region/staff/dossiers/:dossier/archive',
    on: 'waiting at point',
    cells: atPoint({ staff: 403, ...reporting(200) }),
  },
  {
    route: 'GET /:region/staff/dossiers/:dossier/print',
    on: 'waiting at point',
    cells: atPoint({ staff: 403, ...reporting(200) }),
  },
  { route: 'GET /:region/staff/phone-list', cells: forStaff({ staff: 200 }) },
  {
    route: 'POST /:region/staff/dossiers/:dossier/phone-reveals',
    on: 'returned',
    cells: atPoint({ staff: 200, auditor: 403 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/phone-calls',
    on: 'returned',
    body: () => ({ outcome: 'not_reached', note: null }),
    cells: atPoint({ staff: 201, auditor: 403 }),
  },

  // Staff who add pictures on a candidate's behalf: the candidate's own way, and no further.
  { route: 'GET /:region/staff/assisted-uploads', cells: forStaff({ staff: 200, auditor: 403 }) },
  {
    route: 'POST /:region/staff/assisted-uploads',
    body: () => ({ q: 'nobody is called so' }),
    cells: forStaff({ staff: 422, auditor: 403 }),
  },
  {
    route: 'GET /:region/staff/assisted-uploads/:dossier',
    on: 'draft',
    cells: atPoint({ staff: 200, auditor: 403 }),
  },
  {
    route: 'DELETE /:region/staff/assisted-uploads/:dossier/images/:image',
    on: 'waiting at clerk',
    cells: atPoint({ staff: 409, auditor: 403 }),
  },
  {
    route: 'DELETE /:region/staff/assisted-uploads/:dossier/images/:image',
    on: 'draft',
    cells: atPoint({ staff: 200, auditor: 403 }),
  },
  {
    route: 'POST /:region/staff/assisted-uploads/:dossier/items/:item/images',
    on: 'waiting at clerk',
    picture: () => pictureBelow(110),
    cells: atPoint({ staff: 409, auditor: 403 }),
  },
  {
    route: 'POST /:region/staff/assisted-uploads/:dossier/items/:item/images',
    on: 'draft',
    picture: () => pictureBelow(110),
    cells: atPoint({ staff: 201, auditor: 403 }),
  },
  { route: 'GET /:region/staff/queue/news', cells: forStaff({ staff: 200 }) },
  {
    route: 'PUT /:region/staff/filters/:saved',
    params: { saved: 'overdue' },
    body: () => ({ query: 'age=48', isDefault: true }),
    cells: forStaff({ staff: 204 }),
  },
  {
    route: 'DELETE /:region/staff/filters/:saved',
    params: { saved: 'overdue' },
    cells: forStaff({ staff: 204 }),
  },
  {
    route: 'POST /:region/staff/claim-batches',
    on: 'waiting at point',
    body: ({ ids }) => ({ dossiers: [ids.dossier] }),
    cells: forStaff({ staff: 200, admin: 403, auditor: 403 }),
  },
  {
    route: 'POST /:region/staff/claims',
    cells: forStaff({ staff: 201, otherPoint: 409, lead: 409, admin: 403, auditor: 403 }),
  },
  ...(['draft', 'complete'] as const).flatMap((on): Row[] => [
    { route: 'GET /:region/staff/dossiers/:dossier', on, cells: atPoint({ staff: 404 }) },
    { route: 'POST /:region/staff/dossiers/:dossier/claims', on, cells: atPoint({ staff: 404 }) },
    { route: 'POST /:region/staff/dossiers/:dossier/reveals', on, cells: atPoint({ staff: 404 }) },
  ]),
  {
    route: 'GET /:region/staff/dossiers/:dossier',
    on: 'returned',
    cells: atPoint({ staff: 200 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/reveals',
    on: 'waiting at point',
    cells: atPoint({ staff: 200, admin: 403, auditor: 403 }),
  },
  ...STAGES.flatMap(([waiting, claimed, holder]): Row[] => {
    const atHisStage = (got: Expected) => (holder === 'pointReviewer' ? { pointAdmin: got } : {})
    return [
      {
        route: 'GET /:region/staff/dossiers/:dossier',
        on: claimed,
        cells: atPoint({ staff: 200 }),
      },
      {
        route: 'POST /:region/staff/dossiers/:dossier/claims',
        on: waiting,
        cells: reviewing({ [holder]: 201, ...atHisStage(201) }),
      },
      {
        route: 'PUT /:region/staff/dossiers/:dossier/claims',
        on: claimed,
        body: ({ token }) => ({ token }),
        cells: reviewing({ [holder]: 200, ...atHisStage(409) }),
      },
      {
        route: 'DELETE /:region/staff/dossiers/:dossier/claims',
        on: claimed,
        cells: reviewing({ staff: 409, [holder]: 204 }),
      },
      {
        route: 'PUT /:region/staff/dossiers/:dossier/verdicts/:item',
        on: claimed,
        body: (place) => ({ ...proof(place), verdict: 'accepted' }),
        cells: reviewing({ [holder]: 200, ...atHisStage(409) }),
      },
      {
        route: 'DELETE /:region/staff/dossiers/:dossier/verdicts/:item',
        on: claimed,
        body: proof,
        cells: reviewing({ [holder]: 200, ...atHisStage(409) }),
      },
      {
        route: 'POST /:region/staff/dossiers/:dossier/reviews',
        on: claimed,
        body: (place) => ({ ...proof(place), verdicts: allAccepted(place) }),
        cells: reviewing({ [holder]: 200, ...atHisStage(409) }),
      },
    ]
  }),

  // Steps that are not the daily review: the stage's holder, a lead, an administrator, a second person.
  {
    route: 'POST /:region/staff/dossiers/:dossier/takeovers',
    on: 'claimed by region',
    cells: reviewing({ lead: 200 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/conflicts',
    on: 'claimed by region',
    body: ({ token }) => ({ token }),
    cells: reviewing({ regionReviewer: 200 }),
  },
  {
    // The candidate has begun to mend it.
    route: 'DELETE /:region/staff/dossiers/:dossier/return',
    on: 'returned',
    cells: reviewing({ clerk: 409 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/step-backs',
    on: 'claimed by region',
    body: ({ token }) => ({ token, toStage: 0, reason: '请考点再核' }),
    cells: reviewing({ regionReviewer: 200 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/proposals',
    on: 'claimed by region',
    body: ({ token }) => ({ kind: 'ineligible', token, ground: '专业不符', reason: 'ELI_MAJOR' }),
    cells: reviewing({ regionReviewer: 200 }),
  },
  {
    // The region's reviewer proposed it himself.
    route: 'POST /:region/staff/dossiers/:dossier/proposals/:proposal/confirmation',
    on: 'proposed',
    cells: reviewing({ lead: 200 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/proposals/:proposal/refusal',
    on: 'proposed',
    body: () => ({ because: '证据不足' }),
    cells: reviewing({ regionReviewer: 200, lead: 200 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/hold',
    on: 'waiting at region',
    body: () => ({ ground: '投诉核查' }),
    cells: reviewing({ admin: 200 }),
  },
  {
    route: 'DELETE /:region/staff/dossiers/:dossier/hold',
    on: 'held',
    cells: reviewing({ admin: 200 }),
  },
  {
    route: 'POST /:region/staff/dossiers/:dossier/reinstatement',
    on: 'waiting at region',
    body: () => ({ ground: '申诉成立' }),
    cells: reviewing({ lead: 409 }),
  },

  // Points of a region: its staff and the platform look, its administrators change.
  { route: 'GET /:region/staff/points', cells: ofRegion({ staff: 200, platform: 200 }) },
  {
    route: 'POST /:region/staff/points',
    body: () => ({ pointCode: '4499', nameZh: '从化考点' }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    route: 'PUT /:region/staff/points/:point',
    body: () => ({ nameZh: '越秀区第一报名点', seal: officeSeal(REGISTRATION_POINT) }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    // It is in use: even its administrator is told so.
    route: 'DELETE /:region/staff/points/:point',
    cells: ofRegion({ staff: 403, platform: 403, admin: 409 }),
  },

  // What candidates are told: its administrators write it.
  {
    route: 'GET /:region/staff/notices',
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    route: 'POST /:region/staff/notices',
    body: () => notice,
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    route: 'PUT /:region/staff/notices/:notice',
    body: () => ({ ...notice, version: 1 }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    route: 'DELETE /:region/staff/notices/:notice',
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    // Another list than there is: even its administrator is told so.
    route: 'PUT /:region/staff/notice-order',
    body: () => ({ order: [] }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 409 }),
  },
  {
    route: 'POST /:region/staff/notice-previews',
    body: () => ({ text: '# 通知' }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  { route: 'GET /:region/staff/contacts', cells: ofRegion({ staff: 200, platform: 200 }) },
  {
    // Filled from another contact than there is now.
    route: 'PUT /:region/staff/contacts',
    body: () => ({ phone: '020-0000-0001', seal: '0' }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 409 }),
  },

  // Seasons: staff of the region and the platform look, administrators of the region change.
  ...(['season', 'seasons', 'seasons/:season'] as const).map((page) => ({
    route: `GET /:region/staff/${page}` as const,
    cells: ofRegion({ staff: 200, platform: 200 }),
  })),
  ...Object.entries(SEASON_SECTIONS).map(([section, form]) => ({
    route: `PUT /:region/staff/seasons/:season/${section}` as const,
    body: ({ live: { version } }: Place) => ({ version, ...form }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  })),
  {
    route: 'POST /:region/staff/seasons',
    body: ({ ids }) => ({ year: 2040, source: `${ids.region}:${ids.season}` }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    route: 'PUT /:region/staff/seasons/:season/current',
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    route: 'POST /:region/staff/seasons/:season/extension-previews',
    body: ({ live: { since, newEnd } }) => ({ since, newEnd }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    route: 'POST /:region/staff/seasons/:season/extensions',
    body: ({ live }) => ({ ...live, reasonZh: '机房停电' }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 201 }),
  },

  // The staff of a region
  { route: 'GET /:region/staff/people', cells: managing(200, 200) },
  {
    route: 'POST /:region/staff/people',
    body: (place) => ({ login: 'somebody-new', name: '新同事', places: clerkHere(place) }),
    cells: managing(302, 302),
  },
  { route: 'DELETE /:region/staff/people/:person', cells: managing(302, 302) },
  {
    route: 'PUT /:region/staff/people/:person/roles',
    body: (place) => ({ places: clerkHere(place) }),
    cells: managing(302, 302),
  },
  { route: 'POST /:region/staff/people/:person/suspension', cells: managing(302, 302) },
  { route: 'DELETE /:region/staff/people/:person/suspension', cells: managing(302, 302) },
  { route: 'POST /:region/staff/people/:person/password-links', cells: managing(403, 302) },
  {
    route: 'POST /:region/staff/people/:person/second-factor-resets',
    ids: (_, { colleague }) => ({ person: colleague }),
    body: () => ({ ground: '手机丢失,本人已到场' }),
    cells: managing(403, 302),
  },
  {
    route: 'PUT /:region/staff/people/:person/second-factor-resets/:reset',
    cells: managing(403, 302),
  },
  {
    route: 'DELETE /:region/staff/people/:person/second-factor-resets/:reset',
    cells: managing(403, 302),
  },

  // A season's releases and their draft: its staff and the platform look, its administrators change.
  ...(
    [
      'GET /:region/staff/releases',
      'GET /:region/staff/releases/:release',
      'GET /:region/staff/releases/:release/file',
      'GET /:region/staff/draft',
    ] as const
  ).map((route) => ({ route, cells: ofRegion({ staff: 200, platform: 200 }) })),
  {
    route: 'GET /:region/staff/publications/new',
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    // Nothing was changed: even its administrator is told so.
    route: 'POST /:region/staff/publications',
    body: () => ({ version: 1 }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 409 }),
  },
  {
    // It is the current one already.
    route: 'POST /:region/staff/releases/:release/restorations',
    cells: ofRegion({ staff: 403, platform: 403, admin: 409 }),
  },
  {
    // All dossiers are under it already.
    route: 'POST /:region/staff/releases/:release/moves',
    body: () => ({ states: ['submitted'], reason: '规则有误,一并改正' }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 409 }),
  },
  {
    route: 'PUT /:region/staff/draft/:section',
    params: { section: 'upload_grace_minutes' },
    body: () => ({ version: 1, value: 15 }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    route: 'DELETE /:region/staff/draft',
    body: () => ({ version: 1 }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 302 }),
  },
  {
    route: 'POST /:region/staff/draft-previews',
    body: () => seedDocument('regions.json').regions[3],
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    // It does not say which draft it was compared with.
    route: 'POST /:region/staff/draft-imports',
    body: () => seedDocument('regions.json').regions[3],
    cells: ofRegion({ staff: 403, platform: 403, admin: 422 }),
  },

  // A region's materials: its staff and the platform look, its administrators change.
  ...(
    [
      'GET /:region/staff/materials',
      'GET /:region/staff/materials/:material',
      'GET /:region/staff/preview',
    ] as const
  ).map((route) => ({
    route,
    params: { material: 'EDU_DEGREE' },
    cells: ofRegion({ staff: 200, platform: 200 }),
  })),
  {
    route: 'POST /:region/staff/condition-readings',
    body: () => ({ condition: { flag: 'require_contract' } }),
    cells: ofRegion({ staff: 200, platform: 200 }),
  },
  {
    route: 'GET /:region/staff/materials/new',
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    route: 'POST /:region/staff/materials',
    body: () => ({ version: 1, code: 'GD_LOCAL_PROOF', fields: ownMaterial() }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    route: 'PUT /:region/staff/materials/:material',
    params: { material: 'EDU_DEGREE' },
    body: () => ({ version: 1, operations: ['hide'], fields: {} }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },
  {
    // A national one: even the region's administrator is told so.
    route: 'DELETE /:region/staff/materials/:material',
    params: { material: 'EDU_DEGREE' },
    body: () => ({ version: 1 }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 409 }),
  },
  {
    route: 'DELETE /:region/staff/materials/:material/changes/:change',
    params: { material: 'OTHER', change: 'all' },
    body: () => ({ version: 1 }),
    cells: ofRegion({ staff: 403, platform: 403, admin: 200 }),
  },

  // The national catalog
  { route: 'GET /platform/catalog', cells: ofPlatform(200) },
  { route: 'GET /platform/catalog/history', cells: ofPlatform(200) },
  { route: 'GET /platform/catalog/materials/new', cells: ofPlatform(200) },
  {
    route: 'GET /platform/catalog/materials/:material',
    params: { material: 'EDU_DEGREE' },
    cells: ofPlatform(200),
  },
  {
    route: 'POST /platform/catalog/materials',
    body: () => ({ code: 'NEW_PROOF', fields: ownMaterial() }),
    cells: ofPlatform(200),
  },
  {
    // Nobody has seen this state of it.
    route: 'PUT /platform/catalog/materials/:material',
    params: { material: 'EDU_DEGREE' },
    body: () => ({ revision: 'none', fields: {} }),
    cells: ofPlatform(409),
  },
  {
    route: 'DELETE /platform/catalog/materials/:material',
    params: { material: 'EDU_DEGREE' },
    body: () => ({ revision: 'none' }),
    cells: ofPlatform(409),
  },
  {
    route: 'POST /platform/catalog/versions',
    body: () => ({ seen: 1 }),
    cells: ofPlatform(409),
  },
  {
    route: 'POST /platform/condition-readings',
    body: () => ({ condition: { const: true } }),
    cells: ofPlatform(200),
  },
  {
    // Without saying which state of the material was seen.
    route: 'POST /platform/catalog/materials/:material/samples',
    params: { material: 'EDU_DEGREE' },
    cells: ofPlatform(422),
  },
  {
    route: 'DELETE /platform/catalog/materials/:material/samples/:sample',
    params: { material: 'EDU_DEGREE', sample: 'none.jpg' },
    cells: ofPlatform(422),
  },
  {
    route: 'GET /samples/uploaded/:sample',
    params: { sample: '00000000-0000-0000-0000-000000000000.jpg' },
    cells: { everyone: 404 },
  },

  // The platform's pages: missing for everybody else.
  ...(['GET /platform', 'POST /platform/regions'] as const).map((route) => ({
    route,
    body: route.startsWith('POST')
      ? () => ({ regionId: 'hb', regionCode: '42', nameZh: '湖北考区', nameEn: 'Hubei' })
      : undefined,
    cells: ofPlatform(302),
  })),
  ...(
    [
      'GET /platform/regions',
      'GET /platform/regions/new',
      'GET /platform/region-imports/new',
    ] as const
  ).map((route) => ({ route, cells: ofPlatform(200) })),
  ...(['POST /platform/region-previews', 'POST /platform/region-imports'] as const).map(
    (route) => ({
      route,
      body: () => ({ ...seedDocument('regions.json').regions[0], id: 'hb' }),
      cells: ofPlatform(200),
    })
  ),
]
