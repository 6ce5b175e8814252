import { test } from '@japa/runner'
import {
  decide,
  type By,
  type Circumstances,
  type Dossier,
  type DossierEvent,
} from '#app/core/dossier'
import { DAY, HOUR, MINUTE } from '#app/core/time'
import {
  accept,
  acceptAll,
  at,
  circumstances,
  claim,
  clock,
  CLOSES,
  colleague,
  dossierIn,
  expire,
  finish,
  fourEyes,
  giveBack,
  GRACE,
  image,
  lead,
  LEASE,
  NOW,
  outcome,
  owner,
  pinned,
  pointAdmin,
  regionReviewer,
  release,
  remove,
  renew,
  reply,
  reviewer,
  stage,
  stageOf,
  stranger,
  submit,
  upload,
  usual,
  want,
  withItem,
} from './dossier_fixtures.js'

type Guard = [
  title: string,
  dossier: Dossier,
  event: DossierEvent,
  expected: string,
  around?: Circumstances,
  by?: By,
]

/** Each row: the table's row that is taken, or the refusal. */
function guards(name: string, right: By, table: readonly Guard[]) {
  test.group(`Dossier | ${name}`, () => {
    for (const [title, dossier, event, expected, around = usual, by = right] of table) {
      test(`${title}: ${expected}`, ({ assert }) => {
        assert.equal(outcome(decide(dossier, event, by, around)), expected)
      })
    }
  })
}

const draft = dossierIn('draft')
const returned = dossierIn('returned')
const inReview = dossierIn('in_review')
const submitted = dossierIn('submitted')
const shut = (change: Partial<Circumstances> = {}) =>
  circumstances({
    now: CLOSES,
    window: { open: false, blackout: false, closesAt: CLOSES },
    ...change,
  })
const blackout = circumstances({ window: { open: false, blackout: true, closesAt: NOW } })
const switchedOff = circumstances({ window: { open: false, blackout: false, closesAt: CLOSES } })
const emptyCard = withItem(draft, 'card', { images: [] })
const frontOnly = withItem(draft, 'card', { images: [image('front', 'front')] })

const assisting = circumstances({ staffUploads: true })
const barred = (conflict: 'own' | 'declared') => circumstances({ staffUploads: true, conflict })
const auditor: By = { kind: 'staff', id: 'feng', roles: ['auditor'] }

guards('staff add or delete a picture on his behalf', reviewer, [
  ['where the region allows it', draft, upload('diploma'), '2', assisting],
  ['to a returned item', returned, upload('diploma'), '2', assisting],
  ['deleted', draft, remove('diploma', 'scan'), '2', assisting],
  ['where the region does not', draft, upload('diploma'), 'STAFF_UPLOADS_OFF'],
  ['deleted where the region does not', draft, remove('diploma', 'scan'), 'STAFF_UPLOADS_OFF'],
  ['by the administrator of the point', draft, upload('diploma'), '2', assisting, pointAdmin],
  ['by an auditor', draft, upload('diploma'), 'NOT_ALLOWED', assisting, auditor],
  ['to their own file', draft, upload('diploma'), 'OWN_FILE', barred('own')],
  ['deleted from their own file', draft, remove('diploma', 'scan'), 'OWN_FILE', barred('own')],
  ['with a conflict', draft, upload('diploma'), 'CONFLICT_DECLARED', barred('declared')],
  ['submitted', submitted, upload('diploma'), 'ITEM_LOCKED submitted', assisting],
  ['in review', inReview, remove('diploma', 'scan'), 'ITEM_LOCKED submitted', assisting],
  [
    'to an item that was not returned',
    returned,
    upload('chsi'),
    'ITEM_LOCKED not_returned',
    assisting,
  ],
  [
    'once the window has closed',
    draft,
    upload('diploma'),
    'ITEM_LOCKED window_closed',
    shut({ staffUploads: true }),
  ],
  [
    'in a blackout',
    draft,
    upload('diploma'),
    'ITEM_LOCKED blackout',
    { ...blackout, staffUploads: true },
  ],
  ['submitting stays his', draft, submit, 'NOT_ALLOWED', assisting],
  ['answering stays his', returned, reply('diploma', 'x'), 'NOT_ALLOWED', assisting],
  ['what he wants stays his', draft, want('chsi'), 'NOT_ALLOWED', assisting],
  ['by somebody else, not staff', draft, upload('diploma'), 'NOT_ALLOWED', assisting, stranger],
])

