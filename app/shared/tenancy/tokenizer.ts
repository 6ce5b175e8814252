/**
 * SQL in pieces, for both databases at once. Where they read the same text differently (comments,
 * double quotes, backslashes) or a client puts values into it (`?` inside quotes), it is not read at
 * all: `NotUnderstood`, and the guard refuses.
 */
export class NotUnderstood extends Error {}

export interface Leaf {
  /** `word`: keyword or unquoted name. `name`: surely a name. Both in lower case. */
  kind: 'word' | 'name' | 'text' | 'number' | 'operator' | 'placeholder'
  text: string
  /** As it was written: MariaDB tells `D` from `d` where they name tables. */
  written: string
  /** Of a placeholder: which binding is its value, from 0. */
  binding: number
}

export interface Group {
  kind: 'group'
  text: '('
  nodes: Node[]
}

export type Node = Leaf | Group

/** A group that is a query of its own; a type of its own, so that other groups stay groups. */
type Query = Group & { nodes: [Node, ...Node[]] }

/**
 * Names are ASCII: MariaDB takes `é` for `e` in the name of a column. A number that runs into a
 * word, two backticks in a row and two question marks in a row have meanings of their own.
 */
const PIECE = new RegExp(
  [
    '(?<space>[ \\t\\r\\n]+)',
    '`(?<name>[A-Za-z0-9_ $.:-]+)`(?!`)',
    "(?<text>'(?:[^'?\\\\]|'')*')",
    '(?<number>\\d+(?:\\.\\d+)?(?![\\w$]))',
    '(?<word>[A-Za-z_][A-Za-z0-9_$]*)(?![^\\x00-\\x7f])',
    '(?<placeholder>\\?)(?![\\w?$])',
    '(?<operator><=>|->>|->|<=|>=|<>|!=|==|\\|\\||&&|:=|<<|>>|-(?!-)|\\/(?!\\*)|[=<>(),.*+%&|^~!@])',
  ].join('|'),
  'y'
)
const END = /\s*;?\s*$/y

/** The statement as a tree of its parentheses. A final `;` is dropped, another one is refused. */
export function readSql(sql: string): Node[] {
  const top: Node[] = []
  const open: Node[][] = [top]
  let at = 0
  let bindings = 0
  while (!matches(END, sql, at)) {
    PIECE.lastIndex = at
    const found = PIECE.exec(sql)?.groups
    if (!found) throw new NotUnderstood(`cannot be read from character ${at} on`)
    at = PIECE.lastIndex
    if (found.space !== undefined) continue
    const level = open.at(-1)!
    if (found.operator === '(') {
      const group: Group = { kind: 'group', text: '(', nodes: [] }
      level.push(group)
      open.push(group.nodes)
    } else if (found.operator === ')') {
      if (open.length === 1) throw new NotUnderstood('has a parenthesis too many')
      open.pop()
    } else {
      const leaf = toLeaf(found)
      if (leaf.kind === 'placeholder') leaf.binding = bindings++
      nameBesideDot(level, leaf)
      level.push(leaf)
    }
  }
  if (open.length > 1) throw new NotUnderstood('leaves a parenthesis open')
  return top
}

function matches(pattern: RegExp, sql: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(sql)
}

function toLeaf(found: Record<string, string | undefined>): Leaf {
  const [kind, text] = Object.entries(found).find(([, value]) => value !== undefined)!
  return {
    kind: kind as Leaf['kind'],
    text: kind === 'word' || kind === 'name' ? text!.toLowerCase() : text!,
    written: text!,
    binding: -1,
  }
}

/** `t.order` and `order.id`: what stands beside a dot is a name, whatever it looks like. */
function nameBesideDot(level: Node[], leaf: Leaf) {
  const last = level.at(-1)
  if (leaf.kind === 'word' && last?.kind === 'operator' && last.text === '.') leaf.kind = 'name'
  if (leaf.text === '.' && last?.kind === 'word') last.kind = 'name'
}

/** Whether a node is this unquoted word. */
export function isWord(node: Node | undefined, ...words: string[]): boolean {
  return node?.kind === 'word' && words.includes(node.text)
}

export function isOperator(node: Node | undefined, text: string): boolean {
  return node?.kind === 'operator' && node.text === text
}

/** Names of columns and tables may be quoted or not. */
export function isName(node: Node | undefined): node is Leaf {
  return node?.kind === 'word' || node?.kind === 'name'
}

/** The parts between separators; at least one, possibly empty. */
export function splitAt(nodes: readonly Node[], separates: (node: Node) => boolean): Node[][] {
  const parts: Node[][] = [[]]
  for (const node of nodes) {
    if (separates(node)) parts.push([])
    else parts.at(-1)!.push(node)
  }
  return parts
}

/** Whether a parenthesis holds a query, however many more stand around it. */
export function isQuery(node: Node | undefined): node is Query {
  if (node?.kind !== 'group') return false
  const [first] = node.nodes
  return isWord(first, 'select', 'with', 'values', 'table') || isQuery(first)
}
