import { router } from '@inertiajs/vue3'
import { onBeforeUnmount } from 'vue'
import { t } from '~/composables/use_text'

/** Asks before the page is left, by the browser or by a link, while something is unsent. */
export function guardLeaving(unsent: () => boolean) {
  const leaving = (event: BeforeUnloadEvent) => {
    if (unsent()) event.preventDefault()
  }
  window.addEventListener('beforeunload', leaving)
  const stop = router.on('before', (event) => {
    const { method, url } = event.detail.visit
    if (method !== 'get' || url.pathname === window.location.pathname || !unsent()) return
    if (!window.confirm(t('upload.leave'))) event.preventDefault()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', leaving)
    stop()
  })
}
