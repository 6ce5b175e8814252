import { createHash } from 'node:crypto'
import type { ReleaseMaterial } from '#app/core/release'
import { inBoth, type Bilingual } from '#app/shared/wording'

export interface ItemDeclaration {
  text: Bilingual
  /** Of the text: a tick says which words were read. */
  version: string
}

/** What a candidate declares instead of uploading a material (`replace_with_online_declaration`). */
export function itemDeclaration({ zh, en }: Pick<ReleaseMaterial, 'zh' | 'en'>): ItemDeclaration {
  const text = {
    zh: inBoth('questions.declaration.statement', { name: zh }).zh,
    en: inBoth('questions.declaration.statement', { name: en }).en,
  }
  const hash = createHash('sha256').update(`${text.zh}\n${text.en}`).digest('hex')
  return { text, version: hash.slice(0, 12) }
}
