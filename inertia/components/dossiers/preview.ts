import { inject, provide, type InjectionKey } from 'vue'

const PREVIEW: InjectionKey<true> = Symbol('preview')

/** Below here a dossier is only looked at: nothing is uploaded, opened or deleted. */
export function providePreview() {
  provide(PREVIEW, true)
}

export function isPreview(): boolean {
  return inject(PREVIEW, false)
}
