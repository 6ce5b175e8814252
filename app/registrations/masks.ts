/** `9901**********3960`: enough to recognise one's own number, not enough to use it. */
export function maskIdNo(idNo: string): string {
  return idNo.length >= 12 ? mask(idNo, 4, 4) : mask(idNo, 1, 2)
}

/** `138****0001`. */
export function maskPhone(phone: string): string {
  return phone.length >= 9 ? mask(phone, 3, 4) : mask(phone, 1, 2)
}

function mask(text: string, first: number, last: number): string {
  if (text.length <= first + last) return '*'.repeat(text.length)
  return text.slice(0, first) + '*'.repeat(text.length - first - last) + text.slice(-last)
}
