import { router } from '@inertiajs/vue3'
import { useToast } from '@nuxt/ui/composables'
import { computed, ref, watch } from 'vue'
import { ask } from '~/composables/server_request'
import { hasText, t } from '~/composables/use_text'
import type { QueueRow } from '~/types/review'

interface Claimed {
  claimed: string[]
  missed: { id: string; name: string; code: string }[]
}

/** Rows that are claimed together; what goes out of sight is no longer chosen. */
export function useBatch(rows: () => QueueRow[], base: () => string) {
  const toast = useToast()
  const selected = ref<string[]>([])
  const busy = ref(false)
  const claimable = computed(() => rows().filter((row) => row.claimable))
  watch(claimable, (now) => {
    selected.value = selected.value.filter((id) => now.some((row) => row.id === id))
  })

  const all = computed({
    get: () => claimable.value.length > 0 && selected.value.length === claimable.value.length,
    set: (on) => (selected.value = on ? claimable.value.map(({ id }) => id) : []),
  })

  async function claim() {
    if (busy.value || selected.value.length === 0) return
    busy.value = true
    const url = `${base()}/claim-batches`
    const answer = await ask<Claimed>('POST', url, { dossiers: selected.value }).catch(() => null)
    busy.value = false
    if (answer?.status === 200 && answer.body) tell(answer.body)
    else {
      const title = answer?.refusal?.message ?? t('staff.queue.batch.failed')
      toast.add({ title, color: 'error', icon: 'i-lucide-circle-alert' })
    }
    selected.value = []
    router.reload()
  }

  function tell({ claimed, missed }: Claimed) {
    toast.add({
      title: t('staff.queue.batch.claimed', { n: claimed.length }),
      description: missed.map(whyMissed).join(' '),
      color: missed.length > 0 ? 'warning' : 'success',
      icon: missed.length > 0 ? 'i-lucide-users' : 'i-lucide-check',
      duration: missed.length > 0 ? 0 : undefined,
    })
  }

  function whyMissed({ name, code }: Claimed['missed'][number]): string {
    const known = `staff.queue.batch.missed.${code}`
    return t(hasText(known) ? known : 'staff.queue.batch.missed.other', { name })
  }

  return { selected, all, busy, claimable, claim }
}
