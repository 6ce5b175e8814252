import { inject, provide, type InjectionKey } from 'vue'
import { provideUploads } from '~/composables/use_uploads'

const PREVIEW: InjectionKey<true> = Symbol('preview')

/** Below here a dossier is only looked at: nothing is uploaded, opened or deleted. */
export function providePreview() {
  provide(PREVIEW, true)
  // The tiles ask for it; nothing is ever sent from here.
  const nowhere = { region: () => '', address: () => '', signsIn: false }
  provideUploads({ ...nowhere, refresh: () => Promise.resolve(false) })
}

export function isPreview(): boolean {
  return inject(PREVIEW, false)
}
