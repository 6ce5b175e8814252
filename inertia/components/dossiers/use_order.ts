import { computed, nextTick, ref, watch } from 'vue'
import { ask } from '~/composables/server_request'
import { useShared } from '~/composables/use_shared'
import { bi, t } from '~/composables/use_text'
import type { ItemView } from '~/types/dossier'

/**
 * The pictures of an item in the order that the candidate makes: shown at once, kept by the server,
 * said to those who do not see it.
 */
export function useOrder(item: () => ItemView, failed: (message: string) => void) {
  const shared = useShared()
  /** Ids as they were put here, until the page itself shows them so. */
  const wanted = ref<string[] | null>(null)
  const said = ref('')

  const images = computed(() => {
    const { images: stored } = item()
    if (!wanted.value) return stored
    const at = new Map(wanted.value.map((id, index) => [id, index]))
    return stored.toSorted((a, b) => (at.get(a.id) ?? Infinity) - (at.get(b.id) ?? Infinity))
  })
  const movable = computed(
    () => item().editable && item().places.length === 0 && item().images.length > 1
  )
  watch(
    () =>
      item()
        .images.map(({ id }) => id)
        .join(),
    (now) => {
      if (now === wanted.value?.join()) wanted.value = null
    }
  )

  async function put(order: string[], moved: string) {
    wanted.value = order
    const { id, name } = item()
    said.value = t('prepare.order.moved', {
      name: bi(name),
      n: order.indexOf(moved) + 1,
      of: order.length,
    })
    const url = `/${shared.value.region!.id}/dossier/items/${id}/order`
    const answer = await ask('PUT', url, { order }).catch(() => null)
    if (answer && answer.status < 400) return
    if (wanted.value?.join() === order.join()) wanted.value = null
    failed(answer?.refusal?.message ?? t('prepare.order.failed'))
  }

  async function move(imageId: string, by: -1 | 1, list: HTMLElement) {
    const order = images.value.map(({ id }) => id)
    const from = order.indexOf(imageId)
    const to = from + by
    if (to < 0 || to >= order.length) return
    order.splice(to, 0, ...order.splice(from, 1))
    const kept = put(order, imageId)
    await nextTick()
    // The tile has moved in the page, which takes the focus from its buttons.
    const buttons = list.querySelectorAll<HTMLButtonElement>(
      `[data-image="${imageId}"] [data-move]`
    )
    const same = [...buttons].find(({ dataset }) => dataset.move === String(by))
    ;(same?.disabled ? [...buttons].find((one) => !one.disabled) : same)?.focus()
    await kept
  }

  /** As it was left by dragging. */
  function dropped(order: string[]) {
    const before = images.value.map(({ id }) => id)
    const moved = order.find((id, at) => before[at] !== id) ?? order[0]!
    void put(order, moved)
  }

  return { images, movable, said, move, dropped }
}
