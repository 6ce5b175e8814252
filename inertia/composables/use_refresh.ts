import { router } from '@inertiajs/vue3'

/**
 * Reloads parts of the page. Calls that come while one is on its way share a single following
 * reload, so that ten uploads do not make ten.
 *
 * @returns a promise that is settled when the page shows a state younger than the call
 */
export function useRefresh(only: string[]): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  function reload(): Promise<void> {
    running = new Promise<void>((resolve) => {
      router.reload({ only, onFinish: () => resolve() })
    }).finally(() => (running = null))
    return running
  }

  return () => {
    if (!running) return reload()
    next ??= running.then(() => {
      next = null
      return reload()
    })
    return next
  }
}
