import { test } from '@japa/runner'
import {
  decide,
  isLegal,
  type By,
  type Circumstances,
  type Dossier,
  type DossierEvent,
  type Item,
  type MaterialNeed,
  type Proposal,
} from '#app/core/dossier'
import { needsVerdict } from '#app/core/item_state'
import { lockReason } from '#app/core/lock'
import { DAY, HOUR, MINUTE } from '#app/core/time'
import {
  accept,
  acceptAll,
  changeOf,
  circumstances,
  claim,
  clock,
  CLOSES,
  colleague,
  dossierIn,
  expire,
  finish,
  giveBack,
  GRACE,
  image,
  item,
  lead,
  NOW,
  outcome,
  owner,
  registration,
  regionReviewer,
  reply,
  reviewer,
  stage,
  stageOf,
  STATES,
  stranger,
  submit,
  upload,
  usual,
  walk,
  withItem,
  written,
} from './dossier_fixtures.js'

/** Rows 4b, 5b, 7b and 9–17 of DOMAIN.md §3, and what the first ones gained with them. */

const draft = dossierIn('draft')
const submitted = dossierIn('submitted')
const inReview = dossierIn('in_review')
const returned = dossierIn('returned')
const approved = dossierIn('approved')
const mended = withItem(returned, 'diploma', { reopened: { changed: true, answer: null } })
const admin: By = { kind: 'staff', id: 'gao', roles: ['region_admin'] }
const otherLead: By = { kind: 'staff', id: 'tan', roles: ['region_lead'] }
const releasing: By = { kind: 'system', id: 'release' }
const closed = (now: number, change: Partial<Circumstances> = {}) =>
  circumstances({ now, window: { open: false, blackout: false, closesAt: CLOSES }, ...change })
const blackout = circumstances({ window: { open: false, blackout: true, closesAt: CLOSES } })

type Case = [what: string, Dossier, DossierEvent, string, Circumstances?, By?]

function cases(title: string, usualBy: By, rows: readonly Case[]) {
  test.group(`Dossier rows | ${title}`, () => {
    for (const [what, dossier, event, expected, around = usual, by = usualBy] of rows) {
      test(`${what}: ${expected}`, ({ assert }) => {
        assert.equal(outcome(decide(dossier, event, by, around)), expected)
      })
    }
  })
}

const after = (dossier: Dossier, event: DossierEvent, by: By, around: Circumstances = usual) =>
  written(dossier, changeOf(decide(dossier, event, by, around)), by)
const itemOf = (dossier: Dossier, id: string) => dossier.items.find((one) => one.id === id)!
const openItems = ({ items }: Dossier) => items.filter((one) => one.reopened).map(({ id }) => id)

const recall: DossierEvent = { type: 'recall' }
const resubmitted = walk(mended, [owner, submit, usual])

cases('10: a candidate takes his submission back', owner, [
  ['at once', submitted, recall, '10'],
  ['a stranger', submitted, recall, 'NOT_ALLOWED', usual, stranger],
  ['claimed', inReview, recall, 'STATE_MOVED_ON'],
  ['after an agreement', { ...submitted, submittedFrom: null }, recall, 'NOT_RECALLABLE'],
  ['after the window', submitted, recall, 'WINDOW_CLOSED', closed(NOW)],
  ['in a blackout', submitted, recall, 'WINDOW_CLOSED', blackout],
  ['a second round, window closed', resubmitted, recall, '10', closed(NOW)],
  ['at its deadline', resubmitted, recall, 'RETURN_DEADLINE_PASSED', closed(NOW + DAY)],
  [
    'while a second person is asked',
    { ...submitted, proposal: { ...proposalOf('ineligible'), by: 'wu' } },
    recall,
    'NOT_RECALLABLE',
  ],
])

test.group('Dossier rows | recall', () => {
  test('exactly what was open opens again, with what the candidate wrote', ({ assert }) => {
    const answered = withItem(returned, 'diploma', {
      reopened: { changed: false, answer: '没有别的' },
    })
    const back = walk(answered, [owner, submit, usual], [owner, recall, usual])
    assert.equal(back.state, 'returned')
    assert.deepEqual(openItems(back), ['diploma'])
    assert.equal(itemOf(back, 'diploma').reopened!.answer, '没有别的')
    assert.equal(back.deadline, returned.deadline)
  })

  test('a first submission becomes a draft, and the next one a round of its own', ({ assert }) => {
    const back = after(submitted, recall, owner)
    assert.equal(back.state, 'draft')
    assert.deepEqual(openItems(back), [])
    assert.equal(after(back, submit, owner).round, 2)
  })

  test('nothing can be taken back once somebody has decided', ({ assert }) => {
    const around = circumstances({ stages: [stage({ approvals: 2 })] })
    const agreed = walk(submitted, [reviewer, claim, around], [reviewer, finish(acceptAll), around])
    assert.equal(agreed.state, 'submitted')
    assert.deepEqual(agreed.agreed, ['wu'])
    assert.equal(outcome(decide(agreed, recall, owner, around)), 'NOT_RECALLABLE')
  })

  test('an agreement without any verdict counts as one too', ({ assert }) => {
    const nothingToJudge = { ...inReview, items: [item('other', { need: 'optional', min: 0 })] }
    const around = circumstances({ stages: [stage({ approvals: 2 })] })
    const agreed = after(nothingToJudge, finish([]), reviewer, around)
    assert.deepEqual(agreed.agreed, ['wu'])
    assert.equal(outcome(decide(agreed, claim, reviewer, around)), 'ALREADY_AGREED')
  })
})

