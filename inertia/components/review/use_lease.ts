import { router } from '@inertiajs/vue3'
import { useToast } from '@nuxt/ui/composables'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { ask } from '~/composables/server_request'
import { useClock } from '~/composables/use_clock'
import { t } from '~/composables/use_text'
import type { ReviewPageProps } from '~/types/review'

/** A lease is twenty minutes; looking at a picture for long is work as well. */
const RENEW_BELOW_MS = 12 * 60_000
const LOOK_MS = 30_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Renews the claim while its holder works on the dossier: moves, types, zooms. Who has gone away lets it
 * run out, and it goes back to the queue. What is no longer his is said at once, and the page fetched.
 *
 * @param url of the dossier's claim
 */
export function useLease(props: ReviewPageProps, url: string) {
  const toast = useToast()
  const now = useClock()
  let active = false
  let until = 0
  let timer: ReturnType<typeof setInterval> | undefined

  watch(
    () => props.claim?.until ?? 0,
    (told) => (until = Math.max(told, 0)),
    { immediate: true }
  )

  async function look() {
    if (!active || !props.claim?.mine || until - now.value > RENEW_BELOW_MS) return
    active = false
    const { token } = props.claim
    const answer = await ask<{ until: number }>('PUT', url, { token }).catch(() => null)
    if (answer?.body?.until) until = answer.body.until
    else if (answer?.status === 409) lose(answer.refusal?.message)
  }

  function lose(why?: string) {
    toast.add({
      title: t('staff.review.lease.lost'),
      description: why ?? t('staff.review.lease.lost_text'),
      color: 'warning',
      icon: 'i-lucide-hand',
      duration: 0,
    })
    router.reload()
  }

  const work = () => void (active = true)
  onMounted(() => {
    for (const sign of SIGNS) window.addEventListener(sign, work, { passive: true })
    timer = setInterval(look, LOOK_MS)
  })
  onBeforeUnmount(() => {
    for (const sign of SIGNS) window.removeEventListener(sign, work)
    clearInterval(timer)
  })
}
