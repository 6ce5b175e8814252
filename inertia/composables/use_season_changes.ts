import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useClock } from '~/composables/use_clock'
import { useShared } from '~/composables/use_shared'

/** How long the stream may be silent; the server says something every 25 s. */
const SILENCE_MS = 60_000
const FIRST_WAIT_MS = 1_000
const POLL_MS = 20_000
/** Everybody hears of a change at once: they do not all fetch in the same moment. */
const SPREAD_MS = 1_500

interface Watched {
  /** Of the season that the page shows. */
  revision: () => string
  /** When time alone changes what the page shows, by the server's clock. */
  nextChangeAt: () => number | null
  /** Fetches what may have changed. */
  refresh: () => unknown
}

/**
 * Keeps a page true while somebody looks at it: what is live in the region's season may change, or
 * its next instant come. Listens to the server's stream, and asks from time to time where the stream
 * is cut. Without cookies: looking at a page must not keep somebody signed in. Only the tab in front
 * listens, because a browser has few connections to give.
 */
export function useSeasonChanges({ revision, nextChangeAt, refresh }: Watched) {
  const shared = useShared()
  const now = useClock()
  const url = () => `/${shared.value.region!.id}/season/changes`

  let stopped = false
  let heard = ''
  let listening: AbortController | null = null
  let silence: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let later: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS

  function hear(told: string) {
    heard = told
    if (told === revision()) return
    clearTimeout(later)
    later = setTimeout(async () => {
      await refresh()
    }, Math.random() * SPREAD_MS)
  }

  async function listen() {
    clearTimeout(again)
    if (stopped || document.hidden || listening) return
    const cut = (listening = new AbortController())
    try {
      await follow(cut)
    } catch {
      // Cut, or never begun: it is asked for again below.
    }
    clearTimeout(silence)
    listening = null
    if (stopped || document.hidden) return
    await poll()
    again = setTimeout(listen, wait)
    wait = Math.min(wait * 2, POLL_MS)
  }

  async function follow(cut: AbortController) {
    beat(cut)
    const response = await fetch(url(), {
      credentials: 'omit',
      headers: { Accept: 'text/event-stream' },
      signal: cut.signal,
    })
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
    if (!response.ok || !response.body || !isStream) throw new Error('no stream')
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      wait = FIRST_WAIT_MS
      beat(cut)
      const lines = (rest + value).split('\n')
      rest = lines.pop()!
      for (const line of lines) if (line.startsWith('data: ')) hear(line.slice(6))
    }
  }

  /** A connection can die without anybody hearing of it. */
  function beat(cut: AbortController) {
    clearTimeout(silence)
    silence = setTimeout(() => cut.abort(), SILENCE_MS)
  }

  async function poll() {
    try {
      const response = await fetch(url(), {
        credentials: 'omit',
        headers: { Accept: 'application/json' },
      })
      if (response.ok) hear(((await response.json()) as { revision: string }).revision)
    } catch {
      // No network: the next try will tell.
    }
  }

  function look() {
    if (document.hidden) listening?.abort()
    else void listen()
  }

  let turn: ReturnType<typeof setTimeout> | undefined
  function awaitNext() {
    clearTimeout(turn)
    const at = nextChangeAt()
    // Longer waits overflow the timer; the clock's ticks come back here long before.
    if (at === null || at - now.value > 3_600_000) return
    turn = setTimeout(refresh, Math.max(0, at - now.value) + 300 + Math.random() * SPREAD_MS)
  }
  watch([nextChangeAt, () => Math.floor(now.value / 600_000)], awaitNext)

  onMounted(() => {
    document.addEventListener('visibilitychange', look)
    awaitNext()
    void listen()
  })
  onBeforeUnmount(() => {
    stopped = true
    listening?.abort()
    for (const timer of [silence, again, later, turn]) clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  })
  return { heard: () => heard }
}