const withdraw: DossierEvent = { type: 'withdraw' }
cases('14: withdrawn', owner, [
  ...(['draft', 'submitted', 'in_review', 'returned', 'held'] as const).map((state): Case => [
    state,
    dossierIn(state),
    withdraw,
    '14',
  ]),
  ...(['approved', 'ineligible', 'withdrawn', 'lapsed'] as const).map((state): Case => [
    state,
    dossierIn(state),
    withdraw,
    'STATE_MOVED_ON',
  ]),
  ['by the registration system', inReview, withdraw, '14', usual, registration],
  ['by a reviewer', inReview, withdraw, 'NOT_ALLOWED', usual, reviewer],
])

const takeOver: DossierEvent = { type: 'take_over' }
const conflict: DossierEvent = { type: 'declare_conflict', token: 1 }
cases('4b: taken over, and conflicts', lead, [
  ['by a lead', inReview, takeOver, '4b'],
  ['by a colleague', inReview, takeOver, 'NOT_ALLOWED', usual, colleague],
  [
    'his own claim',
    { ...inReview, claim: { by: 'zheng', token: 1, until: NOW + HOUR } },
    takeOver,
    'CLAIM_YOURS',
  ],
  ['his own file', inReview, takeOver, 'OWN_FILE', circumstances({ conflict: 'own' })],
  ['what nobody holds', submitted, takeOver, 'STATE_MOVED_ON'],
  [
    'claiming his own file',
    submitted,
    claim,
    'OWN_FILE',
    circumstances({ conflict: 'own' }),
    reviewer,
  ],
  [
    'claiming after he declared a conflict',
    submitted,
    claim,
    'CONFLICT_DECLARED',
    circumstances({ conflict: 'declared' }),
    reviewer,
  ],
  ['declaring one', inReview, conflict, '4b', usual, reviewer],
  [
    'declaring one with an old token',
    inReview,
    { ...conflict, token: 0 } as DossierEvent,
    'CLAIM_LOST',
    usual,
    reviewer,
  ],
])

test.group('Dossier rows | take over', () => {
  test('the old holder is fenced off, the lead finishes in his place', ({ assert }) => {
    const taken = after(inReview, takeOver, lead)
    assert.deepEqual(taken.claim, { by: 'zheng', token: 2, until: NOW + usual.claimLease })
    assert.equal(outcome(decide(taken, finish(acceptAll), reviewer, usual)), 'CLAIM_LOST')
    assert.equal(outcome(decide(taken, finish(acceptAll, { token: 2 }), lead, usual)), '8')
  })
})

const takeBack: DossierEvent = { type: 'take_back' }
const byWu = { ...returned, returnedBy: 'wu' }
cases('5b: a reviewer takes his return back', reviewer, [
  ['while nothing has changed', byWu, takeBack, '5b'],
  ['somebody else', byWu, takeBack, 'RETURN_NOT_YOURS', usual, colleague],
  [
    'once the candidate began',
    withItem(byWu, 'diploma', { reopened: { changed: true, answer: null } }),
    takeBack,
    'CANDIDATE_BEGAN',
  ],
  [
    'once the candidate answered',
    withItem(byWu, 'diploma', { reopened: { changed: false, answer: '没有' } }),
    takeBack,
    'CANDIDATE_BEGAN',
  ],
  [
    'what the registration asked for',
    withItem(byWu, 'diploma', { reopenedBy: 'registration' }),
    takeBack,
    'RETURN_NOT_YOURS',
  ],
])

test.group('Dossier rows | take back', () => {
  test('the tick of an earlier stage comes back with it', ({ assert }) => {
    const around = stageOf(2, 1)
    const ticked = withItem(
      { ...inReview, stage: 1, claim: { by: 'zhou', token: 1, until: NOW + HOUR } },
      'diploma',
      { verdict: { as: 'accepted', stage: 0 } }
    )
    const back = walk(
      ticked,
      [regionReviewer, finish([giveBack('diploma')]), around],
      [regionReviewer, takeBack, around]
    )
    assert.deepEqual(itemOf(back, 'diploma').verdict, { as: 'accepted', stage: 0 })
    assert.deepEqual([back.state, back.returns, openItems(back)], ['submitted', 0, []])
  })
})

