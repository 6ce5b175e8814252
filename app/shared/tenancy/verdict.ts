import { ScopeWalker, UnknownTable } from './scope_walker.js'
import { TENANT } from './tables.js'
import { isWord, NotUnderstood, readSql, type Node } from './tokenizer.js'

/** What can be said of a statement from its text alone. */
export type Verdict =
  /** Names no tenant table: may run anywhere. */
  | { as: 'free' }
  /** Changes the schema. */
  | { as: 'schema' }
  /** May run nowhere. */
  | { as: 'refused'; why: string }
  /**
   * Names tenant tables: may run as platform; in a region if `why` is null and all these bindings
   * are its id.
   */
  | { as: 'tenant'; why: string | null; checks: readonly number[] }

const SCHEMA = ['create', 'alter', 'drop', 'truncate', 'rename']
/** Transactions, settings and questions about the schema: they bring no row. */
const ROWLESS = [
  ...['begin', 'start', 'commit', 'rollback', 'savepoint', 'release', 'set', 'unlock', 'vacuum'],
  ...['pragma', 'show', 'describe', 'desc'],
]
const ABOUT_SCHEMA = ['pragma', 'show', 'describe', 'desc']
const FIRST_WORD = /^[\s(]*([a-z]+)/i
/** Knex rebuilds a table to alter it on SQLite: part of a migration. */
const REBUILD = /^insert into ["`]?_knex_temp_alter\d+["`]? select /i

/** Judges a statement by its text; costs a fraction of a millisecond, see `VerdictCache`. */
export function judge(sql: string): Verdict {
  const first = FIRST_WORD.exec(sql)?.[1].toLowerCase() ?? ''
  if (SCHEMA.includes(first) || REBUILD.test(sql)) return { as: 'schema' }
  // What cannot be read at all could name anything.
  let touches = false
  try {
    const nodes = withoutExplain(readSql(sql))
    touches = mentionsTenant(nodes)
    if (isWord(nodes[0], ...ROWLESS)) return judgeRowless(nodes, touches)
    const walker = new ScopeWalker()
    walker.statement(nodes)
    if (!walker.sources.some(({ isTenant }) => isTenant)) {
      // A column or an alias may have the name of a table: then it was read as such.
      return { as: 'free' }
    }
    const [unheld] = walker.unheld()
    return {
      as: 'tenant',
      why: unheld ? `${named(unheld)} without its region_id = ?` : null,
      checks: [...walker.checks],
    }
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
    const why = error instanceof UnknownTable ? `the table ${error.message}` : `it ${error.message}`
    if (error instanceof UnknownTable || !touches) return { as: 'refused', why }
    return { as: 'tenant', why, checks: [] }
  }
}

function judgeRowless(nodes: Node[], touches: boolean): Verdict {
  if (isWord(nodes[0], ...ABOUT_SCHEMA) || !(touches || mentions(nodes, isSelect))) {
    return { as: 'free' }
  }
  return { as: 'refused', why: 'it names a tenant table where no row is expected' }
}

const isSelect = (node: Node) => isWord(node, 'select')

function named({ table, alias }: { table: string; alias: string }): string {
  return alias === table ? table : `${table} (${alias})`
}

/** EXPLAIN shows a plan, but SQLite and MariaDB have forms of it that run the statement. */
function withoutExplain(nodes: Node[]): Node[] {
  if (!isWord(nodes[0], 'explain')) return nodes
  return nodes.slice(isWord(nodes[1], 'query') ? 3 : 1)
}

/** In quotes too: SQLite takes a text for a name where a name must stand. */
function mentionsTenant(nodes: readonly Node[]): boolean {
  return mentions(nodes, ({ text }) => TENANT.has(text.replaceAll("'", '').toLowerCase()))
}

function mentions(nodes: readonly Node[], is: (node: Node) => boolean): boolean {
  return nodes.some((node) => is(node) || (node.kind === 'group' && mentions(node.nodes, is)))
}
