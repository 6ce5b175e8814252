import { v7 as uuid } from 'uuid'
import {
  BaseModel,
  beforeCreate,
  beforeFetch,
  beforeFind,
  beforePaginate,
  column,
} from '@adonisjs/lucid/orm'
import type { ModelQueryBuilderContract, LucidModel } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { currentRegionId } from './region_context.js'

type Query = ModelQueryBuilderContract<LucidModel>

/**
 * A row of a region. Whatever Lucid writes by itself (find, fetch, paginate, save, delete, refresh)
 * names the region of the context, so an id of another region finds nothing.
 */
export class RegionModel extends BaseModel {
  static selfAssignPrimaryKey = true

  @column()
  declare regionId: string

  @column({ isPrimary: true })
  declare id: string

  @beforeFind()
  @beforeFetch()
  static addRegion(query: Query) {
    query.where(`${query.model.table}.region_id`, currentRegionId())
  }

  @beforePaginate()
  static addRegionToPages([counts, rows]: [Query, Query]) {
    RegionModel.addRegion(counts)
    RegionModel.addRegion(rows)
  }

  @beforeCreate()
  static stampRegion(row: RegionModel) {
    row.id ??= uuid()
    row.regionId ??= currentRegionId()
  }

  /** Plain Lucid says `where id = ?` here. */
  $getQueryFor(
    action: 'insert' | 'update' | 'delete' | 'refresh',
    client: QueryClientContract
  ): any {
    const query = (super.$getQueryFor as any)(action, client)
    return action === 'insert' ? query : query.where('region_id', this.regionId)
  }
}
