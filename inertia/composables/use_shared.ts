import { usePage } from '@inertiajs/vue3'
import { computed, type ComputedRef } from 'vue'
import type { SharedProps } from '~/types/shared'

/** What every page gets from the server: locale, viewer, region, preferences, flash. */
export function useShared(): ComputedRef<SharedProps> {
  const page = usePage()
  return computed(() => page.props as unknown as SharedProps)
}
