import type { Item, Need } from '#app/core/dossier'
import { checklist } from '#app/core/checklist'
import type { ReleaseDocument, Stage } from '#app/core/release'
import { DAY } from '#app/core/time'
import { openedItem, type Walk } from './walk.js'

/** One item of each kind; enough to reach all rules, few enough to walk fast. */
export const BEGINNING: readonly [material: string, need: Need, min: number, max: number][] = [
  ['ID_RESIDENT', 'required', 2, 2],
  ['IDENTITY_CHANGE', 'carried_over', 1, 2],
  ['APPLICATION_FORM', 'onsite', 1, 1],
  ['COMMIT_TRUTH', 'declared', 1, 1],
  ['EDU_DIPLOMA', 'required', 1, 2],
  ['EDU_CHSI', 'required', 1, 2],
  ['EDU_CERT_REPORT', 'optional', 1, 3],
  ['PROBATION_CERT', 'not_asked', 1, 3],
  ['OTHER', 'optional', 0, 3],
]

const stage = (id: string, more: Partial<Stage>): Stage => ({
  ...{ id, zh: id, en: id, level: 'point', mode: 'online', roles: ['point_reviewer'] },
  ...{ slaHours: null, samplingPercent: 100, canReturn: true, canReject: false, approvals: 1 },
  ...more,
})

/** Regions differ: where a return goes, how many agree, what happens when time runs out. */
export function variantsOf(document: ReleaseDocument): ReleaseDocument[] {
  const { workflow } = document
  const region = stage('region', { level: 'region', roles: ['region_reviewer'], canReject: true })
  return [
    document,
    {
      ...document,
      workflow: {
        stages: [stage('point', { approvals: 2 }), region],
        returns: { ...workflow.returns, resubmitGoesTo: 'first_stage', maxRounds: 3 },
      },
      atClose: 'submit_if_complete',
      onReturnDue: 'back_to_review',
    },
    {
      ...document,
      workflow: {
        stages: [stage('point', { canReject: true }), stage('onsite', { mode: 'onsite' }), region],
        returns: workflow.returns,
      },
      onReturnDue: 'back_to_review',
    },
    { ...document, workflow: { ...workflow, stages: [{ ...region, canReturn: true }] } },
  ]
}

export const START = Date.parse('2027-01-20T12:00:00+08:00')

/** A draft in which nothing has been given yet, without a database. */
export function freshWalk(releases: Walk['releases'], first: number): Walk {
  const release = releases[first % releases.length]
  const places = new Map(checklist(release.document, {}).map((one) => [one.material.code, one]))
  const items: Item[] = BEGINNING.map(([material, need, min, max]) => ({
    ...openedItem({ id: material, material, need, min, max }),
    places: places.get(material)?.places ?? [],
    alternatives: places.get(material)?.alternatives ?? [],
  }))
  return {
    now: START,
    season: freshSeason(),
    releases,
    factsRevision: 1,
    conflicts: [],
    positions: {},
    since: [],
    returns: [],
    dossier: {
      ...{
        id: 'dossier',
        candidateId: 'candidate',
        state: 'draft',
        version: 1,
        stage: 0,
        round: 0,
      },
      ...{ manifest: null, factsRevision: 1, deadline: null, lastUploadAt: null, claim: null },
      ...{ claimToken: 0, agreed: [], returns: 0, releaseId: release.id, submittedFrom: null },
      ...{ returnedBy: null, held: null, lapsed: null, proposal: null, flag: null, items },
    },
  }
}

export const freshSeason = (): Walk['season'] => ({
  uploadsOn: true,
  upload: { start: START - DAY, end: START + 9 * DAY },
  blackout: null,
  returnCapAt: START + 60 * DAY,
  quietHours: null,
})
