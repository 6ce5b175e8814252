import { shallowReactive } from 'vue'
import type { Locale } from '~/types/shared'

export type Catalog = { [key: string]: string | Catalog }

/** What has been loaded, by language; a page is shown only after its texts are here. */
export const catalogs = shallowReactive<Partial<Record<Locale, Catalog>>>({})

const common = {
  'zh-CN': () => import('./texts/zh_cn'),
  'en': () => import('./texts/en'),
}

const staff = import.meta.glob<Catalog>(
  '../../resources/lang/*/{staff,administration,identity}.json',
  {
    import: 'default',
  }
)

/** Loads the texts of one language, and only that one. Asking again costs nothing. */
export async function loadTexts(locale: Locale, withStaff = false) {
  const ofStaff = (file: string) =>
    withStaff ? staff[`../../resources/lang/${locale}/${file}.json`]?.() : undefined
  const [texts, staffTexts, administration, identity] = await Promise.all([
    catalogs[locale] ?? common[locale]().then((module) => module.default as Catalog),
    ofStaff('staff'),
    ofStaff('administration'),
    ofStaff('identity'),
  ])
  catalogs[locale] = {
    ...texts,
    ...(staffTexts && { staff: staffTexts }),
    ...(administration && { administration }),
    ...(identity && { identity }),
  }
}
