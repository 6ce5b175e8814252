import { router } from '@inertiajs/vue3'
import { useToast } from '@nuxt/ui/composables'
import { computed, ref, watch } from 'vue'
import { newKey } from '~/composables/server_request'
import { bi, hasText, t } from '~/composables/use_text'
import type { ReviewItem, ReviewPageProps } from '~/types/review'
import { useDrafts, type SaveFailure } from './use_drafts'
import { firstReason, reasonsFor, toggled } from './verdicts'

/** The state of the reviewer's screen and everything he can do on it. */
export function useWorkbench(props: ReviewPageProps, region: string) {
  const toast = useToast()
  const base = `/${region}/staff/dossiers/${props.dossier.id}`
  const mine = computed(() => props.claim?.mine ?? false)
  const drafts = useDrafts(props, (item) => `${base}/verdicts/${item}`, tellFailure)

  /** As the list shows them: what needs a verdict first. */
  const items = computed(() => [
    ...props.items.filter((item) => item.needsVerdict),
    ...props.items.filter((item) => !item.needsVerdict),
  ])
  const currentId = ref(firstOpen()?.id ?? '')
  const imageAt = ref(0)
  const said = ref('')
  const item = computed(
    () => items.value.find(({ id }) => id === currentId.value) ?? items.value[0]
  )
  const place = computed(() => items.value.findIndex(({ id }) => id === item.value?.id))
  const draft = computed(() => (item.value ? drafts.draftOf(item.value) : null))
  watch(currentId, () => (imageAt.value = 0))

  function firstOpen() {
    const open = mine.value ? drafts.remaining.value : []
    return open.find((known) => known.changedSinceLastRound) ?? open[0] ?? items.value[0]
  }

  function go(to: ReviewItem | undefined) {
    if (!to) return
    currentId.value = to.id
    said.value = t('staff.review.picked', { name: bi(to.name) })
  }
  const move = (by: number) => go(items.value[place.value + by])

  function accept() {
    const now = item.value
    if (!mine.value || !now || (now.images.length === 0 && !now.needsVerdict)) return
    void drafts.decide(now, { verdict: 'accepted', reasons: [], note: null })
    const after = [...items.value.slice(place.value + 1), ...items.value.slice(0, place.value)]
    go(after.find((known) => drafts.remaining.value.includes(known)))
  }

  function giveBack() {
    const now = item.value
    if (!mine.value || !props.dossier.canReturn || !now) return
    if (draft.value?.verdict === 'returned') return
    const reasons = now.images.length === 0 ? firstReason(now, props.commonReasons) : []
    void drafts.decide(now, { verdict: 'returned', reasons, note: null })
  }

  function toggleReason(code: string) {
    const now = item.value
    if (!mine.value || !props.dossier.canReturn || !now) return
    const before = draft.value?.verdict === 'returned' ? draft.value : null
    const reasons = toggled(before?.reasons ?? [], code)
    void drafts.decide(now, { verdict: 'returned', reasons, note: before?.note ?? null })
  }

  function toggleNth(n: number) {
    if (!item.value) return
    const { own, common } = reasonsFor(item.value, props.commonReasons)
    const reason = (own.length > 0 ? own : common)[n - 1]
    if (reason) toggleReason(reason.code)
  }

  function setNote(itemId: string, note: string | null) {
    const noted = props.items.find(({ id }) => id === itemId)
    const before = noted && drafts.draftOf(noted)
    if (mine.value && before) void drafts.decide(noted, { ...before, note })
  }

  function undo() {
    if (mine.value && item.value && draft.value) void drafts.decide(item.value, null)
  }

  const busy = ref(false)
  const visit = {
    onStart: () => void (busy.value = true),
    onFinish: () => void (busy.value = false),
  }

  function claim() {
    if (!busy.value) router.post(`${base}/claims`, {}, visit)
  }
  async function release() {
    if (busy.value) return
    busy.value = true
    await drafts.settled()
    router.delete(`${base}/claims`, visit)
  }

  const finishing = ref(false)
  let key = newKey()
  function openFinish() {
    if (!mine.value || drafts.remaining.value.length > 0) return
    key = newKey()
    finishing.value = true
  }
  /** Drafts on their way arrive first, so that none of them meets a dossier that is done. */
  async function finish() {
    if (busy.value) return
    busy.value = true
    await drafts.settled()
    const verdicts = props.items.flatMap((known) => {
      const given = drafts.draftOf(known)
      return given ? [{ item: known.id, ...given }] : []
    })
    const { token } = props.claim ?? {}
    router.post(
      `${base}/reviews`,
      { token, manifest: props.dossier.manifest, verdicts },
      {
        ...visit,
        headers: { 'Idempotency-Key': key },
        preserveState: 'errors',
        onSuccess: () => void (finishing.value = false),
        onError: (errors) => {
          const title = Object.values(errors)[0]
          toast.add({ title, color: 'error', icon: 'i-lucide-circle-alert' })
        },
      }
    )
  }

  /** The choice stays. What the server refused for good brings the fresh state; else one may retry. */
  function tellFailure(failed: ReviewItem, { status, refusal }: SaveFailure) {
    const stale = status === 409 || status === 403 || status === 404
    const known = `failures.${status}`
    toast.add({
      id: `draft-${failed.id}`,
      color: 'error',
      icon: 'i-lucide-cloud-off',
      title: t('staff.review.failed_toast', { name: bi(failed.name) }),
      description: refusal?.message ?? (hasText(known) ? t(known) : t('staff.review.failed_text')),
      actions: stale
        ? []
        : [
            {
              label: t('staff.review.retry'),
              color: 'error',
              variant: 'outline',
              onClick: () => void drafts.retry(failed),
            },
          ],
    })
    if (stale) router.reload()
  }

  return {
    drafts,
    mine,
    items,
    currentId,
    imageAt,
    item,
    draft,
    place,
    said,
    busy,
    finishing,
    go,
    move,
    accept,
    giveBack,
    toggleReason,
    toggleNth,
    setNote,
    undo,
    claim,
    release,
    openFinish,
    finish,
  }
}

export type Workbench = ReturnType<typeof useWorkbench>
