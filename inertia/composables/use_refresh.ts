import { router } from '@inertiajs/vue3'

/**
 * Reloads parts of the page. Calls that come while one is on its way share a single following
 * reload, so that ten uploads do not make ten.
 *
 * @returns a promise that is true when the page shows a state younger than the call, false when none
 *   came
 */
export function useRefresh(only: string[]): () => Promise<boolean> {
  let running: Promise<boolean> | null = null
  let next: Promise<boolean> | null = null

  function reload(): Promise<boolean> {
    running = new Promise<boolean>((resolve) => {
      let fresh = false
      router.reload({ only, onSuccess: () => (fresh = true), onFinish: () => resolve(fresh) })
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
