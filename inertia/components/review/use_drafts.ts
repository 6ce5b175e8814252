import { computed, reactive, watch } from 'vue'
import { ask } from '~/composables/server_request'
import { isDecided, isOpen } from './verdicts'
import type { ReviewItem, ReviewPageProps, VerdictView } from '~/types/review'
import type { RefusalView } from '~/types/shared'

export type SaveState = 'saving' | 'saved' | 'failed'

/** Status 0: no answer came. */
export interface SaveFailure {
  status: number
  refusal: RefusalView | null
}

/**
 * The reviewer's verdicts until he finishes. Each change is sent at once, in order and never two at a
 * time for one item; what could not be saved is kept here, and `retry` sends it again.
 */
export function useDrafts(
  props: ReviewPageProps,
  url: (item: string) => string,
  onFailure: (item: ReviewItem, failure: SaveFailure) => void
) {
  const drafts = reactive(new Map<string, VerdictView>())
  const states = reactive(new Map<string, SaveState>())
  /** What the server holds: only that needs to be taken back. */
  const stored = new Set<string>()
  const wanted = new Set<string>()
  const running = new Map<string, Promise<void>>()

  watch(
    () => props.dossier.manifest,
    () => states.clear()
  )
  watch(() => props.items, takeOver, { immediate: true })

  /** Takes what the server knows, but not over a choice that it has not got yet. */
  function takeOver() {
    for (const item of props.items) {
      const unsaved = states.get(item.id) === 'failed' || running.has(item.id)
      if (unsaved && props.claim?.mine) continue
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

  const draftOf = (item: ReviewItem) => drafts.get(item.id) ?? null

  /** Keeps a verdict, or takes it back with null. A return without a reason waits here for one. */
  function decide(item: ReviewItem, verdict: VerdictView | null) {
    if (verdict) drafts.set(item.id, verdict)
    else drafts.delete(item.id)
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
      const decided = isDecided(draftOf(item))
      if (!decided && !stored.has(item.id)) {
        states.delete(item.id)
        continue
      }
      states.set(item.id, 'saving')
      const failure = await put(item)
      if (failure) {
        states.set(item.id, 'failed')
        if (!wanted.has(item.id)) onFailure(item, failure)
        continue
      }
      if (decided) {
        stored.add(item.id)
        states.set(item.id, 'saved')
      } else {
        stored.delete(item.id)
        states.delete(item.id)
      }
    }
  }

  async function put(item: ReviewItem): Promise<SaveFailure | null> {
    const draft = draftOf(item)
    const proof = { token: props.claim?.token, manifest: props.dossier.manifest }
    const request = isDecided(draft)
      ? ask('PUT', url(item.id), { ...draft, ...proof })
      : ask('DELETE', url(item.id), proof)
    const answer = await request.catch(() => ({ status: 0, body: null, refusal: null }))
    // A redirect to a page ends in 200 as well, but not in JSON.
    const saved = answer.status === 204 || (answer.status < 300 && answer.body !== null)
    return saved ? null : { status: answer.status, refusal: answer.refusal }
  }

  /** Resolves when nothing is on its way any more. */
  async function settled() {
    await Promise.all(running.values())
  }

  const remaining = computed(() => props.items.filter((item) => isOpen(item, draftOf(item))))
  const needed = computed(() => props.items.filter((item) => item.needsVerdict))

  return { draftOf, decide, retry: save, settled, states, remaining, needed }
}

export type Drafts = ReturnType<typeof useDrafts>
