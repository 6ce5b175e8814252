import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { ask } from '~/composables/server_request'
import type { ConditionJson, ConditionReading } from '~/types/catalog'

const PAUSE_MS = 250

/**
 * What the server reads a condition as, while it is built: one reader says what is saved, refused and
 * shown. An answer that came too late is dropped.
 */
export function useReading(url: string, condition: Ref<ConditionJson>) {
  const reading = ref<ConditionReading | null>(null)
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function read() {
    const mine = ++asked
    const answer = await ask<ConditionReading>('POST', url, { condition: condition.value }).catch(
      () => null
    )
    if (mine !== asked) return
    reading.value = answer?.body ?? null
    busy.value = false
  }

  function later(pause: number) {
    clearTimeout(timer)
    busy.value = true
    timer = setTimeout(() => void read(), pause)
  }

  watch(condition, () => later(PAUSE_MS), { deep: true })
  later(0)
  onBeforeUnmount(() => {
    clearTimeout(timer)
    asked++
  })
  return { reading, busy }
}
