import { onBeforeUnmount, watch, type Ref } from 'vue'
import { ask } from '~/composables/server_request'

const CHANNEL = 'kaoqu-session'
const POLL_MS = 5000

const listeners = new Set<() => void>()

/** Calls back when this browser is signed in again. */
export function onSignedIn(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A page that was rendered for a signed-in candidate tells the other tabs. */
export function announceSession() {
  if (!('BroadcastChannel' in window)) return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('signed_in')
  channel.close()
}

/**
 * While `needed`, looks whether the candidate has signed in again: told by another tab, on coming
 * back to this one, and every few seconds (a phone may have opened the sign-in somewhere else).
 */
export function watchSession(region: () => string, needed: Ref<boolean>) {
  let poll: ReturnType<typeof setInterval> | undefined
  let asking = false
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null

  async function look() {
    if (!needed.value || asking) return
    asking = true
    try {
      const { body } = await ask<{ signedIn: boolean }>('GET', `/${region()}/session`)
      if (body?.signedIn) listeners.forEach((listener) => listener())
    } catch {
      // No answer: the next look will tell.
    } finally {
      asking = false
    }
  }

  if (channel) channel.onmessage = () => void look()
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  watch(
    needed,
    (now) => {
      clearInterval(poll)
      if (now) poll = setInterval(look, POLL_MS)
    },
    { immediate: true }
  )
  onBeforeUnmount(() => {
    clearInterval(poll)
    channel?.close()
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  })
}
