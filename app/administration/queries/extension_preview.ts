import { concerned } from '#app/administration/actions/carry_out_extension'

export interface ExtensionPreview {
  drafts: number
  returned: number
  lapsed: number
}

/** How many an extension would concern. One query. */
export async function extensionPreview(extension: {
  seasonId: string
  since: number
  newEnd: number | null
}): Promise<ExtensionPreview> {
  const rows = await concerned(extension)
    .clearOrder()
    .groupBy('state')
    .select('state')
    .count('* as n')
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.$extras.n ?? 0)
  return { drafts: count('draft'), returned: count('returned'), lapsed: count('lapsed') }
}