guards('a picture is added or deleted', owner, [
  ['while the window is open', draft, upload('diploma'), '2'],
  ['once it has closed', draft, upload('diploma'), 'ITEM_LOCKED window_closed', shut()],
  [
    'deleted once it has closed',
    draft,
    remove('diploma', 'scan'),
    'ITEM_LOCKED window_closed',
    shut(),
  ],
  // The gate asks for the window of the instant at which the first byte came.
  [
    'under way as it closed',
    draft,
    upload('diploma', image('n'), CLOSES - 1),
    '2',
    at(CLOSES + MINUTE),
  ],
  ['in a blackout', draft, upload('diploma'), 'ITEM_LOCKED blackout', blackout],
  [
    'in a blackout, to a returned item',
    returned,
    upload('diploma'),
    'ITEM_LOCKED blackout',
    blackout,
  ],
  [
    'with the button switched off',
    draft,
    upload('diploma'),
    'ITEM_LOCKED window_closed',
    switchedOff,
  ],
  ['to a returned item after the window', returned, upload('diploma'), '2', shut({ now: NOW })],
  ['to an item that was not returned', returned, upload('card'), 'ITEM_LOCKED not_returned'],
  [
    'deleted from an item that was not returned',
    returned,
    remove('card', 'front'),
    'ITEM_LOCKED not_returned',
  ],
  [
    'at the deadline',
    returned,
    upload('diploma', image('n'), NOW + DAY),
    'ITEM_LOCKED deadline_passed',
    at(NOW + DAY),
  ],
  [
    'under way at the deadline',
    returned,
    upload('diploma', image('n'), NOW + DAY - 1),
    '2',
    at(NOW + DAY + MINUTE),
  ],
  [
    'deleted at the deadline',
    returned,
    remove('diploma', 'scan'),
    'ITEM_LOCKED deadline_passed',
    at(NOW + DAY),
  ],
  ['to an item that is not there', draft, upload('nothing'), 'ITEM_UNKNOWN'],
  ['to a material carried over', draft, upload('kept'), 'ITEM_LOCKED kept_from_last_time'],
  ['to one that is not asked', draft, upload('licence'), 'ITEM_LOCKED not_asked'],
  ['to one that was wanted', withItem(draft, 'licence', { wanted: true }), upload('licence'), '2'],
  ['a third side of the ID card', draft, upload('card'), 'ITEM_FULL'],
  [
    'one more than it takes',
    withItem(draft, 'diploma', { max: 1 }),
    upload('diploma'),
    'ITEM_FULL',
  ],
  ['the same bytes twice', draft, upload('diploma', image('n', null, 'of scan')), 'IMAGE_TWICE'],
  [
    'the same bytes to a full item',
    draft,
    upload('card', image('n', null, 'of back')),
    'IMAGE_TWICE',
  ],
  ['the same bytes in another item', draft, upload('other', image('n', null, 'of scan')), '2'],
  ['in a free place', frontOnly, upload('card', image('n', 'back')), '2'],
  ['in a taken place', frontOnly, upload('card', image('n', 'front')), 'PLACE_TAKEN'],
  [
    'in a place that the card does not have',
    frontOnly,
    upload('card', image('n', 'inside')),
    'PLACE_UNKNOWN',
  ],
  [
    'in a place where there are none',
    draft,
    upload('diploma', image('n', 'front')),
    'PLACE_UNKNOWN',
  ],
  ['deleted twice', draft, remove('diploma', 'gone'), 'IMAGE_GONE'],
  ['deleted from another item', draft, remove('diploma', 'front'), 'IMAGE_GONE'],
])

guards('an item that nobody asked for is opened', owner, [
  ['in time', draft, want('licence'), '2'],
  ['and closed again', withItem(draft, 'licence', { wanted: true }), want('licence', false), '2'],
  [
    'when it holds pictures',
    withItem(draft, 'licence', { wanted: true, images: [image('a')] }),
    want('licence', false),
    'ITEM_HAS_IMAGES',
  ],
  ['when it is asked anyway', draft, want('other'), 'ITEM_ASKED_ANYWAY'],
  ['when it is carried over', draft, want('kept'), 'ITEM_ASKED_ANYWAY'],
  ['when there is none', draft, want('nothing'), 'ITEM_UNKNOWN'],
  ['after the window', draft, want('licence'), 'ITEM_LOCKED window_closed', shut()],
  [
    'after the window, in a dossier of nothing',
    dossierIn('draft', { items: [] }),
    want('licence'),
    'ITEM_UNKNOWN',
    shut(),
  ],
])

