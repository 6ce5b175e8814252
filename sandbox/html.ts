/** Markup that is safe to print as it stands. */
export class Html {
  constructor(readonly text: string) {}
  toString() {
    return this.text
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function print(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(print).join('')
  return String(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign])
}

/** Template tag: every value is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, piece, index) => text + print(parts[index - 1]) + piece))
}
