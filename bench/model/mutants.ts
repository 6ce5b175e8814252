export interface Mutant {
  says: string
  file: string
  edits: readonly (readonly [find: string, put: string])[]
}

const core = (file: string, says: string, ...edits: Mutant['edits']): Mutant => ({
  says,
  file: `app/core/${file}.ts`,
  edits,
})

/** Mistakes that somebody could make tomorrow, each in one place of the rules. */
export const CORE: readonly Mutant[] = [
  core('lock', 'all items of a return are open', ["if (!item.reopened) return 'not_returned'", '']),
  core('lock', 'a blackout stops nobody', ["if (window.blackout) return 'blackout'", '']),
  core('lock', 'a return stays open a minute longer', [
    'at >= deadline ?',
    'at >= deadline + 60_000 ?',
  ]),
  core('candidate_steps', 'a picture can be deleted after submitting', [
    "row: '2',\n  from: ['draft', 'returned'],\n  to: ['='],\n  by: byOwner,\n  guard(dossier, { item: id, image }, c) {\n    const locked = lockedItem(dossier, id, c, c.now)\n    if (locked) return locked",
    "row: '2',\n  from: ['draft', 'returned', 'submitted'],\n  to: ['='],\n  by: byOwner,\n  guard(dossier, { item: id, image }, c) {",
  ]),
  core('candidate_steps', 'one picture too many', [
    'others.length >= item.max',
    'others.length > item.max',
  ]),
  core('candidate_steps', 'an incomplete dossier is submitted', [
    'return submitBlockers(dossier, c)[0] ?? null',
    'return null',
  ]),
  core('candidate_steps', 'it is submitted at any time', [
    'if (late) return refuse(late)\n  if (decl',
    'if (decl',
  ]),
  core('step_parts', 'anybody touches anybody’s dossier', [
    "by.kind === 'candidate' && by.id === dossier.candidateId",
    "by.kind === 'candidate'",
  ]),
  core('step_parts', 'an expired claim still decides', [
    "return c.now >= claim.until ? refuse('CLAIM_EXPIRED') : null",
    'return null',
  ]),
  core('step_parts', 'an old token still decides', ['claim.token !== token || ', '']),
  core('step_parts', 'one person is four eyes', [
    "return dossier.agreed.includes(by.id) ? refuse('ALREADY_AGREED') : null",
    'return null',
  ]),
  core('step_parts', 'who declared a conflict reviews it', [
    "if (c.conflict === 'declared') return refuse('CONFLICT_DECLARED')",
    '',
  ]),
  core('step_parts', 'a decided submission is taken back', [
    'MOVED_ON = { ...NO_CLAIM, submittedFrom: null }',
    'MOVED_ON = { ...NO_CLAIM }',
  ]),
  core('step_parts', 'submitting leaves the returned items open', [
    'set: { reopened: null, parked: item.reopened }',
    'set: { parked: null }',
  ]),
  core('officer_steps', 'one person decides alone', [
    "return dossier.proposal.by === by.id ? refuse('PROPOSAL_YOURS') : null",
    'return null',
  ]),
  core('officer_steps', 'a hold eats the candidate’s time', [
    'dossier.deadline + (c.now - at)',
    'dossier.deadline',
  ]),
  core('follow_steps', 'a draft lapses under an upload', [
    'c.now >= end + c.uploadLongest',
    'c.now >= end',
  ]),
  core('review_steps', 'a decision is on an older manifest', [
    "if (event.manifest !== dossier.manifest) return refuse('MANIFEST_CHANGED')",
    '',
  ]),
  core('review_steps', 'a stage is passed with items unseen', [
    'return open.length > 0\n    ? refuse',
    'return open.length > 99\n    ? refuse',
  ]),
  core('review_steps', 'two approvals are one', [
    'dossier.agreed.length + 1 <',
    'dossier.agreed.length + 2 <',
  ]),
  core('review_steps', 'a token is given twice', [
    'claimToken: dossier.claimToken + 1,\n})',
    'claimToken: dossier.claimToken,\n})',
  ]),
]

const gate = (file: string, says: string, ...edits: Mutant['edits']): Mutant => ({
  says,
  file: `app/dossiers/${file}.ts`,
  edits,
})

/** The same in what writes the core's decisions down. */
export const GATE: readonly Mutant[] = [
  gate('gate', 'a deadline is not written', ["deadline: 'deadline',", '']),
  gate('gate', 'the audit names the wrong state', [
    'to: change.to,\n      atStage',
    'to: row.state,\n      atStage',
  ]),
  gate('gate_effects', 'a removed picture stays', ['removed_at: now', 'removed_at: null']),
  gate('gate_effects', 'hidden pictures are submitted', [
    'item.images.length > 0 && isAsked(item)',
    'item.images.length > 0',
  ]),
]
