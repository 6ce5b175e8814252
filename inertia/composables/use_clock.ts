import { computed, onBeforeUnmount, ref } from 'vue'
import { useShared } from '~/composables/use_shared'

const TICK_MS = 20_000

/** The server's time, going on between answers: deadlines are the server's, not the phone's. */
export function useClock(tick = TICK_MS) {
  const shared = useShared()
  const local = ref(Date.now())
  const offset = computed(() => shared.value.now - rendered(shared.value.now))
  const timer = setInterval(() => (local.value = Date.now()), tick)
  onBeforeUnmount(() => clearInterval(timer))
  return computed(() => local.value + offset.value)
}

/** When each server time was first seen here, by the local clock. */
const seen = new Map<number, number>()

function rendered(serverNow: number): number {
  const known = seen.get(serverNow)
  if (known !== undefined) return known
  const now = Date.now()
  if (seen.size > 20) seen.clear()
  seen.set(serverNow, now)
  return now
}
