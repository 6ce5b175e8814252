import { checklist, expandFacts, missingWizardFacts } from '#app/core/checklist'
import { valueProblem } from '#app/core/condition'
import { factName } from '#app/core/fact_words'
import type { Catalog, FactDefinition, Facts, FactValue, ReleaseDocument } from '#app/core/release'
import type { CatalogJson, Persona } from '#app/catalog/catalog_json'
import { inLocales, vocabulary } from '#app/catalog/condition_words'
import { entryView } from '#app/catalog/entry_view'
import { itemDeclaration } from '#app/catalog/item_declaration'
import CatalogVersion from '#app/catalog/models/catalog_version'
import Release from '#app/catalog/models/release'
import { currentDraft } from '#app/catalog/queries/region_materials'
import { releaseDocument } from '#app/catalog/releases'
import { notFound } from '#app/shared/exceptions/refused'

export interface PreviewWish {
  /** `draft` or a release's id. */
  release: string
  persona: string | null
  /** Facts by code, in place of a persona's; what is no value of its fact is left out. */
  facts: Record<string, unknown> | null
}

/** The candidate's items as a release gives them to somebody with these facts (inertia/types/catalog.ts). */
export async function previewPage(wish: PreviewWish) {
  const open = await currentDraft()
  const { catalog, season } = open
  const personas = await knownPersonas()
  const persona = wish.facts
    ? null
    : (personas.find(({ id }) => id === wish.persona) ?? personas[0] ?? null)
  const facts = persona?.facts ?? readFacts(catalog.facts, wish.facts ?? {})
  const isDraft = wish.release === 'draft'
  const release = isDraft ? open.release : await previewed(wish.release)
  return {
    personas: personas.map(({ id, zh, en, region }) => ({ id, name: { zh, en }, region })),
    persona: persona?.id ?? null,
    facts,
    vocabulary: vocabulary(catalog),
    releases: [{ id: 'draft', number: null, at: null }, ...(await releasesOf(season.id))],
    release: wish.release,
    items: release ? previewItems(release, facts) : [],
    questions: release ? questionsOf(release, facts, catalog) : [],
    problems: isDraft ? open.problems.map(({ path, reason }) => ({ path, reason })) : [],
  }
}

async function knownPersonas(): Promise<readonly Persona[]> {
  const newest = await CatalogVersion.query().orderBy('number', 'desc').firstOrFail()
  return (newest.document as CatalogJson).personas ?? []
}

async function releasesOf(seasonId: string) {
  const releases = await Release.query()
    .where('season_id', seasonId)
    .select('id', 'number', 'published_at')
    .orderBy('number', 'desc')
  return releases.map(({ id, number, publishedAt }) => ({ id, number, at: publishedAt }))
}

/** A release that the region does not have is missing, not an error. */
async function previewed(id: string): Promise<ReleaseDocument> {
  const known = await Release.query().where('id', id).select('id').first()
  return known ? releaseDocument(known.id) : notFound()
}

/** What is no fact of the catalog, or no value of its fact, is as unknown. */
function readFacts(definitions: readonly FactDefinition[], given: Record<string, unknown>): Facts {
  const known = definitions.filter(
    (fact) => Object.hasOwn(given, fact.code) && valueProblem(fact, given[fact.code]) === null
  )
  return Object.fromEntries(known.map(({ code }) => [code, given[code] as FactValue]))
}

const ORDER = ['required', 'carried_over', 'waived', 'declared', 'optional', 'not_asked']

/** The items of a draft that somebody has just opened, in the order of his page. */
function previewItems(release: ReleaseDocument, facts: Facts) {
  return checklist(release, facts)
    .map((entry) => entryView(release, entry))
    .sort((a, b) => ORDER.indexOf(a.need) - ORDER.indexOf(b.need))
    .map((view, index) => ({
      ...view,
      id: view.material,
      number: index + 1,
      state: stateOf(view.need),
      editable: view.need === 'required' || view.need === 'optional',
      lockReason: view.need === 'not_asked' ? 'not_asked' : null,
      wanted: false,
      images: [],
      keptImages: 0,
      declaration:
        view.need === 'declared'
          ? { ...itemDeclaration(view.name), declaredAt: null, open: true }
          : null,
      returned: null,
      answer: null,
      changedSinceReturn: false,
      acceptedAt: null,
    }))
}

function stateOf(need: string) {
  return need === 'required' || need === 'optional' ? 'empty' : need
}

/** What only the candidate knows and the page would ask him. */
function questionsOf(release: ReleaseDocument, facts: Facts, catalog: Catalog) {
  return missingWizardFacts(release, expandFacts(release, facts)).map(({ code }) =>
    inLocales((locale) => factName(code, catalog, locale))
  )
}
