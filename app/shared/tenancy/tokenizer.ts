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
    '([ \\t\\r\\n]+)',
    '`([A-Za-z0-9_ $.:-]+)`(?!`)',
    "('(?:[^'?\\\\]|'')*')",
    '(\\d+(?:\\.\\d+)?(?![\\w$]))',
    '([A-Za-z_][A-Za-z0-9_$]*)(?![^\\x00-\\x7f])',
    '(\\?)(?![\\w?$])',
    '(<=>|->>|->|<=|>=|<>|!=|==|\\|\\||&&|:=|<<|>>|-(?!-)|\\/(?!\\*)|[=<>(),.*+%&|^~!@])',
  ].join('|'),
  'y'
)
/** What the groups of PIECE are, from the second on: the first are spaces. */
const KINDS = ['name', 'text', 'number', 'word', 'placeholder', 'operator'] as const

/** The statement as a tree of its parentheses. A final `;` is dropped, another one is refused. */
export function readSql(sql: string): Node[] {
  const text = sql.trimEnd().replace(/;$/, '')
  const top: Node[] = []
  const open: Node[][] = [top]
  let bindings = 0
  for (let at = 0; at < text.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at
    const found = PIECE.exec(text)
    if (!found) throw new NotUnderstood(`cannot be read from character ${at} on`)
    if (found[1] !== undefined) continue
    const level = open.at(-1)!
    if (found[0] === '(') {
      const group: Group = { kind: 'group', text: '(', nodes: [] }
      level.push(group)
      open.push(group.nodes)
    } else if (found[0] === ')') {
      if (open.length === 1) throw new NotUnderstood('has a parenthesis too many')
      open.pop()
    } else {
      const leaf = leafOf(found)
      if (leaf.kind === 'placeholder') leaf.binding = bindings++
      nameBesideDot(level, leaf)
      level.push(leaf)
    }
  }
  if (open.length > 1) throw new NotUnderstood('leaves a parenthesis open')
  return top
}

function leafOf(found: RegExpExecArray): Leaf {
  let at = 2
  while (found[at] === undefined) at++
  const written = found[at]
  const kind = KINDS[at - 2]
  const text = kind === 'word' || kind === 'name' ? written.toLowerCase() : written
  return { kind, text, written, binding: -1 }
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
