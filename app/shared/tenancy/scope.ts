import { isName, isOperator, isQuery, isWord, splitAt, type Leaf, type Node } from './tokenizer.js'

/** A table as one FROM names it. */
export interface Source {
  table: string
  alias: string
  /** The alias as it was written. */
  written: string
  isTenant: boolean
  /** The column that says the region, or null where there is none. */
  regionColumn: string | null
  /** Its rows are of the region of the context: by a binding, or equal to a source that is held. */
  held: boolean
}

/** What the names of one SELECT, UPDATE or DELETE can mean; a subquery sees the outer one's too. */
export interface Scope {
  sources: Source[]
  outer: Scope | null
}

/** Collected over a whole statement. */
export interface Findings {
  /** Bindings that must be the region of the context. */
  checks: Set<number>
  /** Where the first is held, the second is. */
  links: [from: Source, to: Source][]
}

/**
 * Reads from a condition which sources it holds to a region: `region_id = ?`, or equal to another's
 * region column, in a top-level AND. Only own sources of the scope are held, and of an outer join's
 * ON only the joined one: the other side's rows stay when it is false.
 */
export function holdByCondition(
  nodes: readonly Node[],
  scope: Scope,
  findings: Findings,
  holdable: readonly Source[] = scope.sources
) {
  for (const part of conjuncts(nodes)) {
    const [only] = part
    if (part.length === 1 && only.kind === 'group' && !isQuery(only)) {
      holdByCondition(only.nodes, scope, findings, holdable)
      continue
    }
    const sides = splitAt(part, (node) => isOperator(node, '='))
    if (sides.length !== 2) continue
    hold(sides[0], sides[1], scope, findings, holdable)
    hold(sides[1], sides[0], scope, findings, holdable)
  }
}

function hold(
  target: Node[],
  value: Node[],
  scope: Scope,
  { checks, links }: Findings,
  holdable: readonly Source[]
) {
  const source = regionOf(target, scope)
  if (!source || !holdable.includes(source)) return
  const [first] = value
  if (value.length === 1 && first.kind === 'placeholder') {
    checks.add(first.binding)
    source.held = true
    return
  }
  const other = regionOf(value, scope)
  if (other && other !== source) links.push([other, source])
}

/** The source whose region column this is, e.g. of `d.region_id`; null for anything else. */
export function regionOf(nodes: readonly Node[], scope: Scope): Source | null {
  const [first, dot, last] = nodes
  if (!isName(first)) return null
  if (nodes.length === 1) return first.text === 'region_id' ? unqualified(scope) : null
  if (nodes.length !== 3 || !isOperator(dot, '.') || !isName(last)) return null
  for (let here: Scope | null = scope; here; here = here.outer) {
    const source = here.sources.find(({ alias }) => alias === first.text)
    if (source) return source.regionColumn === (last as Leaf).text ? source : null
  }
  return null
}

/** With one tenant table in the scope the name is its column; with several it is ambiguous. */
function unqualified({ sources }: Scope): Source | null {
  const tenants = sources.filter(({ isTenant }) => isTenant)
  return tenants.length === 1 ? tenants[0] : null
}

/** The parts of a top-level AND; the whole where something binds weaker, or could. */
function conjuncts(nodes: readonly Node[]): Node[][] {
  const weaker = (node: Node) =>
    isWord(node, 'or', 'xor', 'case') || isOperator(node, '||') || isOperator(node, ':=')
  if (nodes.some(weaker)) return [[...nodes]]
  let between = 0
  return splitAt(nodes, (node) => {
    if (isWord(node, 'between')) between++
    if (!isWord(node, 'and')) return false
    if (between === 0) return true
    between--
    return false
  })
}
