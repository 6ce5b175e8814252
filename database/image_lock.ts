/** What the database says when a trigger below refuses; `app/shared/transaction.ts` knows it. */
const LOCKED = 'IMAGE_LOCKED'
const UNCHANGING = 'IMAGE_NEVER_CHANGES'

/** Facts of a picture's bytes and of where it belongs: no row ever gets other ones. */
const FACTS = [
  ...['region_id', 'id', 'dossier_id', 'item_id', 'format', 'sha256', 'bytes', 'width', 'height'],
  ...['orientation', 'received_at', 'stored_at'],
]

export interface Trigger {
  name: string
  sql: string
}

/**
 * The lock of DOMAIN.md §3 as far as rows say it, below the application: whoever writes past the gate
 * (a script, a console, a bug) cannot add, remove or exchange a picture of a locked item. Deadlines
 * and windows stay the gate's. A removed row may be purged whatever the dossier's state is.
 */
export function imageLock(dialect: string): Trigger[] {
  return dialect === 'mysql' ? onMariadb() : onSqlite()
}

/** @param row NEW or OLD */
function locked(row: string): string {
  return `NOT EXISTS (
    SELECT 1 FROM dossiers AS d
    JOIN items AS t ON t.region_id = d.region_id AND t.dossier_id = d.id
    WHERE d.region_id = ${row}.region_id AND d.id = ${row}.dossier_id AND t.id = ${row}.item_id
      AND (d.state = 'draft' OR (d.state = 'returned' AND t.reopened = 1))
  )`
}

function onSqlite(): Trigger[] {
  const differs = FACTS.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
  const refuse = (name: string, event: string, when: string, code = LOCKED) => ({
    name,
    sql: `CREATE TRIGGER ${name} BEFORE ${event} ON images FOR EACH ROW WHEN ${when}
      BEGIN SELECT RAISE(ABORT, '${code}'); END`,
  })
  return [
    refuse('images_insert_lock', 'INSERT', locked('NEW')),
    refuse(
      'images_remove_lock',
      'UPDATE OF removed_at',
      `OLD.removed_at IS NOT NEW.removed_at AND ${locked('OLD')}`
    ),
    refuse('images_never_change', 'UPDATE', differs, UNCHANGING),
    refuse('images_delete_lock', 'DELETE', `OLD.removed_at IS NULL AND ${locked('OLD')}`),
  ]
}

function onMariadb(): Trigger[] {
  const differs = FACTS.map((column) => `NOT (OLD.${column} <=> NEW.${column})`).join(' OR ')
  const refuse = (name: string, event: string, when: string, code = LOCKED) => ({
    name,
    sql: `CREATE TRIGGER ${name} BEFORE ${event} ON images FOR EACH ROW
      BEGIN
        IF ${when} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${code}'; END IF;
      END`,
  })
  return [
    refuse('images_insert_lock', 'INSERT', locked('NEW')),
    refuse(
      'images_remove_lock',
      'UPDATE',
      `NOT (OLD.removed_at <=> NEW.removed_at) AND ${locked('OLD')}`
    ),
    refuse('images_never_change', 'UPDATE', differs, UNCHANGING),
    refuse('images_delete_lock', 'DELETE', `OLD.removed_at IS NULL AND ${locked('OLD')}`),
  ]
}
