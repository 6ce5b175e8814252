import { computed, inject, onBeforeUnmount, provide, ref, type InjectionKey } from 'vue'
import { ask } from '~/composables/server_request'
import { useClock } from '~/composables/use_clock'
import type { ItemView } from '~/types/dossier'
import type { HandoverProgress, OpenedHandover } from '~/types/handover'

const ASK_AGAIN_MS = 2500

type NamedItem = Pick<ItemView, 'id' | 'name'>

export type Handover = ReturnType<typeof createHandover>

const HANDOVER: InjectionKey<Handover | null> = Symbol('handover')

/** The phone that adds pictures to the page; made once by a page that offers it. */
export function provideHandover(region: () => string, refresh: () => Promise<boolean>): Handover {
  const handover = createHandover(region, refresh)
  provide(HANDOVER, handover)
  return handover
}

/** Null on pages that offer none: the phone's own. */
export function useHandover(): Handover | null {
  return inject(HANDOVER, null)
}

function createHandover(region: () => string, refresh: () => Promise<boolean>) {
  const now = useClock(1000)
  /** The dialog is open. */
  const shown = ref(false)
  const item = ref<NamedItem | null>(null)
  const link = ref<OpenedHandover | null>(null)
  const progress = ref<HandoverProgress | null>(null)
  const trouble = ref<string | null>(null)
  const opening = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const path = () => `/${region()}/dossier/handovers`
  const live = computed(
    () => link.value !== null && progress.value?.live !== false && left.value > 0
  )
  const left = computed(() => Math.max(0, (link.value?.expiresAt ?? 0) - now.value))
  const received = computed(() => progress.value?.images ?? 0)

  /** Shows a code for one item, or for all; the one that is being shown is kept for the same item. */
  async function begin(forItem: NamedItem | null) {
    shown.value = true
    if (live.value && (item.value?.id ?? null) === (forItem?.id ?? null)) return
    item.value = forItem
    await renew()
  }

  async function renew() {
    opening.value = true
    trouble.value = null
    link.value = null
    progress.value = null
    try {
      const answer = await ask<OpenedHandover>('POST', path(), { item: item.value?.id ?? null })
      if (answer.body) link.value = answer.body
      else trouble.value = answer.refusal?.message ?? ''
    } catch {
      trouble.value = ''
    } finally {
      opening.value = false
    }
    look()
  }

  function look() {
    clearTimeout(timer)
    if (live.value) timer = setTimeout(() => void lookNow(), ASK_AGAIN_MS)
  }

  async function lookNow() {
    const { id } = link.value ?? {}
    if (!id) return
    const before = progress.value
    try {
      const { body } = await ask<HandoverProgress>('GET', `${path()}/${id}`)
      if (body && link.value?.id === id) progress.value = body
    } catch {
      // No network for the moment: the next look will tell.
    }
    if (received.value !== (before?.images ?? 0)) void refresh()
    look()
  }

  /** The code opens nothing any more; what came stays. */
  async function stop() {
    const ended = link.value
    shown.value = false
    link.value = null
    clearTimeout(timer)
    if (ended) await ask('DELETE', `${path()}/${ended.id}`).catch(() => null)
    await refresh()
  }

  onBeforeUnmount(() => clearTimeout(timer))

  return { shown, item, link, progress, trouble, opening, live, left, received, begin, renew, stop }
}
