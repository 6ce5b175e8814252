import type { Facts } from '#app/core/release'
import type Registration from '#app/registrations/models/registration'

/**
 * The facts that conditions read: what the candidate answered, what is registered (which wins), the
 * category, and whether the region has approved him before, which is computed.
 */
export function factsOf(
  { answers, facts, category }: Pick<Registration, 'answers' | 'facts' | 'category'>,
  { approvedBeforeHere }: { approvedBeforeHere: boolean }
): Facts {
  return { ...answers, ...facts, category, approved_before_here: approvedBeforeHere }
}
