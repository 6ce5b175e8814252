import { holdByCondition, regionOf, type Findings, type Scope, type Source } from './scope.js'
import { regionColumn, tableKind } from './tables.js'
import {
  isName,
  isOperator,
  isQuery,
  isWord,
  NotUnderstood,
  splitAt,
  type Group,
  type Leaf,
  type Node,
} from './tokenizer.js'

/** A table that stands on no list. */
export class UnknownTable extends NotUnderstood {}

/** A SELECT's columns, for INSERT … SELECT. */
interface Selected {
  columns: Node[][]
  scope: Scope
}

type Clauses = Map<string, Node[]>

const OF_SELECT = [
  ...['select', 'from', 'where', 'group', 'having', 'window', 'order', 'limit', 'offset', 'for'],
  'lock',
]
const OF_UPDATE = ['update', 'set', 'from', 'where', 'order', 'limit', 'returning']
const OF_DELETE = ['delete', 'from', 'where', 'order', 'limit', 'returning']
/** In an expression these would reach a table past the walker (`in table`, `table t`, …). */
const REACHING = ['select', 'from', 'join', 'into', 'table', 'using', 'lateral', 'on']
/** FROM and SET have readers of their own; `lock in share mode` is no expression. */
const READ_ELSEWHERE = ['from', 'set', 'lock']
const JOINING = ['join', 'inner', 'cross', 'left', 'outer', 'straight_join']
/** Joins that keep rows for which their ON is false, or that equate columns nobody names. */
const NOT_JOINING = ['right', 'full', 'natural', 'using', 'lateral']

/**
 * Walks through one statement and notes every table with what holds it to a region. What it does
 * not know it refuses (`NotUnderstood`); it never guesses.
 */
export class ScopeWalker implements Findings {
  readonly checks = new Set<number>()
  readonly links: [Source, Source][] = []
  readonly sources: Source[] = []
  #ctes = new Set<string>()

  /** @param nodes the whole statement, of which `kind` says the first word after its CTEs */
  statement(nodes: Node[]) {
    const body = this.#withoutCtes(nodes, null)
    const [first] = body
    if (isWord(first, 'select') || first?.kind === 'group') this.#query(body, null)
    else if (isWord(first, 'insert', 'replace')) this.#insert(body)
    else if (isWord(first, 'update')) this.#update(body)
    else if (isWord(first, 'delete')) this.#delete(body)
    else throw new NotUnderstood(`begins with "${first?.text ?? ''}"`)
  }

  /** Spreads what is held along the equations, then: the tenant tables that nothing holds. */
  unheld(): Source[] {
    for (let moved = true; moved;) {
      moved = false
      for (const [from, to] of this.links) {
        if (!from.held || to.held) continue
        to.held = true
        moved = true
      }
    }
    return this.sources.filter(({ isTenant, held }) => isTenant && !held)
  }