guards('a return is answered', owner, [
  ['in time', returned, reply('diploma', '就是这样'), '6'],
  [
    'for an item that was not returned',
    returned,
    reply('card', '就是这样'),
    'ITEM_LOCKED not_returned',
  ],
  [
    'too late',
    returned,
    reply('diploma', '就是这样'),
    'ITEM_LOCKED deadline_passed',
    at(NOW + DAY),
  ],
  ['in a blackout', returned, reply('diploma', '就是这样'), 'ITEM_LOCKED blackout', blackout],
])

const uploadedAt = (dossier: Dossier, lastUploadAt: number | null) => ({ ...dossier, lastUploadAt })
const mended = withItem(returned, 'diploma', { reopened: { changed: true, answer: null } })
const answered = withItem(returned, 'diploma', { reopened: { changed: false, answer: '就是这样' } })
const due = NOW + DAY
const undeclared: DossierEvent = { type: 'submit', declarationVersion: 'v0' }

guards('it is submitted', owner, [
  ['in the window', draft, submit, '3'],
  ['in its last millisecond', draft, submit, '3', at(CLOSES - 1)],
  ['after it', draft, submit, 'WINDOW_CLOSED', shut()],
  [
    'before any window',
    draft,
    submit,
    'WINDOW_CLOSED',
    circumstances({ window: { open: false, blackout: false, closesAt: null } }),
  ],
  ['with the button switched off in the window', draft, submit, 'WINDOW_CLOSED', switchedOff],
  [
    'with the button switched off just after an upload',
    uploadedAt(draft, NOW - 1),
    submit,
    'WINDOW_CLOSED',
    switchedOff,
  ],
  [
    'just after an upload that ended in time',
    uploadedAt(draft, CLOSES - 1),
    submit,
    'WINDOW_CLOSED',
    shut(),
  ],
  [
    'without any upload, after the window',
    uploadedAt(draft, null),
    submit,
    'WINDOW_CLOSED',
    shut(),
  ],
  [
    'in the grace after an upload in flight',
    uploadedAt(draft, CLOSES),
    submit,
    '3',
    shut({ now: CLOSES + GRACE }),
  ],
  [
    'after the grace',
    uploadedAt(draft, CLOSES),
    submit,
    'WINDOW_CLOSED',
    shut({ now: CLOSES + GRACE + 1 }),
  ],
  [
    'in the grace that counts from the last upload',
    uploadedAt(draft, CLOSES + HOUR),
    submit,
    '3',
    shut({ now: CLOSES + HOUR + GRACE }),
  ],
  ['in a blackout', uploadedAt(draft, NOW), submit, 'WINDOW_CLOSED', blackout],
  ['with another declaration than now', draft, undeclared, 'DECLARATION_CHANGED'],
  [
    'with another registration than now',
    draft,
    submit,
    'FACTS_CHANGED',
    circumstances({ factsRevision: 2 }),
  ],
  ['without the ID card', emptyCard, submit, 'MISSING_IMAGES'],
  ['with one side of it', frontOnly, submit, 'MISSING_IMAGES'],
  [
    'with the alternative',
    withItem(withItem(draft, 'chsi', { images: [] }), 'report', { images: [image('a')] }),
    submit,
    '3',
  ],
  ['with neither', withItem(draft, 'chsi', { images: [] }), submit, 'MISSING_IMAGES'],
  [
    'with an unread notice',
    draft,
    submit,
    'UNREAD_NOTICES',
    circumstances({ unreadNotices: ['n'] }),
  ],
  ['again, unchanged', returned, submit, 'RETURNED_UNCHANGED'],
  ['again, changed', mended, submit, '6'],
  ['again, answered', answered, submit, '6'],
  ['again, when the window is long over', mended, submit, '6', shut({ now: NOW })],
  ['again, in the last millisecond', mended, submit, '6', at(due - 1)],
  ['again, at the deadline', mended, submit, 'RETURN_DEADLINE_PASSED', at(due)],
  ['again, in the grace', uploadedAt(mended, due), submit, '6', at(due + GRACE)],
  [
    'again, after the grace',
    uploadedAt(mended, due),
    submit,
    'RETURN_DEADLINE_PASSED',
    at(due + GRACE + 1),
  ],
  [
    'again, just after an upload that ended in time',
    uploadedAt(mended, due - 1),
    submit,
    'RETURN_DEADLINE_PASSED',
    at(due),
  ],
  ['again, in a blackout', mended, submit, 'WINDOW_CLOSED', blackout],
  ['again, with another declaration than now', mended, undeclared, 'DECLARATION_CHANGED'],
])

const mine = (change: Partial<NonNullable<Dossier['claim']>>): Dossier => ({
  ...inReview,
  claim: { ...inReview.claim!, ...change },
  claimToken: change.token ?? 1,
})

