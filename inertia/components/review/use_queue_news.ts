import { onBeforeUnmount, onMounted, reactive, ref, watch } from 'vue'
import { ask } from '~/composables/server_request'
import type { QueueNews, QueuePageProps, QueueRow } from '~/types/review'

const POLL_MS = 10_000
const SLOWEST_MS = 120_000
/** Everybody's page was not opened in the same moment, and shall not ask in the same one. */
const SPREAD_MS = 2_000

/**
 * Keeps a page of the queue true while it lies open, without moving anything under the reader's eyes:
 * claims of others appear in their rows, what is new is said and shown on request. Only the page in
 * front asks; one that gets no answer asks more and more seldom.
 */
export function useQueueNews(
  props: QueuePageProps,
  url: () => string,
  onLost: (lost: QueueNews['lost'][number]) => void
) {
  const fresh = ref(0)
  const changed = reactive(new Map<string, QueueNews['rows'][number]>())
  const told = new Set<string>()
  let wait = POLL_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  watch(
    () => props.asOf,
    () => {
      fresh.value = 0
      changed.clear()
    }
  )

  function later() {
    clearTimeout(timer)
    if (!stopped && !document.hidden) timer = setTimeout(look, wait + Math.random() * SPREAD_MS)
  }

  async function look() {
    const asOf = props.asOf
    const answer = await ask<QueueNews>('GET', url()).catch(() => null)
    const news = answer?.status === 200 ? answer.body : null
    wait = news ? POLL_MS : Math.min(wait * 2, SLOWEST_MS)
    // Meanwhile another page may have come, which knows better.
    if (news && asOf === props.asOf) {
      fresh.value = news.fresh
      for (const row of news.rows) changed.set(row.id, row)
      for (const lost of news.lost) tell(lost)
    }
    later()
  }

  function tell(lost: QueueNews['lost'][number]) {
    const key = `lost-claim-${lost.id}`
    if (told.has(key) || sessionStorage.getItem(key)) return
    told.add(key)
    sessionStorage.setItem(key, '1')
    onLost(lost)
  }

  /** A row as it stands now. */
  const current = (row: QueueRow): QueueRow => ({ ...row, ...changed.get(row.id) })

  const turn = () => (document.hidden ? clearTimeout(timer) : void look())
  onMounted(() => {
    document.addEventListener('visibilitychange', turn)
    void look()
  })
  onBeforeUnmount(() => {
    stopped = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', turn)
  })
  return { fresh, current }
}
