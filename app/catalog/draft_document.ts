import { collectProblems, type DocumentProblem } from '#app/core/json_reader'
import { resolveRelease, type Catalog, type ReleaseDocument } from '#app/core/release'
import { checkWorkflow } from '#app/core/workflow'
import { canonicalJson } from '#app/shared/canonical_json'

/** The release's keys in the region format (docs/region-format.md), each edited as one piece. */
export const SECTIONS = [
  'flags',
  'image_rules',
  'workflow',
  'onsite',
  'carry_over',
  'declaration',
  'at_close',
  'on_return_due',
  'upload_grace_minutes',
  'catalog_overrides',
  'own_materials',
] as const
export type Section = (typeof SECTIONS)[number]

/** Lists of entries with a `code`; here the pieces are all entries of one material. */
export const BY_MATERIAL = ['catalog_overrides', 'own_materials'] as const
export type SectionByMaterial = (typeof BY_MATERIAL)[number]

/** An entry of a list by material, as the region format has it. */
export type MaterialEntry = { code: string } & Readonly<Record<string, unknown>>

/** A region's file reduced to what its release is made of: what `resolveRelease` reads. */
export type DraftDocument = {
  readonly format: 1
  readonly id: string
  readonly season: number
} & { readonly [section in Exclude<Section, SectionByMaterial>]?: unknown } & {
  readonly [section in SectionByMaterial]?: readonly MaterialEntry[]
}

/** What is edited at once, and what two administrators may not both change unseen. */
export interface Piece {
  section: Section
  /** Of a list by material; else empty. */
  material: string
}

export interface DraftProblem extends DocumentProblem, Piece {}

export function isByMaterial(section: Section): section is SectionByMaterial {
  return (BY_MATERIAL as readonly string[]).includes(section)
}

/** What stands in the document; of a list by material the entries of this one. */
export function pieceOf(document: DraftDocument, { section, material }: Piece): unknown {
  if (!isByMaterial(section)) return document[section] ?? null
  return (document[section] ?? []).filter(({ code }) => code === material)
}

/**
 * The document with one piece replaced. Of a list by material, `value` is the list of the material's
 * entries without their `code`; an empty one or null undoes them.
 */
export function withPiece(document: DraftDocument, piece: Piece, value: unknown): DraftDocument {
  const { section, material } = piece
  if (!isByMaterial(section)) return { ...document, [section]: value }
  const entries = ((value ?? []) as Record<string, unknown>[]).map((entry) => ({
    ...entry,
    code: material,
  }))
  const list = document[section] ?? []
  const at = list.findIndex(({ code }) => code === material)
  const others = list.filter(({ code }) => code !== material)
  const place = at === -1 ? others.length : at
  return {
    ...document,
    [section]: [...others.slice(0, place), ...entries, ...others.slice(place)],
  }
}

/** Every piece in which two documents differ. */
export function differingPieces(before: DraftDocument, after: DraftDocument): Piece[] {
  return SECTIONS.flatMap((section) => {
    const pieces = isByMaterial(section)
      ? [
          ...new Set(
            [...(before[section] ?? []), ...(after[section] ?? [])].map(({ code }) => code)
          ),
        ]
      : ['']
    return pieces
      .map((material) => ({ section, material }))
      .filter(
        (piece) => canonicalJson(pieceOf(before, piece)) !== canonicalJson(pieceOf(after, piece))
      )
  })
}

export interface CheckedDraft {
  /** What would be published; null while the document cannot be read. */
  release: ReleaseDocument | null
  /** What forbids publishing. */
  problems: DraftProblem[]
}

/**
 * Reads a draft against the base catalog that it would be published with. `enabled`: whether the
 * region takes uploads at all.
 */
export function checkDraft(
  catalog: Catalog,
  document: DraftDocument,
  enabled: boolean
): CheckedDraft {
  const found: DocumentProblem[] = []
  const release = collectProblems(found, () => resolveRelease(catalog, document)) ?? null
  if (release) found.push(...workflowProblems(release, enabled))
  return {
    release,
    problems: found.map((problem) => ({ ...pieceAt(document, problem.path), ...problem })),
  }
}

/** Problems of the list of own materials as a whole. */
export function inOwnMaterials(problems: readonly DocumentProblem[]): DraftProblem[] {
  return problems.map((problem) => ({ section: 'own_materials', material: '', ...problem }))
}

/** What forbids publishing a document that can be read: its workflow cannot run. */
export function checkRelease(release: ReleaseDocument, enabled: boolean): DraftProblem[] {
  return workflowProblems(release, enabled).map((problem) => ({
    section: 'workflow',
    material: '',
    ...problem,
  }))
}

/** What forbids publishing a workflow. A region that takes nothing online may have nobody who reviews. */
export function workflowProblems({ workflow }: ReleaseDocument, enabled: boolean) {
  if (!enabled && workflow.stages.every(({ mode }) => mode !== 'online')) return []
  return checkWorkflow(workflow).map(({ path, code }) => ({
    path: `workflow.${path}`,
    reason: code,
  }))
}

/** The piece that a problem's path leads into: `catalog_overrides[3].set.min`, `materials.X.min`. */
function pieceAt(document: DraftDocument, path: string): Piece {
  const [head, second = ''] = path.split('.')
  const [, key, index] = /^(\w+)(?:\[(\d+)\])?/.exec(head) ?? []
  if (key === 'materials') {
    const own = (document.own_materials ?? []).some(({ code }) => code === second)
    return { section: own ? 'own_materials' : 'catalog_overrides', material: second }
  }
  const section = SECTIONS.find((one) => one === key) ?? 'flags'
  if (!isByMaterial(section)) return { section, material: '' }
  const entry = index === undefined ? undefined : document[section]?.[Number(index)]
  return { section, material: entry?.code ?? '' }
}
