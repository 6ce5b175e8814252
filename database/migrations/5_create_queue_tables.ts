import { QueueSchemaService } from '@adonisjs/queue'
import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    const tables = new QueueSchemaService(this.db.getWriteClient())
    await tables.createJobsTable()
    await tables.createSchedulesTable()
  }

  async down() {
    const tables = new QueueSchemaService(this.db.getWriteClient())
    await tables.dropSchedulesTable()
    await tables.dropJobsTable()
  }
}
