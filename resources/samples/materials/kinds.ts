import type { Sheet } from '../desk.js'

/** Draws one material; it gets the catalog's name, cut at its first bracket. */
export type Draw = (title: string, aside: string) => Sheet

/** A drawing for each place; '' where the material has none. */
export type Places = Record<string, Draw>

export const NAME = '示例'
export const DAY = '××××年××月××日'
export const MONTH = '××××年××月'
export const SPAN = '××××年××月××日 至 ××××年××月××日'
export const ID = '×'.repeat(18)
export const HOSPITAL = '示例市示例医院'
export const SCHOOL = '示例医科大学'

export const one = (draw: Draw): Places => ({ '': draw })