const stepBack = (toStage: number, reason = '照片与本人不符,请考点再核'): DossierEvent => ({
  type: 'step_back',
  token: 1,
  toStage,
  reason,
})
const atRegion: Dossier = {
  ...inReview,
  stage: 1,
  claim: { by: 'zhou', token: 1, until: NOW + HOUR },
  items: inReview.items.map((one) =>
    one.images.length > 0 ? { ...one, verdict: { as: 'accepted' as const, stage: 0 } } : one
  ),
}
cases('7b: back to an earlier stage', regionReviewer, [
  ['the one before', atRegion, stepBack(0), '7b', stageOf(2, 1)],
  ['the same one', atRegion, stepBack(1), 'STAGE_NOT_EARLIER', stageOf(2, 1)],
  ['before the first', atRegion, stepBack(-1), 'STAGE_NOT_EARLIER', stageOf(2, 1)],
  ['no stage at all', atRegion, stepBack(0.5), 'STAGE_NOT_EARLIER', stageOf(2, 1)],
  ['without a word', atRegion, stepBack(0, ' '), 'GROUND_MISSING', stageOf(2, 1)],
  ['not his claim', atRegion, stepBack(0), 'NOT_YOUR_STAGE', stageOf(2, 1), reviewer],
])

test.group('Dossier rows | step back', () => {
  test('the earlier stage judges anew, the candidate keeps his ticks', ({ assert }) => {
    const back = after(atRegion, stepBack(0), regionReviewer, stageOf(2, 1))
    const diploma = itemOf(back, 'diploma')
    assert.deepEqual(diploma.verdict, { as: 'accepted', stage: null })
    assert.isTrue(needsVerdict(diploma, 0))
  })

  test('what a later stage accepted is not judged twice after a return to the first', ({
    assert,
  }) => {
    const kept = item('kept', { images: [image('a')], verdict: { as: 'accepted', stage: 1 } })
    assert.isFalse(needsVerdict(kept, 0))
    assert.isFalse(needsVerdict(kept, 1))
    assert.isTrue(needsVerdict(kept, 2))
  })
})

function proposalOf(kind: 'ineligible' | 'reopen'): Omit<Proposal, 'by'> {
  const ground = '经核实,学历证书系伪造'
  return kind === 'ineligible'
    ? { id: 'p', kind, ground, reason: 'ELI_MAJOR', toStage: null }
    : { id: 'p', kind, ground, reason: null, toStage: 0 }
}
const propose = (kind: 'ineligible' | 'reopen', change: Partial<Proposal> = {}): DossierEvent => ({
  type: 'propose',
  token: kind === 'ineligible' ? 1 : null,
  proposal: { ...proposalOf(kind), ...change },
})
const confirm: DossierEvent = { type: 'confirm', proposal: 'p' }
const refuse = (because = '证据不足'): DossierEvent => ({ type: 'refuse', proposal: 'p', because })
const asked = after(inReview, propose('ineligible'), reviewer)
const noReject = circumstances({ stages: [stage({ canReject: false })] })

cases('9 and 17: not eligible, by two people', reviewer, [
  ['proposed', inReview, propose('ineligible'), '17'],
  ['where the stage may not', inReview, propose('ineligible'), 'STAGE_CANNOT_REJECT', noReject],
  [
    'with a reason that can be mended',
    inReview,
    propose('ineligible', { reason: 'IMG_BLUR' }),
    'REASON_NOT_FINAL',
  ],
  ['without a reason', inReview, propose('ineligible', { reason: null }), 'REASON_NOT_FINAL'],
  ['without a ground', inReview, propose('ineligible', { ground: '  ' }), 'GROUND_MISSING'],
  ['without a claim', submitted, propose('ineligible'), 'STATE_MOVED_ON'],
  ['confirmed by himself', asked, confirm, 'PROPOSAL_YOURS'],
  ['confirmed by a colleague', asked, confirm, '9', usual, colleague],
  ['confirmed by a lead', asked, confirm, '9', usual, lead],
  ['confirmed by the candidate', asked, confirm, 'NOT_ALLOWED', usual, owner],
  ['confirmed by a stage of others', asked, confirm, 'NOT_YOUR_STAGE', usual, regionReviewer],
  [
    'confirmed by the candidate himself at work',
    asked,
    confirm,
    'OWN_FILE',
    circumstances({ conflict: 'own' }),
    colleague,
  ],
  ['another one', asked, { ...confirm, proposal: 'q' } as DossierEvent, 'PROPOSAL_GONE'],
  ['refused', asked, refuse(), '17', usual, lead],
  ['refused without a word', asked, refuse(' '), 'GROUND_MISSING', usual, lead],
  ['claimed meanwhile', asked, claim, 'PROPOSAL_OPEN', usual, colleague],
  ['recalled meanwhile', asked, recall, 'NOT_RECALLABLE', usual, owner],
  ['withdrawn meanwhile', asked, withdraw, '14', usual, owner],
])

