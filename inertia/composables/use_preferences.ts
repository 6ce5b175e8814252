import { router } from '@inertiajs/vue3'
import type { Locale } from '~/types/shared'

export interface PreferenceChange {
  locale?: Locale
  largeType?: boolean
  contrast?: boolean
}

/** Language, type size and contrast are kept by the server, so that they hold on the next visit too. */
export function usePreferences() {
  function change(preferences: PreferenceChange) {
    router.put('/preferences', { ...preferences }, { preserveScroll: true, preserveState: true })
  }
  return { change }
}
