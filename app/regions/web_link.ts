/** Why candidates must not be sent to an address; null where they may. */
export type LinkProblem = 'form' | 'scheme' | 'credentials'

const LONGEST = 1000

/**
 * Candidates click on it: a page of the web over https, with nobody's password in it. Whitespace
 * and control characters are refused before parsing, because parsers leave them out silently.
 */
export function webLinkProblem(text: string): LinkProblem | null {
  if (text.length > LONGEST || /[\s\p{Cc}\p{Cf}\\]/u.test(text) || !text.isWellFormed())
    return 'form'
  if (!URL.canParse(text)) return 'form'
  const { protocol, username, password, hostname } = new URL(text)
  if (protocol !== 'https:') return 'scheme'
  if (username || password || /^https:\/*[^/?#]*@/i.test(text)) return 'credentials'
  return hostname ? null : 'form'
}