const reopening = after(approved, propose('reopen'), lead)
cases('12 and 17: reopened, by two leads', lead, [
  ['proposed', approved, propose('reopen'), '17'],
  ['by a reviewer', approved, propose('reopen'), 'NOT_ALLOWED', usual, reviewer],
  ['twice', reopening, propose('reopen'), 'PROPOSAL_OPEN', usual, otherLead],
  ['to no stage', approved, propose('reopen', { toStage: 3 }), 'STAGE_UNKNOWN'],
  ['confirmed by himself', reopening, confirm, 'PROPOSAL_YOURS'],
  ['confirmed by another', reopening, confirm, '12', usual, otherLead],
  ['refused', reopening, refuse(), '17', usual, otherLead],
  ['of a dossier in review', inReview, propose('reopen'), 'STATE_MOVED_ON', usual, reviewer],
])

test.group('Dossier rows | proposals', () => {
  test('a refused one brings it back into the queue; a confirmed one ends it', ({ assert }) => {
    const refused = after(asked, refuse(), lead)
    assert.deepEqual([refused.state, refused.proposal], ['submitted', null])
    assert.equal(outcome(decide(refused, claim, colleague, usual)), '4')
    assert.equal(after(asked, confirm, colleague).state, 'ineligible')
  })

  test('a reopened dossier is judged anew', ({ assert }) => {
    const ticked = withItem(reopening, 'diploma', { verdict: { as: 'accepted', stage: 0 } })
    const back = after(ticked, confirm, otherLead)
    assert.equal(back.state, 'submitted')
    assert.isTrue(needsVerdict(itemOf(back, 'diploma'), 0))
  })
})

const hold = (ground = '考生投诉核查'): DossierEvent => ({ type: 'hold', ground })
const go: DossierEvent = { type: 'release_hold' }
cases('13: held', admin, [
  ...(['draft', 'submitted', 'in_review', 'returned'] as const).map((state): Case => [
    state,
    dossierIn(state),
    hold(),
    '13',
  ]),
  ...STATES.filter((state) => !['draft', 'submitted', 'in_review', 'returned'].includes(state)).map(
    (state): Case => [state, dossierIn(state), hold(), 'STATE_MOVED_ON']
  ),
  ['without a ground', submitted, hold(''), 'GROUND_MISSING'],
  ['by a lead', submitted, hold(), 'NOT_ALLOWED', usual, lead],
])

test.group('Dossier rows | hold', () => {
  test('a return has as much time left afterwards as it had before', ({ assert }) => {
    const held = after(returned, hold(), admin)
    const back = after(held, go, admin, circumstances({ now: NOW + 3 * DAY }))
    assert.deepEqual([back.state, back.deadline], ['returned', returned.deadline! + 3 * DAY])
    assert.deepEqual(openItems(back), ['diploma'])
  })

  test('a claim ends with it', ({ assert }) => {
    const back = after(after(inReview, hold(), admin), go, admin)
    assert.deepEqual([back.state, back.claim, back.held], ['submitted', null, null])
    assert.equal(outcome(decide(back, finish(acceptAll), reviewer, usual)), 'STATE_MOVED_ON')
  })

  test('nothing changes while it lasts', ({ assert }) => {
    const held = after(returned, hold(), admin)
    assert.equal(outcome(decide(held, upload('diploma'), owner, usual)), 'ITEM_LOCKED held')
    assert.equal(outcome(decide(held, { type: 'lapse' }, clock, usual)), 'STATE_MOVED_ON')
  })
})

const lapse: DossierEvent = { type: 'lapse' }
const DUE = CLOSES + GRACE
const unfinished = withItem(draft, 'diploma', { images: [] })
const atClose = (now: number) => closed(now, { atClose: 'submit_if_complete' })
const goOn = (now: number) => closed(now, { onReturnDue: 'back_to_review' })
cases('11: the clock', clock, [
  ['a draft while an upload may be under way', draft, lapse, 'NOT_DUE', closed(DUE - 1)],
  ['a draft afterwards', draft, lapse, '11', closed(DUE)],
  ['a draft, by its owner', draft, lapse, 'NOT_ALLOWED', closed(DUE), owner],
  [
    'a draft in the grace after its last upload',
    { ...draft, lastUploadAt: DUE - MINUTE },
    lapse,
    'NOT_DUE',
    closed(DUE),
  ],
  ['a draft that has time of its own', { ...draft, deadline: DUE }, lapse, 'NOT_DUE', closed(DUE)],
  [
    'a draft in a region without uploads',
    draft,
    lapse,
    'NOT_DUE',
    closed(DUE, { uploadsEndAt: null }),
  ],
  [
    'a draft in a window that was opened again',
    draft,
    lapse,
    'NOT_DUE',
    circumstances({ now: DUE }),
  ],
  ['a return before its deadline', returned, lapse, 'NOT_DUE', closed(NOW + DAY)],
  ['a return afterwards', returned, lapse, '11', closed(NOW + DAY + GRACE)],
  ['a return in a blackout', returned, lapse, 'NOT_DUE', { ...blackout, now: NOW + 2 * DAY }],
  ['what was submitted', submitted, lapse, 'STATE_MOVED_ON', closed(DUE)],
])