  #withoutCtes(nodes: Node[], outer: Scope | null): Node[] {
    if (!isWord(nodes[0], 'with')) return nodes
    let at = isWord(nodes[1], 'recursive') ? 2 : 1
    const bodies: Node[][] = []
    for (;;) {
      const name = nodes[at++]
      if (!isName(name)) throw new NotUnderstood('names a WITH strangely')
      // Where a WITH has the name of a table, what the name means depends on the place.
      if (tableKind(name.text)) throw new NotUnderstood(`hides the table ${name.text} by a WITH`)
      this.#ctes.add(name.text)
      if (nodes[at]?.kind === 'group') at++
      if (!isWord(nodes[at++], 'as')) throw new NotUnderstood('writes a WITH strangely')
      const body = nodes[at++]
      if (!isQuery(body)) throw new NotUnderstood('has a WITH that is no query')
      bodies.push(body.nodes)
      if (!isOperator(nodes[at], ',')) break
      at++
    }
    for (const body of bodies) this.#query(body, outer)
    return nodes.slice(at)
  }

  /** A SELECT, a union of them, or a parenthesis around either. */
  #query(nodes: Node[], outer: Scope | null): Selected[] {
    const parts = splitAt(this.#withoutCtes(nodes, outer), (node) =>
      isWord(node, 'union', 'intersect', 'except')
    )
    return parts.flatMap((part, index) => {
      const own = index > 0 && isWord(part[0], 'all', 'distinct') ? part.slice(1) : part
      const [first] = own
      if (!isQuery(first)) return [this.#select(own, outer)]
      this.#expression(own.slice(1), { sources: [], outer })
      return this.#query(first.nodes, outer)
    })
  }

  #select(nodes: Node[], outer: Scope | null): Selected {
    const clauses = clausesOf(nodes, OF_SELECT)
    if (!clauses.has('select')) throw new NotUnderstood(`begins a query with "${nodes[0]?.text}"`)
    const scope = this.#scope(clauses, outer)
    return {
      columns: splitAt(clauses.get('select')!, (node) => isOperator(node, ',')),
      scope,
    }
  }

  /** Reads FROM and WHERE; all other clauses are searched for subqueries. */
  #scope(clauses: Clauses, outer: Scope | null, tables?: Node[]): Scope {
    const scope: Scope = { sources: [], outer }
    const conditions: (() => void)[] = []
    for (const from of [tables, clauses.get('from')]) {
      if (from) this.#from(from, scope, conditions)
    }
    for (const read of conditions) read()
    holdByCondition(clauses.get('where') ?? [], scope, this)
    for (const [clause, nodes] of clauses) {
      if (!READ_ELSEWHERE.includes(clause) && nodes !== tables) this.#expression(nodes, scope)
    }
    return scope
  }

  #from(nodes: Node[], scope: Scope, conditions: (() => void)[]) {
    const starts = (index: number) =>
      isOperator(nodes[index], ',') ||
      (isWord(nodes[index], ...JOINING) && !isGroup(nodes[index + 1])) ||
      // `left join (select …)` against the function `left(a, 2)`.
      (isWord(nodes[index], 'join', 'straight_join') && isGroup(nodes[index + 1]))
    let at = 0
    let isOuter = false
    while (at < nodes.length) {
      let end = at
      while (end < nodes.length && !starts(end)) end++
      const on = nodes.findIndex((node, index) => index >= at && index < end && isWord(node, 'on'))
      const source = this.#source(nodes.slice(at, on === -1 ? end : on), scope.outer)
      if (scope.sources.some(({ alias }) => alias === source.alias)) {
        throw new NotUnderstood(`names two tables ${source.alias}`)
      }
      scope.sources.push(source)
      if (on !== -1) {
        const condition = nodes.slice(on + 1, end)
        const holdable = isOuter ? [source] : scope.sources
        conditions.push(() => {
          holdByCondition(condition, scope, this, holdable)
          this.#expression(condition, scope)
        })
      }
      const joining = nodes.slice(end).findIndex((_, index) => !starts(end + index))
      if (end < nodes.length && joining === -1) throw new NotUnderstood('ends with a join')
      isOuter = nodes.slice(end, end + joining).some((node) => isWord(node, 'left'))
      at = end === nodes.length ? end : end + joining
    }
  }

  /** `table`, `schema.table`, `(select …)`, each with or without an alias. */
  #source(nodes: Node[], outer: Scope | null): Source {
    const [first] = nodes
    if (isQuery(first)) {
      this.#query(first.nodes, outer)
      return this.#add('', aliasOf(nodes.slice(1)), null)
    }
    if (!isName(first) || isWord(first, ...NOT_JOINING)) {
      throw new NotUnderstood(`has "${first?.text ?? ''}" where a table is expected`)
    }
    const qualified = isOperator(nodes[1], '.') && isName(nodes[2])
    const name = (qualified ? nodes[2] : first) as Leaf
    const kind = tableKind(name.text, qualified ? first.text : undefined)
    if (!kind && !this.#ctes.has(name.text)) throw new UnknownTable(`${name.text} is on no list`)
    return this.#add(name.text, aliasOf(nodes.slice(qualified ? 3 : 1)) ?? name, kind)
  }

  #add(table: string, name: Leaf | null, kind: ReturnType<typeof tableKind>): Source {
    const alias = name?.text ?? ''
    const written = name?.written ?? ''
    // One database takes them for the same name, the other does not.
    if (this.sources.some((other) => other.alias === alias && other.written !== written)) {
      throw new NotUnderstood(`writes ${alias} in two ways`)
    }
    const source: Source = {
      table,
      alias,
      written,
      isTenant: kind === 'tenant',
      regionColumn: kind ? regionColumn(table) : null,
      held: false,
    }
    this.sources.push(source)
    return source
  }

  /** Walks through the subqueries of an expression. */
  #expression(nodes: readonly Node[], scope: Scope) {
    for (const [index, node] of nodes.entries()) {
      if (isQuery(node)) this.#query(node.nodes, scope)
      else if (node.kind === 'group') this.#expression(node.nodes, scope)
      else if (isWord(node, ...REACHING) || isOperator(node, '@')) {
        throw new NotUnderstood(`has "${node.text}" in an expression`)
      } else if (isWord(node, 'in', 'right', 'full', 'natural') && !isGroup(nodes[index + 1])) {
        // SQLite's `in table`; or the join after an ON: `right(text, 2)` is a function.
        throw new NotUnderstood(`has "${node.text}" in an expression`)
      }
    }
  }

  #insert(nodes: Node[]) {
    const tail = nodes.findIndex(
      (node, at) => isWord(node, 'on') && isWord(nodes[at + 1], 'conflict', 'duplicate')
    )
    const returning = nodes.findIndex((node) => isWord(node, 'returning'))
    const [head, upsert] = tail === -1 ? [nodes, []] : [nodes.slice(0, tail), nodes.slice(tail)]
    const into = head.findIndex((node) => isWord(node, 'into'))
    const columnsAt = head.findIndex(isGroup)
    if (into === -1 || columnsAt === -1) throw new NotUnderstood('inserts in an unknown form')
    const target = this.#source(head.slice(into + 1, columnsAt), null)
    const columns = splitAt((head[columnsAt] as Group).nodes, (node) => isOperator(node, ',')).map(
      (column) => (column.length === 1 && isName(column[0]) ? column[0].text : '')
    )
    const end = tail === -1 && returning !== -1 ? returning : head.length
    const rows = this.#rows(head.slice(columnsAt + 1, end))
    if (target.isTenant) this.#holdRows(target, columns, rows)
    const scope = { sources: [target], outer: null }
    if (upsert.length > 0) this.#upsert(upsert, scope)
    else if (returning !== -1) this.#expression(nodes.slice(returning + 1), scope)
  }

  #rows(nodes: Node[]): Selected[] {
    if (!isWord(nodes[0], 'values', 'value')) return this.#query(nodes, null)
    return splitAt(nodes.slice(1), (node) => isOperator(node, ',')).map((row) => {
      const [only] = row
      if (row.length !== 1 || !isGroup(only)) throw new NotUnderstood('has a strange row')
      const scope = { sources: [], outer: null }
      this.#expression(only.nodes, scope)
      return { columns: splitAt(only.nodes, (node) => isOperator(node, ',')), scope }
    })
  }

  /** Each row says its region: by a binding, or as the region of a table that it is read from. */
  #holdRows(target: Source, columns: string[], rows: Selected[]) {
    const at = columns.indexOf('region_id')
    if (at === -1 || columns.lastIndexOf('region_id') !== at) return
    target.held = rows.every(({ columns: values, scope }) => {
      if (values.length !== columns.length) return false
      const value = withoutAlias(values[at])
      const [first] = value
      if (value.length === 1 && first.kind === 'placeholder') {
        this.checks.add(first.binding)
        return true
      }
      return regionOf(value, scope)?.isTenant === true
    })
  }

  /** `on conflict (…) do update set …`, `on duplicate key update …`. */
  #upsert(nodes: Node[], scope: Scope) {
    const at = nodes.findLastIndex((node) => isWord(node, 'set', 'update', 'nothing'))
    const head = nodes.slice(1, at)
    this.#expression(head, scope)
    const [written, ...more] = splitAt(nodes.slice(at + 1), (node) =>
      isWord(node, 'where', 'returning')
    )
    if (!isWord(nodes[at], 'nothing')) this.#assignments(written, scope)
    for (const rest of more) this.#expression(rest, scope)
  }

  #update(nodes: Node[]) {
    const clauses = clausesOf(nodes, OF_UPDATE)
    const tables = clauses.get('update')!
    const written = clauses.get('set')
    if (!written) throw new NotUnderstood('updates in an unknown form')
    const scope = this.#scope(clauses, null, tables)
    this.#assignments(written, scope)
  }

  #delete(nodes: Node[]) {
    const clauses = clausesOf(nodes, OF_DELETE)
    if (!clauses.has('from')) throw new NotUnderstood('deletes in an unknown form')
    this.#scope(clauses, null)
  }

  #assignments(nodes: Node[], scope: Scope) {
    for (const part of splitAt(nodes, (node) => isOperator(node, ','))) {
      const at = part.findIndex((node) => isOperator(node, '='))
      const column = part[at - 1]
      if (!isName(column) || part.slice(0, at).some(isGroup)) {
        throw new NotUnderstood('sets columns in an unknown form')
      }
      if (column.text === 'region_id') throw new NotUnderstood('sets region_id')
      this.#expression(part.slice(at + 1), scope)
    }
  }
}

