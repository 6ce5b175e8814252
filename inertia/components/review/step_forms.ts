import type { OfferedSteps, ReviewPageProps } from '~/types/review'

export type StepName =
  | ('take_over' | 'take_back' | 'conflict' | 'step_back' | 'propose_ineligible')
  | ('propose_reopening' | 'hold' | 'release_hold' | 'reinstate' | 'confirm' | 'refuse')

/** One step: where it is sent, what it asks of the person, and how it looks. */
export interface StepForm {
  name: StepName
  icon: string
  danger: boolean
  method: 'post' | 'delete'
  path: string
  asks: readonly ('ground' | 'because' | 'reason' | 'stage' | 'deadline')[]
  /** Stages to choose from, by index. */
  stages: readonly number[]
  /** What is sent beside the answers; `words` is the field that takes the written words. */
  fixed: Record<string, unknown>
  words: 'ground' | 'because' | 'reason'
}

const step = (
  name: StepName,
  icon: string,
  path: string,
  more: Partial<Omit<StepForm, 'name' | 'icon' | 'path'>> = {}
): StepForm => ({
  ...{ name, icon, path, danger: false, method: 'post' },
  ...{ asks: [], stages: [], fixed: {}, words: 'ground' },
  ...more,
})

type Shown = Pick<ReviewPageProps, 'steps' | 'claim' | 'dossier' | 'proposal'>

/** What the menu offers: exactly what the server says would pass now. */
export function menuOf({ steps, claim, dossier }: Shown): StepForm[] {
  const token = claim?.token
  const all: [keyof OfferedSteps, StepForm][] = [
    ['takeOver', step('take_over', 'i-lucide-hand-helping', 'takeovers')],
    ['takeBack', step('take_back', 'i-lucide-undo', 'return', { method: 'delete' })],
    [
      'stepBack',
      step('step_back', 'i-lucide-corner-up-left', 'step-backs', {
        ...{ asks: ['stage', 'ground'], stages: steps.stepBack, fixed: { token }, words: 'reason' },
      }),
    ],
    ['conflict', step('conflict', 'i-lucide-user-x', 'conflicts', { fixed: { token } })],
    [
      'proposeIneligible',
      step('propose_ineligible', 'i-lucide-ban', 'proposals', {
        ...{ danger: true, asks: ['reason', 'ground'], fixed: { kind: 'ineligible', token } },
      }),
    ],
    [
      'proposeReopening',
      step('propose_reopening', 'i-lucide-rotate-ccw', 'proposals', {
        ...{ asks: ['stage', 'ground'], stages: steps.proposeReopening, fixed: { kind: 'reopen' } },
      }),
    ],
    ['hold', step('hold', 'i-lucide-pause', 'hold', { danger: true, asks: ['ground'] })],
    ['releaseHold', step('release_hold', 'i-lucide-play', 'hold', { method: 'delete' })],
    [
      'reinstate',
      step('reinstate', 'i-lucide-scale', 'reinstatement', {
        asks: dossier.state === 'lapsed' ? ['deadline', 'ground'] : ['ground'],
      }),
    ],
  ]
  return all.flatMap(([offer, form]) => {
    const offered = steps[offer]
    return (Array.isArray(offered) ? offered.length > 0 : offered) ? [form] : []
  })
}

/** How a second person decides. */
export function decisionsOf({ steps, proposal }: Shown): StepForm[] {
  if (!proposal) return []
  const path = `proposals/${proposal.id}`
  return [
    ...(steps.confirm
      ? [step('confirm', 'i-lucide-check', `${path}/confirmation`, { danger: true })]
      : []),
    ...(steps.refuse
      ? [
          step('refuse', 'i-lucide-x', `${path}/refusal`, {
            ...{ asks: ['because'], words: 'because' },
          }),
        ]
      : []),
  ]
}