test.group('Dossier rows | lapse', () => {
  const stateAfter = (dossier: Dossier, around: Circumstances) =>
    after(dossier, lapse, clock, around).state

  test('by the release a complete draft is submitted, an unfinished one lapses', ({ assert }) => {
    assert.equal(stateAfter(draft, atClose(DUE)), 'submitted')
    assert.equal(stateAfter(unfinished, atClose(DUE)), 'lapsed')
    assert.equal(stateAfter(draft, closed(DUE)), 'lapsed')
  })

  test('the clock declares nothing in the candidate’s name', ({ assert }) => {
    const { effects } = changeOf(decide(draft, lapse, clock, atClose(DUE)))
    assert.deepInclude(effects, { kind: 'manifest', declared: false })
  })

  test('by the release a return goes on to review as it is', ({ assert }) => {
    const due = NOW + DAY + GRACE
    const back = after(returned, lapse, clock, goOn(due))
    assert.deepEqual([back.state, back.round, openItems(back)], ['submitted', 2, []])
    assert.isTrue(needsVerdict(itemOf(back, 'diploma'), 0))
    assert.equal(stateAfter(returned, closed(due)), 'lapsed')
  })
})

const lapsedDraft = after(draft, lapse, clock, closed(DUE))
const lapsedReturn = after(returned, lapse, clock, closed(NOW + DAY + GRACE))
const reinstate = (deadline: number | null, ground = '申诉成立'): DossierEvent => ({
  type: 'reinstate',
  ground,
  deadline,
})
const extend = (by: number, since = NOW): DossierEvent => ({ type: 'extend', by, since })
const later = closed(DUE + DAY)
cases('15: appeals and extensions', lead, [
  ['not eligible', dossierIn('ineligible'), reinstate(null), '15'],
  [
    'not eligible, without a ground',
    dossierIn('ineligible'),
    reinstate(null, ''),
    'GROUND_MISSING',
  ],
  ['lapsed', lapsedDraft, reinstate(later.now + DAY), '15', later],
  ['lapsed, deadline in the past', lapsedDraft, reinstate(later.now), 'DEADLINE_PAST', later],
  ['lapsed, without a deadline', lapsedReturn, reinstate(null), 'DEADLINE_PAST', later],
  ['by a reviewer', lapsedDraft, reinstate(later.now + DAY), 'NOT_ALLOWED', later, reviewer],
  ['approved', approved, reinstate(null), 'STATE_MOVED_ON'],
  ['extended by a lead', returned, extend(DAY), 'NOT_ALLOWED'],
  ['extended: a return', returned, extend(DAY), '15', usual, admin],
  ['extended: a draft', draft, extend(DAY), 'STATE_MOVED_ON', usual, admin],
  ['extended by nothing', returned, extend(0), 'NOTHING_TO_EXTEND', usual, admin],
  ['extended: lapsed in the outage', lapsedDraft, extend(DAY, DUE), '15', later, admin],
  ['extended: lapsed before', lapsedDraft, extend(DAY, DUE + 1), 'NOTHING_TO_EXTEND', later, admin],
])

test.group('Dossier rows | second chances', () => {
  test('a draft that was given time can be edited and submitted after the window', ({ assert }) => {
    const back = after(lapsedDraft, reinstate(later.now + DAY), lead, later)
    assert.equal(back.state, 'draft')
    assert.isNull(lockReason(back, itemOf(back, 'diploma'), later.window, later.now))
    assert.equal(outcome(decide(back, submit, owner, later)), '3')
    const over = closed(later.now + DAY)
    assert.equal(outcome(decide(back, submit, owner, over)), 'WINDOW_CLOSED')
  })

  test('a lapsed return opens what was open', ({ assert }) => {
    const back = after(lapsedReturn, reinstate(later.now + DAY), lead, later)
    assert.deepEqual([back.state, openItems(back)], ['returned', ['diploma']])
    assert.equal(back.deadline, later.now + DAY)
  })

  test('an extension moves a deadline by its length, revived or running', ({ assert }) => {
    assert.equal(after(returned, extend(HOUR), admin).deadline, returned.deadline! + HOUR)
    const back = after(lapsedReturn, extend(3 * DAY, NOW), admin, later)
    assert.deepEqual([back.state, back.deadline], ['returned', returned.deadline! + 3 * DAY])
  })
})

