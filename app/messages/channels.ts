/** By which messages really reach people here; a region's settings may name others (docs/region-format.md). */
const PROVIDED: ReadonlySet<string> = new Set(['in_app'])

/** Of these channels, those that nobody provides: they are kept, and nothing is sent by them. */
export function unavailableChannels(channels: readonly string[]): string[] {
  return [...new Set(channels)].filter((channel) => !PROVIDED.has(channel))
}
