import { router } from '@inertiajs/vue3'
import { useToast } from '@nuxt/ui/composables'
import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { newKey } from '~/composables/server_request'
import { bi, hasText, t } from '~/composables/use_text'
import type { ReviewItem, ReviewPageProps } from '~/types/review'
import { useDrafts, type SaveFailure } from './use_drafts'
import { useVerdicts } from './use_verdicts'

/** The state of the reviewer's screen and everything he can do on it. */
export function useWorkbench(props: ReviewPageProps, region: string) {
  const toast = useToast()
  const base = `/${region}/staff/dossiers/${props.dossier.id}`
  const mine = computed(() => props.claim?.mine ?? false)
  const drafts = useDrafts(props, (item) => `${base}/verdicts/${item}`, tellFailure)

  /** As the list shows them: what needs a verdict first, and of that what is new since last round. */
  const items = computed(() => {
    const needed = props.items.filter((item) => item.needsVerdict)
    return [
      ...needed.filter((item) => item.changedSinceLastRound),
      ...needed.filter((item) => !item.changedSinceLastRound),
      ...props.items.filter((item) => !item.needsVerdict),
    ]
  })
  const currentId = ref(firstOpen()?.id ?? '')
  const imageAt = ref(0)
  const said = ref('')
  const item = computed(
    () => items.value.find(({ id }) => id === currentId.value) ?? items.value[0]
  )
  const place = computed(() => items.value.findIndex(({ id }) => id === item.value?.id))
  const draft = computed(() => (item.value ? drafts.draftOf(item.value) : null))
  watch(
    item,
    (now, before) => {
      if (now && now.id !== before?.id) imageAt.value = firstNew(now)
    },
    { immediate: true }
  )

  function firstOpen() {
    const open = mine.value ? drafts.remaining.value : []
    return items.value.find((known) => open.includes(known)) ?? items.value[0]
  }

  /** What changed is looked at first, also among the pictures of one item. */
  function firstNew({ images }: ReviewItem) {
    return Math.max(
      0,
      images.findIndex(({ isNew }) => isNew)
    )
  }

  function go(to: ReviewItem | undefined) {
    if (!to) return
    currentId.value = to.id
    said.value = t('staff.review.picked', { name: bi(to.name) })
  }
  const move = (by: number) => go(items.value[place.value + by])

  const verdicts = useVerdicts(props, drafts, item, mine)

  function accept() {
    if (!verdicts.accept()) return
    const after = [...items.value.slice(place.value + 1), ...items.value.slice(0, place.value)]
    go(after.find((known) => drafts.remaining.value.includes(known)))
  }

  const busy = ref(false)
  const visit = {
    onStart: () => void (busy.value = true),
    onFinish: () => void (busy.value = false),
  }

  function claim() {
    if (!busy.value && props.claimable) router.post(`${base}/claims`, {}, visit)
  }
  async function release() {
    if (busy.value) return
    busy.value = true
    await drafts.settled()
    router.delete(`${base}/claims`, visit)
  }

  /** Another tab of the same person may have said something meanwhile. */
  function catchUp() {
    if (document.visibilityState !== 'visible' || busy.value || finishing.value) return
    router.reload({ only: ['dossier', 'items', 'claim', 'claimable', 'steps', 'proposal'] })
  }
  onMounted(() => document.addEventListener('visibilitychange', catchUp))
  onBeforeUnmount(() => document.removeEventListener('visibilitychange', catchUp))

  const finishing = ref(false)
  let key = newKey()
  function openFinish() {
    if (!mine.value || drafts.remaining.value.length > 0) return
    key = newKey()
    finishing.value = true
  }
  /**
   * Drafts on their way arrive first, so that none of them meets a dossier that is done.
   * @param next go on with the dossier that waits longest
   */
  async function finish(next = false) {
    if (busy.value) return
    busy.value = true
    await drafts.settled()
    const given = props.items.flatMap((known) => {
      const verdict = drafts.draftOf(known)
      return verdict ? [{ item: known.id, ...verdict }] : []
    })
    const { token } = props.claim ?? {}
    router.post(
      `${base}/reviews`,
      { token, manifest: props.dossier.manifest, verdicts: given, next },
      {
        ...visit,
        headers: { 'Idempotency-Key': key },
        preserveState: 'errors',
        onSuccess: () => {
          finishing.value = false
          drafts.forget()
        },
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
    ...verdicts,
    ...{ drafts, mine, items, currentId, imageAt, item, draft, place, said, busy, finishing },
    ...{ go, move, accept, claim, release, openFinish, finish },
  }
}

export type Workbench = ReturnType<typeof useWorkbench>
