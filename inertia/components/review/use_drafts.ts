import { computed, onBeforeUnmount, onMounted, reactive, watch } from 'vue'
import { ask } from '~/composables/server_request'
import { useUnsaved } from './unsaved'
import { fixesIn, isDecided, isOpen, markOf } from './verdicts'
import type { ReviewItem, ReviewPageProps, VerdictView } from '~/types/review'
import type { RefusalView } from '~/types/shared'

export type SaveState = 'saving' | 'saved' | 'failed'

/** Status 0: no answer came. */
export interface SaveFailure {
  status: number
  refusal: RefusalView | null
}

/** How soon what did not get through is sent again by itself. */
const RETRY_MS = 8_000

/**
 * The reviewer's verdicts until he finishes. Each change is sent at once, in order and never two at a
 * time for one item; what could not be saved is kept in this tab and sent again, by itself where the
 * network was to blame and by `retry` otherwise.
 */
export function useDrafts(
  props: ReviewPageProps,
  url: (item: string) => string,
  onFailure: (item: ReviewItem, failure: SaveFailure) => void
) {
  const drafts = reactive(new Map<string, VerdictView>())
  const states = reactive(new Map<string, SaveState>())
  const proof = () => ({ token: props.claim?.token, manifest: props.dossier.manifest })
  const unsaved = useUnsaved(props.dossier.id, proof)
  const fixes = computed(() => fixesIn(props.items, props.commonReasons))
  /** What the server holds: only that needs to be taken back. */
  const stored = new Set<string>()
  const wanted = new Set<string>()
  const running = new Map<string, Promise<void>>()
  /** Nobody refused these, they only did not get through. */
  const stranded = new Set<string>()

  watch(
    () => props.dossier.manifest,
    () => states.clear()
  )
  watch(() => props.items, takeOver, { immediate: true })

  /** Takes what the server knows, but not over a choice that it has not got yet. */
  function takeOver() {
    for (const item of props.items) {
      if (unsaved.has(item.id) && props.claim?.mine) continue
      states.delete(item.id)
      if (item.draft) {
        drafts.set(item.id, { ...item.draft })
        stored.add(item.id)
      } else {
        drafts.delete(item.id)
        stored.delete(item.id)
      }
    }
  }

  /** What a reload found unsent. */
  function resume() {
    if (!props.claim?.mine) return unsaved.clear()
    for (const [id, verdict] of unsaved.entries()) {
      const item = props.items.find((one) => one.id === id)
      if (!item) unsaved.delete(id)
      else if (item.draft) stored.add(id)
      if (item) void decide(item, verdict)
    }
  }

  const draftOf = (item: ReviewItem) => drafts.get(item.id) ?? null

  /** Keeps a verdict, or takes it back with null. A return without a reason waits here for one. */
  function decide(item: ReviewItem, verdict: VerdictView | null) {
    if (verdict) drafts.set(item.id, verdict)
    else drafts.delete(item.id)
    unsaved.set(item.id, verdict)
    return save(item)
  }

  function save(item: ReviewItem): Promise<void> {
    wanted.add(item.id)
    const flight = running.get(item.id) ?? flush(item).finally(() => running.delete(item.id))
    running.set(item.id, flight)
    return flight
  }

  async function flush(item: ReviewItem) {
    while (wanted.delete(item.id)) {
      const draft = draftOf(item)
      const decided = isDecided(draft, fixes.value)
      if (!decided && !stored.has(item.id)) {
        states.delete(item.id)
        if (!draft) unsaved.delete(item.id)
        continue
      }
      const again = states.get(item.id) === 'failed'
      states.set(item.id, 'saving')
      const failure = await put(item, decided)
      if (failure) failed(item, failure, again)
      else kept(item, decided)
    }
  }

  function failed(item: ReviewItem, failure: SaveFailure, again: boolean) {
    const gotThrough = failure.status > 0 && failure.status < 500
    states.set(item.id, 'failed')
    if (gotThrough) stranded.delete(item.id)
    else stranded.add(item.id)
    if (!wanted.has(item.id) && (gotThrough || !again)) onFailure(item, failure)
  }

  function kept(item: ReviewItem, decided: boolean) {
    stranded.delete(item.id)
    if (decided) {
      stored.add(item.id)
      states.set(item.id, 'saved')
    } else {
      stored.delete(item.id)
      states.delete(item.id)
    }
    // A return that still lacks its reason waits here.
    if (!wanted.has(item.id) && (decided || !draftOf(item))) unsaved.delete(item.id)
  }

  async function put(item: ReviewItem, decided: boolean): Promise<SaveFailure | null> {
    const request = decided
      ? ask('PUT', url(item.id), { ...draftOf(item), ...proof() })
      : ask('DELETE', url(item.id), proof())
    const answer = await request.catch(() => ({ status: 0, body: null, refusal: null }))
    // A redirect to a page ends in 200 as well, but not in JSON.
    const saved = answer.status === 204 || (answer.status < 300 && answer.body !== null)
    return saved ? null : { status: answer.status, refusal: answer.refusal }
  }

  /** Resolves when nothing is on its way any more. */
  async function settled() {
    await Promise.all(running.values())
  }

  function sendStranded() {
    for (const item of props.items.filter(({ id }) => stranded.has(id))) void save(item)
  }
  /** Closing the tab would lose what only this tab has. */
  function warn(event: BeforeUnloadEvent) {
    if ([...states.values()].some((state) => state !== 'saved')) event.preventDefault()
  }
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    resume()
    timer = setInterval(sendStranded, RETRY_MS)
    window.addEventListener('online', sendStranded)
    window.addEventListener('beforeunload', warn)
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    window.removeEventListener('online', sendStranded)
    window.removeEventListener('beforeunload', warn)
  })

  const remaining = computed(() =>
    props.items.filter((item) => isOpen(item, draftOf(item), fixes.value))
  )
  const needed = computed(() => props.items.filter((item) => item.needsVerdict))
  const mark = (item: ReviewItem) => markOf(item, draftOf(item), fixes.value)

  return {
    ...{ draftOf, decide, retry: save, settled, states, remaining, needed, mark, fixes },
    forget: unsaved.clear,
  }
}

export type Drafts = ReturnType<typeof useDrafts>
