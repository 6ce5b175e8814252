import { computed, ref, watch, type Ref } from 'vue'
import type { ImageView } from '~/types/dossier'
import type { ReviewImage, ReviewItem } from '~/types/review'

export type Against = 'sample' | 'last_round' | 'last_season'

/** What a picture is held against. A picture that replaced another shows it at once. */
export function useComparison(item: () => ReviewItem, image: Ref<ReviewImage | null>) {
  const against = ref<Against | null>(null)
  /** How far the person has stepped from the counterpart that was found. */
  const offset = ref(0)

  const possible = computed(() => {
    const { samples, lastRound, lastSeason, changedSinceLastRound } = item()
    const round = lastRound.length > 0 && changedSinceLastRound
    return [
      ...(round ? (['last_round'] as const) : []),
      ...(lastSeason.length > 0 ? (['last_season'] as const) : []),
      ...(samples.length > 0 ? (['sample'] as const) : []),
    ]
  })
  watch(
    image,
    (now, old) => {
      if (now?.id === old?.id) return
      offset.value = 0
      if (now?.before) against.value = 'last_round'
      else if (against.value && !possible.value.includes(against.value)) against.value = null
      else if (old?.before && against.value === 'last_round') against.value = null
    },
    { immediate: true }
  )

  /** The one on the same place, or as far down the list. */
  function nearest(pictures: ImageView[], place: string | null, position: number) {
    const samePlace = pictures.findIndex((one) => place !== null && one.place === place)
    return samePlace === -1 ? Math.min(position - 1, pictures.length - 1) : samePlace
  }

  const pictures = computed(() => {
    const { samples, lastRound, lastSeason } = item()
    if (against.value === 'sample') return samples.map(({ url }) => ({ url, image: null }))
    const given = against.value === 'last_round' ? lastRound : lastSeason
    return given.map((one) => ({ url: one.previewUrl, image: one }))
  })
  const start = computed(() => {
    const { samples, lastRound, lastSeason } = item()
    const { place = null, position = 1, before = null } = image.value ?? {}
    if (against.value === 'sample') {
      return Math.max(
        0,
        samples.findIndex((one) => one.place === place)
      )
    }
    if (against.value === 'last_season') return nearest(lastSeason, place, position)
    const replaced = lastRound.findIndex(({ id }) => id === before?.id)
    return replaced === -1 ? nearest(lastRound, null, position) : replaced
  })
  const at = computed(() => {
    const { length } = pictures.value
    return length === 0 ? 0 : (((start.value + offset.value) % length) + length) % length
  })
  const other = computed(() =>
    against.value && image.value ? (pictures.value[at.value] ?? null) : null
  )

  /** Off, then each of what there is. */
  function cycle() {
    const all: (Against | null)[] = [null, ...possible.value]
    offset.value = 0
    against.value = all[(all.indexOf(against.value) + 1) % all.length] ?? null
  }

  return { against, possible, other, at, pictures, cycle, step: () => void offset.value++ }
}