const needs = (change: Record<string, Partial<MaterialNeed>> = {}): MaterialNeed[] => [
  ...draft.items.map(({ id, material, need, min, max }) => ({
    ...{ item: `new ${id}`, material, need, min, max },
    ...change[id],
  })),
  ...Object.entries(change)
    .filter(([id]) => !draft.items.some((one) => one.id === id))
    .map(([id, one]) => ({
      ...{ item: id, material: id.toUpperCase(), need: 'required' as const, min: 1, max: 1 },
      ...one,
    })),
]
const facts = (list = needs(), factsRevision = 1): DossierEvent => ({
  type: 'facts_changed',
  factsRevision,
  needs: list,
})
const release = (list = needs(), stages = 1): DossierEvent => ({
  type: 'move_release',
  releaseId: 'newer',
  stages,
  needs: list,
})
const wantsLicence = needs({ licence: { need: 'required' } })
const noTime = circumstances({ returnDeadline: null })

cases('16: the registration changes', registration, [
  ['a draft', draft, facts(wantsLicence), '16'],
  ['an older revision', draft, facts(needs(), 0), 'FACTS_CHANGED'],
  ['by the candidate', draft, facts(), 'NOT_ALLOWED', usual, owner],
  ['approved', approved, facts(wantsLicence), '16'],
  ['lapsed', lapsedDraft, facts(wantsLicence), '16'],
  ['withdrawn', dossierIn('withdrawn'), facts(), 'STATE_MOVED_ON'],
  ['ineligible', dossierIn('ineligible'), facts(), 'STATE_MOVED_ON'],
])
cases('a new release', admin, [
  ['a draft moves by itself', draft, release(), '1', usual, releasing],
  ['what was submitted does not', submitted, release(), 'NOT_ALLOWED', usual, releasing],
  ['but on purpose', submitted, release(), '16'],
  ['to where it is', { ...submitted, releaseId: 'newer' }, release(), 'RELEASE_ALREADY'],
  [
    'to one with fewer stages',
    { ...submitted, stage: 1 },
    release(),
    'STAGE_UNKNOWN',
    stageOf(2, 1),
  ],
  ['by a lead', submitted, release(), 'NOT_ALLOWED', usual, lead],
])

test.group('Dossier rows | a checklist that changed', () => {
  const follows = (dossier: Dossier, list: MaterialNeed[], around = usual) =>
    after(dossier, facts(list), registration, around)

  for (const dossier of [submitted, inReview]) {
    test(`${dossier.state}: only what is newly required opens, and the claim is stale`, ({
      assert,
    }) => {
      const asks = follows(dossier, wantsLicence)
      assert.deepEqual([asks.state, openItems(asks)], ['returned', ['licence']])
      assert.deepEqual([asks.deadline, asks.claim], [usual.returnDeadline, null])
      assert.equal(itemOf(asks, 'licence').reopenedBy, 'registration')
      assert.equal(asks.returns, dossier.returns)
    })
  }

  test('an item that was not there is made and opened', ({ assert }) => {
    const asks = follows(submitted, needs({ contract: {} }))
    assert.deepEqual(openItems(asks), ['contract'])
  })

  test('nothing newly required: it stays where it is, flagged', ({ assert }) => {
    const stays = follows(inReview, needs({ report: { need: 'not_asked' } }))
    assert.deepEqual([stays.state, stays.flag], ['in_review', 'registration_changed'])
    assert.deepEqual(stays.claim, inReview.claim)
    assert.isNull(follows(inReview, needs()).flag)
  })

  test('required, but given already: nothing to ask for', ({ assert }) => {
    const given = withItem(submitted, 'other', { images: [image('o')] })
    assert.equal(follows(given, needs({ other: { need: 'required' } })).state, 'submitted')
  })

  test('no time is left for a return: flagged, not lapsed', ({ assert }) => {
    const stays = follows(submitted, wantsLicence, noTime)
    assert.deepEqual([stays.state, stays.flag], ['submitted', 'registration_changed'])
  })

  test('a return that runs asks for more within its own deadline', ({ assert }) => {
    const asks = follows(returned, wantsLicence, noTime)
    assert.deepEqual(openItems(asks), ['diploma', 'licence'])
    assert.equal(asks.deadline, returned.deadline)
  })

  test('while a second person is asked it is only flagged', ({ assert }) => {
    assert.equal(follows(asked, wantsLicence).state, 'submitted')
  })

  test('approved: nothing moves, the lead sees it', ({ assert }) => {
    const stays = follows(approved, wantsLicence)
    assert.deepEqual([stays.state, stays.flag], ['approved', 'registration_changed'])
    assert.equal(itemOf(stays, 'licence').need, 'not_asked')
  })

  test('pictures of what is no longer asked for are kept, hidden, and come back', ({ assert }) => {
    const gone = needs({ diploma: { need: 'not_asked' } })
    const hidden = follows(draft, gone)
    assert.lengthOf(itemOf(hidden, 'diploma').images, 1)
    assert.equal(outcome(decide(hidden, upload('diploma'), owner, usual)), 'ITEM_LOCKED not_asked')
    assert.isFalse(needsVerdict(itemOf({ ...hidden, state: 'submitted' }, 'diploma'), 0))
    assert.deepEqual(follows(hidden, needs()).items, draft.items)
  })

  test('moved on purpose: its candidate is told, also where nothing is asked of him', ({
    assert,
  }) => {
    const told = (dossier: Dossier, list: MaterialNeed[]) =>
      changeOf(decide(dossier, release(list), admin, usual)).effects.flatMap((effect) =>
        effect.kind === 'message' ? [effect.template] : []
      )
    assert.deepEqual(told(submitted, needs()), ['release_moved'])
    assert.deepEqual(told(submitted, wantsLicence), ['release_asks'])
  })

  test('a material that the release dropped hides too', ({ assert }) => {
    const list = needs().filter(({ material }) => material !== 'DIPLOMA')
    assert.equal(itemOf(follows(draft, list), 'diploma').need, 'not_asked')
  })
})

