import type { InjectionKey } from 'vue'

/** The layout's way to open its menu on phones; the button sits in each page's header. */
export const OPEN_MENU: InjectionKey<() => void> = Symbol('open menu')
