import vine from '@vinejs/vine'
import { BY_MATERIAL, SECTIONS } from '#app/catalog/draft_document'

/** Pieces by material have routes of their own. */
export const EDITED_HERE = SECTIONS.filter(
  (section) => !(BY_MATERIAL as readonly string[]).includes(section)
)

const version = vine.number().withoutDecimals().min(1)

/** What a section may hold is the reader's to say: one reader for pages, files and the command line. */
export const sectionValidator = vine.create({
  version,
  value: vine.any().nullable(),
})

export const seenDraftValidator = vine.create({ version })