/** The clauses of one level by their first words; each at most once. */
function clausesOf(nodes: readonly Node[], words: readonly string[]): Clauses {
  const clauses: Clauses = new Map()
  let current: Node[] | null = null
  for (const node of nodes) {
    if (isWord(node, ...words)) {
      if (clauses.has(node.text)) throw new NotUnderstood(`says "${node.text}" twice`)
      clauses.set(node.text, (current = []))
    } else if (current) current.push(node)
    else throw new NotUnderstood(`has "${node.text}" where a statement begins`)
  }
  return clauses
}

/** What stands after a table: nothing, or `[as] alias`. Anything else is not known. */
function aliasOf(nodes: readonly Node[]): Leaf | null {
  const rest = isWord(nodes[0], 'as') ? nodes.slice(1) : nodes
  if (nodes.length === 0) return null
  const [name] = rest
  if (rest.length !== 1 || !isName(name) || isWord(name, ...NOT_JOINING)) {
    throw new NotUnderstood(`has "${name?.text ?? ''}" after a table`)
  }
  return name
}

function isGroup(node: Node | undefined): node is Group {
  return node?.kind === 'group'
}

function withoutAlias(nodes: Node[]): Node[] {
  return isWord(nodes.at(-2), 'as') ? nodes.slice(0, -2) : nodes
}