guards('it is claimed', reviewer, [
  ['by a reviewer of the stage', submitted, claim, '4'],
  ['by an administrator of the point, who reviews', submitted, claim, '4', usual, pointAdmin],
  ['by a lead at a point’s stage', submitted, claim, 'NOT_YOUR_STAGE', usual, lead],
  [
    'by a reviewer of the stage to come',
    submitted,
    claim,
    'NOT_YOUR_STAGE',
    stageOf(2, 0),
    regionReviewer,
  ],
  [
    'by the region at its stage',
    dossierIn('submitted', { stage: 1 }),
    claim,
    '4',
    stageOf(2, 1),
    regionReviewer,
  ],
  [
    'by a point’s reviewer at the region’s stage',
    dossierIn('submitted', { stage: 1 }),
    claim,
    'NOT_YOUR_STAGE',
    stageOf(2, 1),
  ],
  [
    'by one who has agreed',
    dossierIn('submitted', { agreed: ['wu'] }),
    claim,
    'ALREADY_AGREED',
    fourEyes,
  ],
  [
    'by the second reviewer',
    dossierIn('submitted', { agreed: ['wu'] }),
    claim,
    '4',
    fourEyes,
    colleague,
  ],
])

const work: [string, DossierEvent, string][] = [
  ['renewed', renew(), '4'],
  ['given up', release(), '4b'],
  ['finished', finish(acceptAll), '8'],
  ['returned', finish([giveBack('card')]), '5'],
]
guards(
  'a claim fences its dossier off',
  reviewer,
  work.flatMap(([what, event, row]): Guard[] => [
    [`${what} by its holder`, inReview, event, row],
    [`${what} in its last millisecond`, inReview, event, row, at(NOW + LEASE - 1)],
    [`${what} when it has expired`, inReview, event, 'CLAIM_EXPIRED', at(NOW + LEASE)],
    [`${what} with an old token`, mine({ token: 2 }), event, 'CLAIM_LOST'],
    [`${what} with a token to come`, mine({ token: 0 }), event, 'CLAIM_LOST'],
    [`${what} by a colleague with its token`, inReview, event, 'CLAIM_LOST', usual, colleague],
    [`${what} without a claim`, { ...inReview, claim: null }, event, 'CLAIM_LOST'],
  ])
)

guards('the clock takes a claim back', clock, [
  ['too early', inReview, expire, 'CLAIM_LIVE', at(NOW + LEASE - 1)],
  ['when it has run out', inReview, expire, '4b', at(NOW + LEASE)],
  ['where there is none', { ...inReview, claim: null }, expire, '4b'],
])

const noReturns = circumstances({
  stages: [stage({ canReturn: false })],
})
const twice = stageOf(2, 0, { stages: fourEyes.stages })
const judged = (index: number) =>
  ['card', 'diploma', 'chsi'].reduce(
    (dossier, id) => withItem(dossier, id, { verdict: { as: 'accepted', stage: index } }),
    inReview
  )

