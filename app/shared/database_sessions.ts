import db from '@adonisjs/lucid/services/db'
import type {
  Revocation,
  SessionChanges,
  SessionKeeping,
  SessionRow,
} from '#app/shared/session_keeping'

/** Sessions as rows of the table `sessions`. */
export class DatabaseSessions implements SessionKeeping {
  find(key: string): Promise<SessionRow | null> {
    return db.from('sessions').where('id', key).first()
  }

  async insert(row: SessionRow) {
    await db.table('sessions').insert(row)
  }

  async update(key: string, changes: SessionChanges) {
    await db.from('sessions').where('id', key).update(changes)
  }

  async delete(key: string) {
    await db.from('sessions').where('id', key).delete()
  }

  liveOf(staffId: string, now: number): Promise<SessionRow[]> {
    return db
      .from('sessions')
      .where('staff_id', staffId)
      .where('expires_at', '>', now)
      .orderBy('touched_at', 'desc')
      .orderBy('id')
  }

  async revoke(staffId: string, { except, only, client }: Revocation) {
    const query = client.from('sessions').where('staff_id', staffId)
    if (except) query.whereNot('id', except)
    if (only) query.where('id', only)
    return Number(await query.delete())
  }

  async purge(now: number) {
    await db.from('sessions').where('expires_at', '<=', now).delete()
  }
}
