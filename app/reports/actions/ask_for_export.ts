import { v7 as uuid } from 'uuid'
import { inRegionChain } from '#app/regions/region_chain'
import Export from '#app/reports/models/export'
import { clock } from '#app/shared/clock'

export type ExportToMake = Pick<Export, 'kind' | 'filters' | 'wholeNumbers' | 'reason' | 'staffId'>

/**
 * Keeps who takes which list out of the house, in the region's chain, before its first line leaves.
 *
 * @returns the id under which its file is loaded
 */
export default class AskForExport {
  handle(asked: ExportToMake): Promise<string> {
    const { kind, wholeNumbers, staffId } = asked
    return inRegionChain({ kind: 'staff', id: staffId }, async (trx, record) => {
      const id = uuid()
      await Export.create({ id, ...asked, askedAt: clock.now() }, { client: trx })
      await record('export', { export: id, kind, wholeNumbers })
      return id
    })
  }
}
