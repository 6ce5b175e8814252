/** Whether a text says something in one line: no control characters, no halves of characters. */
export function isLine(text: string): boolean {
  return text.trim() !== '' && text.isWellFormed() && !/[\p{Cc}\u2028\u2029\uFFFD]/u.test(text)
}