guards('a review is finished', reviewer, [
  ['with every verdict', inReview, finish(acceptAll), '8'],
  ['with one missing', inReview, finish(accept('card', 'diploma')), 'VERDICTS_MISSING'],
  ['with none', inReview, finish([]), 'VERDICTS_MISSING'],
  ['with none, when this stage has accepted all before', judged(0), finish([]), '8'],
  [
    'with none, when only the stage before has',
    { ...judged(0), stage: 1, claim: { by: 'zhou', token: 1, until: NOW + LEASE } },
    finish([]),
    'VERDICTS_MISSING',
    stageOf(2, 1),
    regionReviewer,
  ],
  ['with one missing, where more must agree', inReview, finish([]), 'VERDICTS_MISSING', fourEyes],
  [
    'with one missing, before the next stage',
    inReview,
    finish([]),
    'VERDICTS_MISSING',
    stageOf(2, 0),
  ],
  ['with another manifest', inReview, finish(acceptAll, { manifest: 'older' }), 'MANIFEST_CHANGED'],
  [
    'returned with another manifest',
    inReview,
    finish([giveBack('card')], { manifest: 'older' }),
    'MANIFEST_CHANGED',
  ],
  [
    'with two verdicts on one item',
    inReview,
    finish([...acceptAll, ...accept('card')]),
    'VERDICT_TWICE',
  ],
  [
    'accepted and returned at once',
    inReview,
    finish([...accept('card'), giveBack('card')]),
    'VERDICT_TWICE',
  ],
  [
    'with an item that is not there',
    inReview,
    finish([...acceptAll, ...accept('nothing')]),
    'ITEM_UNKNOWN',
  ],
  [
    'accepting an empty item',
    inReview,
    finish([...acceptAll, ...accept('report')]),
    'NOTHING_TO_ACCEPT',
  ],
  [
    'returning one item, where more must agree',
    inReview,
    finish([giveBack('card')]),
    '5',
    fourEyes,
  ],
  [
    'returning one item, before the next stage',
    inReview,
    finish([giveBack('card')]),
    '5',
    stageOf(2, 0),
  ],
  ['as the first of two, before the next stage', inReview, finish(acceptAll), '7a', twice],
  [
    'as the second of two, before the next stage',
    { ...inReview, agreed: ['sun'] },
    finish(acceptAll),
    '7',
    twice,
  ],
  ['returning one item of many', inReview, finish([giveBack('card')]), '5'],
  ['returning an empty item', inReview, finish([giveBack('other')]), '5'],
  ['returning one that nobody asked for', inReview, finish([giveBack('licence')]), '5'],
  [
    'returning without a reason',
    inReview,
    finish([{ ...giveBack('card'), reasons: [] }]),
    'REASON_MISSING',
  ],
  [
    'returning with a reason that only informs',
    inReview,
    finish([giveBack('chsi', 'MATCH_EDU')]),
    'REASON_MISSING',
  ],
  [
    'returning what is shown on site',
    inReview,
    finish([giveBack('chsi', 'VER_ONSITE')]),
    'REASON_MISSING',
  ],
  [
    'returning what goes to the lead',
    inReview,
    finish([giveBack('chsi', 'ELI_FRAUD')]),
    'REASON_MISSING',
  ],
  [
    'returning with one reason to fix among others',
    inReview,
    finish([giveBack('chsi', 'MATCH_EDU', 'IMG_BLUR')]),
    '5',
  ],
  [
    'returning one with and one without',
    inReview,
    finish([giveBack('card'), giveBack('chsi', 'MATCH_EDU')]),
    'REASON_MISSING',
  ],
  [
    'returning with a final reason',
    inReview,
    finish([giveBack('diploma', 'IMG_BLUR', 'ELI_MAJOR')]),
    'REASON_UNFIT',
  ],
  [
    'accepting with a final reason',
    inReview,
    finish(acceptAll.map((one) => ({ ...one, reasons: ['ELI_MAJOR'] }))),
    'REASON_UNFIT',
  ],
  [
    'with a reason that the release does not know',
    inReview,
    finish([giveBack('card', 'IMG_BLUR', 'OLD')]),
    'REASON_UNFIT',
  ],
  [
    'accepting with a word of information',
    inReview,
    finish(acceptAll.map((one) => ({ ...one, reasons: ['MATCH_EDU'] }))),
    '8',
  ],
  [
    'returning where the stage may not',
    inReview,
    finish([giveBack('card')]),
    'STAGE_CANNOT_RETURN',
    noReturns,
  ],
  [
    'returning when no deadline is left',
    inReview,
    finish([giveBack('card')]),
    'RETURN_CAP_PASSED',
    circumstances({ returnDeadline: null }),
  ],
  [
    'returning with a deadline that is over',
    inReview,
    finish([giveBack('card')]),
    'RETURN_CAP_PASSED',
    circumstances({ returnDeadline: NOW }),
  ],
  ['accepting where nothing may be returned', inReview, finish(acceptAll), '8', noReturns],
  [
    'accepting with something to mend',
    inReview,
    finish(acceptAll.map((one) => ({ ...one, reasons: ['IMG_BLUR'] }))),
    'REASON_UNFIT',
  ],
  [
    'accepting with what the lead is to know',
    inReview,
    finish(acceptAll.map((one) => ({ ...one, reasons: ['ELI_FRAUD'] }))),
    '8',
  ],
  ['with pins on its pictures', inReview, finish([pinned()]), '5'],
  ['with a pin at the very corners', inReview, finish([pinned({ x: 0, y: 1 })]), '5'],
  ['with a pin left of the picture', inReview, finish([pinned({ x: -0.01 })]), 'PIN_OUTSIDE'],
  ['with a pin below the picture', inReview, finish([pinned({ y: 1.01 })]), 'PIN_OUTSIDE'],
  ['with a pin nowhere', inReview, finish([pinned({ x: Number.NaN })]), 'PIN_OUTSIDE'],
  ['with a pin on another item', inReview, finish([pinned({ image: 'scan' })]), 'PIN_ELSEWHERE'],
  ['with a pin on no picture', inReview, finish([pinned({ image: 'gone' })]), 'PIN_ELSEWHERE'],
  [
    'with a pin for a reason that the verdict does not give',
    inReview,
    finish([pinned({ reason: 'MATCH_EDU' })]),
    'REASON_UNFIT',
  ],
])
