import router from '@adonisjs/core/services/router'
import { allRoutes } from '#tests/support/access_requests'

/** Whose eyes look at a page; null: a guest's. */
export type Viewer = 'sd-admin' | 'sc-point' | 'auditor' | 'platform' | null

/** A page to look at: its address, or a link on another page that leads there. */
export interface Visit {
  route: string
  viewer: Viewer
  path: string
  link?: RegExp
}

export const REGION = 'sd'

/** Addresses that answer with something else than a page of their own. */
const NO_PAGE: Record<string, string> = {
  '/health/live': 'JSON',
  '/health/ready': 'JSON',
  '/auth/callback': 'leads on',
  '/:region/sign-in': 'leads to the registration system',
  '/:region/session': 'JSON',
  '/platform': 'leads to its first page',
  '/:region/images/:image/:derivative': 'a picture',
  '/:region/handovers/:link/images/:image': 'a picture',
  '/:region/dossier/handovers/:handover': 'JSON',
  '/:region/season/changes': 'a stream of events',
  '/:region/staff/queue/news': 'JSON',
  '/:region/staff/releases/:release/file': 'a file',
  '/:region/staff/exports/:export': 'a file',
  '/:region/staff/statistics/tables/:table': 'a file',
  '/:region/staff/dossiers/:dossier/archive': 'a file',
  '/samples/uploaded/:sample': 'a picture',
}

/** Pages that only a journey reaches: it looks at them in both widths itself. */
const ON_A_JOURNEY: Record<string, string> = {
  '/staff/login/code': 'staff_accounts.spec.ts',
  '/staff/second-factor': 'staff_accounts.spec.ts',
  '/staff/links/:token': 'staff_accounts.spec.ts',
  '/staff/recovery-codes': 'staff_accounts.spec.ts',
  '/:region/staff/people': 'staff_accounts.spec.ts',
  '/:region/dossier': 'one_dossier.spec.ts',
  '/:region/staff/dossiers/:dossier': 'two_stages.spec.ts',
  '/:region/staff/assisted-uploads/:dossier': 'assisted_upload.spec.ts',
  '/:region/staff/dossiers/:dossier/print': 'two_stages.spec.ts',
}

/** Pages that something has to be chosen for: where it stands, and how the link to it looks. */
const CHOSEN: Record<string, Pick<Visit, 'path' | 'link'>> = {
  '/:region/staff/releases/:release': {
    path: `/${REGION}/staff/releases`,
    link: /\/staff\/releases\/[\w-]+$/,
  },
  '/:region/staff/materials/:material': {
    path: `/${REGION}/staff/materials`,
    link: /\/staff\/materials\/[A-Z]\w+$/,
  },
  '/:region/staff/seasons/:season': {
    path: `/${REGION}/staff/seasons`,
    link: /\/staff\/seasons\/[\w-]+$/,
  },
  '/:region/notices/:notice': { path: `/${REGION}`, link: /^\/\w+\/notices\/[\w-]+$/ },
  // Its address is given out once, to the candidate: the spec asks for one.
  '/:region/handovers/:link': { path: 'handover' },
  '/platform/catalog/materials/:material': {
    path: '/platform/catalog',
    link: /\/catalog\/materials\/[A-Z]\w+$/,
  },
}

const VIEWERS: [RegExp, Viewer][] = [
  [/^\/platform/, 'platform'],
  [/^\/:region\/staff/, 'sd-admin'],
  [/^\/staff\/login/, null],
  [/^\/staff/, 'auditor'],
  [/^/, null],
]

/** Every address that answers a GET, and what is known of it. */
export function pagesOf(): {
  visits: Visit[]
  unknown: string[]
  gone: string[]
  journeys: string[]
} {
  if (!router.commited) router.commit()
  const patterns = allRoutes()
    .filter(({ route }) => route.startsWith('GET '))
    .map(({ route }) => route.slice('GET '.length))
  const visits: Visit[] = []
  const unknown: string[] = []
  for (const route of patterns) {
    if (route in NO_PAGE || route in ON_A_JOURNEY) continue
    const viewer = VIEWERS.find(([pattern]) => pattern.test(route))![1]
    const path = route.replace(':region', REGION)
    if (route in CHOSEN) visits.push({ route, viewer, ...CHOSEN[route] })
    else if (path.includes(':')) unknown.push(route)
    else visits.push({ route, viewer, path })
  }
  const known = Object.keys({ ...NO_PAGE, ...ON_A_JOURNEY, ...CHOSEN })
  return {
    visits,
    unknown,
    gone: known.filter((route) => !patterns.includes(route)),
    journeys: [...new Set(Object.values(ON_A_JOURNEY))],
  }
}