const tick = (declared = true): DossierEvent => ({ type: 'declare', item: 'pledge', declared })
const pledged = (change: Partial<Item> = {}): Dossier => ({
  ...draft,
  items: [...draft.items, item('pledge', { need: 'declared', ...change })],
})
cases('declarations', owner, [
  ['ticked', pledged(), tick(), '2'],
  ['taken off again', pledged({ declaredAt: NOW }), tick(false), '2'],
  ['after the window', pledged(), tick(), 'ITEM_LOCKED window_closed', closed(NOW)],
  ['submitting without', pledged(), submit, 'DECLARATIONS_UNTICKED'],
  ['submitting with', pledged({ declaredAt: NOW }), submit, '3'],
  [
    'an item of pictures',
    draft,
    { type: 'declare', item: 'card', declared: true },
    'ITEM_NOT_DECLARED',
  ],
  ['a stranger', pledged(), tick(), 'NOT_ALLOWED', usual, stranger],
  ['a locked one', { ...pledged(), state: 'submitted' }, tick(), 'ITEM_LOCKED submitted'],
])

test.group('Dossier rows | declarations', () => {
  test('a return clears the tick, and ticking again answers it', ({ assert }) => {
    const given = { ...inReview, items: pledged({ declaredAt: NOW }).items }
    const back = after(given, finish([giveBack('pledge')]), reviewer)
    assert.isNull(itemOf(back, 'pledge').declaredAt)
    assert.equal(outcome(decide(back, submit, owner, usual)), 'RETURNED_UNCHANGED')
    assert.equal(outcome(decide(after(back, tick(), owner), submit, owner, usual)), '6')
  })
})

const replace = (replaces: string, place: string | null = null): DossierEvent => ({
  type: 'add_image',
  item: 'card',
  image: image('better', place),
  startedAt: NOW,
  replaces,
})
const order = (...ids: string[]): DossierEvent => ({ type: 'reorder', item: 'card', order: ids })
cases('2: replacing and ordering', owner, [
  ['a full item', draft, replace('front'), '2'],
  ['what is gone', draft, replace('gone'), 'IMAGE_GONE'],
  ['into the other’s place', draft, replace('front', 'back'), 'PLACE_TAKEN'],
  ['locked', submitted, replace('front'), 'ITEM_LOCKED submitted'],
  ['ordered', draft, order('back', 'front'), '2'],
  ['ordered without one', draft, order('back'), 'ORDER_OUTDATED'],
  ['ordered with one twice', draft, order('back', 'back'), 'ORDER_OUTDATED'],
  ['ordered, locked', submitted, order('back', 'front'), 'ITEM_LOCKED submitted'],
])

test.group('Dossier rows | replacing', () => {
  test('the new picture takes the old one’s place', ({ assert }) => {
    const { images } = itemOf(after(draft, replace('back'), owner), 'card')
    assert.deepEqual(
      images.map(({ id, place }) => [id, place]),
      [
        ['front', 'front'],
        ['better', 'back'],
      ]
    )
  })

  test('a new order does not answer a return', ({ assert }) => {
    const open = withItem(returned, 'card', { reopened: { changed: false, answer: null } })
    assert.isFalse(itemOf(after(open, order('back', 'front'), owner), 'card').reopened!.changed)
  })
})

