import { shallowReactive } from 'vue'
import type { Locale } from '~/types/shared'

export type Catalog = { [key: string]: string | Catalog }

/** What has been loaded, by language; a page is shown only after its texts are here. */
export const catalogs = shallowReactive<Partial<Record<Locale, Catalog>>>({})

const common = {
  'zh-CN': () => import('./texts/zh_cn'),
  'en': () => import('./texts/en'),
}

/** Texts of staff pages: those of `identity.json` are found under `identity.`, and so on. */
const staff = import.meta.glob<Catalog>(
  '../../resources/lang/*/{administration,catalog,identity,lists,portal_settings,releases,reports,season,staff,steps}.json',
  {
    import: 'default',
  }
)

/** Loads the texts of one language, and only that one. Asking again costs nothing. */
export async function loadTexts(locale: Locale, withStaff = false) {
  const files = withStaff
    ? Object.keys(staff).filter((file) => file.includes(`/lang/${locale}/`))
    : []
  const [texts, ...ofStaff] = await Promise.all([
    catalogs[locale] ?? common[locale]().then((module) => module.default as Catalog),
    ...files.map((file) => staff[file]!()),
  ])
  const named = files.map((file, at) => [nameOf(file), ofStaff[at]!] as const)
  catalogs[locale] = { ...texts, ...Object.fromEntries(named) }
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.json'.length)
}
