/** A value of a part in words, for the comparison of two people's changes. */
export interface Described {
  label: string
  text: string
}