const withOnsite = (index: number) =>
  circumstances({
    stages: [stage(), stage({ mode: 'onsite' }), stage()],
    nextStage: index < 2 ? index + 1 : null,
  })
const seenLater = [
  ...accept('card', 'chsi'),
  { item: 'diploma', as: 'accepted' as const, reasons: ['VER_ONSITE'], note: null },
]
cases('reasons have effects', reviewer, [
  ['an original that can still be shown', inReview, finish(seenLater), '7', withOnsite(0)],
  ['an original where nobody would look', inReview, finish(seenLater), 'REASON_UNFIT'],
  [
    'the last return that the region allows',
    { ...inReview, returns: 1 },
    finish([giveBack('card')]),
    '5',
    circumstances({ maxReturns: 2 }),
  ],
  [
    'one return too many',
    { ...inReview, returns: 2 },
    finish([giveBack('card')]),
    'RETURNS_USED_UP',
    circumstances({ maxReturns: 2 }),
  ],
])

test.group('Dossier rows | originals', () => {
  const at = (index: number, dossier: Dossier): Dossier => ({
    ...dossier,
    stage: index,
    state: 'in_review',
    claim: { by: 'wu', token: 1, until: NOW + HOUR },
  })
  const left = after(inReview, finish(seenLater), reviewer, withOnsite(0))

  test('it is looked at on site, and nothing ends before', ({ assert }) => {
    const diploma = itemOf(left, 'diploma')
    assert.deepEqual([diploma.need, diploma.verdict], ['onsite', null])
    assert.isFalse(needsVerdict(diploma, 0))
    assert.isTrue(needsVerdict(diploma, 1, true))
    const skipped = at(2, left)
    assert.equal(
      outcome(decide(skipped, finish(accept('card', 'chsi')), reviewer, withOnsite(2))),
      'ORIGINALS_UNSEEN'
    )
    const passed = after(at(1, left), finish(acceptAll), reviewer, withOnsite(1))
    assert.equal(outcome(decide(at(2, passed), finish(acceptAll), reviewer, withOnsite(2))), '8')
  })

  test('an escalation is flagged for the lead and served by the next verdict', ({ assert }) => {
    const doubt = [{ ...acceptAll[0], reasons: ['ELI_FRAUD'] }, ...acceptAll.slice(1)]
    const passed = after(inReview, finish(doubt), reviewer, stageOf(2, 0))
    assert.equal(passed.flag, 'escalated')
    const claimed = at(1, passed)
    const done = after(
      { ...claimed, claim: { by: 'zhou', token: 1, until: NOW + HOUR } },
      finish(acceptAll),
      regionReviewer,
      stageOf(2, 1)
    )
    assert.isNull(done.flag)
  })
})

test.group('Dossier rows | the list of legal steps', () => {
  test('knows what the table does and nothing else', ({ assert }) => {
    assert.isTrue(isLegal('submit', '3', 'draft', 'submitted'))
    assert.isTrue(isLegal('add_image', '2', 'returned', 'returned'))
    assert.isTrue(isLegal('refuse', '17', 'approved', 'approved'))
    assert.isFalse(isLegal('submit', '3', 'returned', 'submitted'))
    assert.isFalse(isLegal('add_image', '2', 'draft', 'returned'))
    assert.isFalse(isLegal('vanish', '2', 'draft', 'draft'))
  })

  test('holds whatever an event does from each state', ({ assert }) => {
    const everybody = [owner, reviewer, colleague, lead, otherLead, admin, clock, registration]
    const events: DossierEvent[] = [
      ...[submit, recall, withdraw, claim, expire, takeOver, conflict, takeBack, go, lapse],
      ...[hold(), confirm, refuse(), propose('ineligible'), propose('reopen'), extend(DAY)],
      ...[reinstate(later.now + DAY), facts(wantsLicence), release(wantsLicence), tick()],
      ...[upload('diploma'), order('back', 'front'), reply('diploma', '是'), finish(acceptAll)],
    ]
    const dossiers = [...STATES.map((state) => dossierIn(state)), asked, reopening, lapsedReturn]
    let taken = 0
    for (const dossier of [...dossiers, lapsedDraft, after(returned, hold(), admin)]) {
      for (const event of events) {
        for (const by of everybody) {
          for (const around of [usual, later, atClose(DUE), goOn(later.now)]) {
            const decision = decide(dossier, event, by, around)
            if (!decision.ok) continue
            taken += 1
            const { to } = decision.change
            assert.isTrue(
              isLegal(event.type, decision.row, dossier.state, to),
              `${event.type} ${decision.row}: ${dossier.state} → ${to}`
            )
          }
        }
      }
    }
    assert.isAbove(taken, 100)
  })
})
