import { blindIndex } from '#app/shared/field_cipher'

/** How many last characters of an ID number staff may search by, as they stand on a receipt or a list. */
export const ID_TAILS = [
  { length: 4, column: 'id_no_tail_index', purpose: 'id_no_tail4' },
  { length: 6, column: 'id_no_long_tail_index', purpose: 'id_no_tail6' },
] as const

/** The blind indexes of an ID number's last characters. */
export function idTailIndexes(idNo: string) {
  const [four, six] = ID_TAILS.map(({ length, purpose }) =>
    blindIndex(purpose, idNo.trim().slice(-length))
  )
  return { idNoTailIndex: four, idNoLongTailIndex: six }
}
