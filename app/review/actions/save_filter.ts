import { parse } from 'node:querystring'
import SavedFilter from '#app/review/models/saved_filter'
import { queueFilters, queueQuery } from '#app/review/queue_filters'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { isUniqueViolation, transaction } from '#app/shared/transaction'

/** More are no help in finding one. */
const MOST = 20

export interface FilterToSave {
  staffId: string
  /** Under which it is known until now; a new one where there is none. */
  name: string
  newName?: string
  query?: string
  isDefault?: boolean
}

/**
 * Keeps a filter under a name of its owner's, renames it, or makes it the one that the queue opens with:
 * one at most. What the address asks and nobody knows is not kept.
 *
 * @throws Refused FILTER_NAME_TAKEN, FILTERS_TOO_MANY
 */
export default class SaveFilter {
  async handle({ staffId, name, newName = name, query, isDefault }: FilterToSave) {
    try {
      await transaction(async (trx) => {
        const own = await SavedFilter.query({ client: trx }).where('staffId', staffId)
        const known = own.find((one) => one.name === name)
        if (!known && own.length >= MOST) refuse('FILTERS_TOO_MANY', { most: MOST })
        if (isDefault) {
          await SavedFilter.query({ client: trx })
            .where({ regionId: currentRegionId(), staffId })
            .update({ is_default: false })
        }
        const said = {
          name: newName,
          ...(query !== undefined && { query: tidied(query) }),
          ...(isDefault !== undefined && { isDefault }),
        }
        if (known) return known.merge(said).save()
        const none = { query: '', isDefault: false, createdAt: clock.now() }
        return SavedFilter.create({ ...none, staffId, ...said }, { client: trx })
      })
    } catch (error) {
      if (isUniqueViolation(error)) refuse('FILTER_NAME_TAKEN', { name: newName })
      throw error
    }
  }
}

function tidied(query: string): string {
  const { filters } = queueFilters(parse(query))
  return new URLSearchParams(queueQuery(filters)).toString()
}
