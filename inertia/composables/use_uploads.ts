import { router } from '@inertiajs/vue3'
import { computed, inject, onBeforeUnmount, provide, reactive, type InjectionKey } from 'vue'
import { newKey } from '~/composables/server_request'
import { sendImage, type Outcome } from '~/composables/send_image'
import { formatBytes, t } from '~/composables/use_text'
import { onSignedIn, watchSession } from '~/composables/watch_session'
import type { ItemView } from '~/types/dossier'

/** Uploads that run at the same time over the whole page. */
const AT_ONCE = 3
const LONGEST_PAUSE_MS = 30_000
const LOOK_AGAIN_MS = 3000

export interface Upload {
  id: string
  itemId: string
  place: string | null
  file: File
  /** Local address of the chosen file, for the tile. */
  localUrl: string
  /** Kept over all attempts, so that an answer that got lost does not store the picture twice. */
  key: string
  status: 'waiting' | 'uploading' | 'stored' | 'paused' | 'failed' | 'signed_out'
  /** 0 … 100 */
  percent: number
  message: string | null
  /** The same file may be sent again; else another one must be chosen. */
  retryable: boolean
  attempts: number
  imageId: string | null
}

export type Uploads = ReturnType<typeof createUploads>

const UPLOADS: InjectionKey<Uploads> = Symbol('uploads')

/** The queue of the page's uploads; made once by the page, used by its tiles. */
export function provideUploads(region: () => string, refresh: () => Promise<boolean>): Uploads {
  const uploads = createUploads(region, refresh)
  provide(UPLOADS, uploads)
  return uploads
}

export function useUploads(): Uploads {
  return inject(UPLOADS)!
}

function createUploads(region: () => string, refresh: () => Promise<boolean>) {
  const all = reactive<Upload[]>([])
  const aborts = new Map<string, () => void>()
  const timers = new Set<ReturnType<typeof setTimeout>>()

  const unsent = computed(() =>
    all.filter((upload) => upload.status !== 'stored' && worthKeeping(upload))
  )
  const signedOut = computed(() => all.some((upload) => upload.status === 'signed_out'))

  const of = (itemId: string) => all.filter((upload) => upload.itemId === itemId)

  /** Puts a chosen file into the queue. What is surely too large is told at once and not sent. */
  function add(item: ItemView, place: string | null, file: File) {
    const tooLarge = file.size > item.rules.maxBytes
    all.push({
      id: newKey(),
      itemId: item.id,
      place,
      file,
      localUrl: URL.createObjectURL(file),
      key: newKey(),
      status: tooLarge ? 'failed' : 'waiting',
      percent: 0,
      message: tooLarge
        ? t('upload.too_large', {
            size: formatBytes(file.size),
            max: formatBytes(item.rules.maxBytes),
          })
        : null,
      retryable: false,
      attempts: 0,
      imageId: null,
    })
    pump()
  }

  function pump() {
    for (const upload of all) {
      const running = all.filter((other) => other.status === 'uploading')
      if (running.length >= AT_ONCE) return
      if (upload.status !== 'waiting') continue
      // Pictures of one material without places keep the order in which they were chosen.
      const inTurn =
        upload.place !== null || !running.some((other) => other.itemId === upload.itemId)
      if (inTurn) void start(upload)
    }
  }

  async function start(upload: Upload) {
    upload.status = 'uploading'
    upload.percent = 0
    upload.message = null
    upload.attempts++
    const query = upload.place ? `?place=${encodeURIComponent(upload.place)}` : ''
    const url = `/${region()}/dossier/items/${upload.itemId}/images${query}`
    const sending = sendImage(url, upload.file, upload.key, (share) => {
      upload.percent = Math.min(99, Math.round(share * 100))
    })
    aborts.set(upload.id, sending.abort)
    const outcome = await sending.done
    aborts.delete(upload.id)
    settle(upload, outcome)
    pump()
  }

  function settle(upload: Upload, outcome: Outcome) {
    switch (outcome.kind) {
      case 'stored':
        upload.status = 'stored'
        upload.percent = 100
        upload.imageId = outcome.image.id
        void showStored()
        return
      case 'signed_out':
        upload.status = 'signed_out'
        upload.message = t('upload.signed_out')
        return
      case 'busy':
        upload.status = 'paused'
        upload.message =
          outcome.refusal?.message ?? t('upload.busy', { seconds: outcome.afterSeconds })
        upload.retryable = true
        later(upload, outcome.afterSeconds * 1000)
        return
      case 'unreachable':
        fail(upload, t('upload.unreachable'), true)
        return
      case 'refused': {
        const ours = outcome.status >= 500
        fail(
          upload,
          outcome.refusal?.message ?? t('upload.failed', { status: String(outcome.status) }),
          ours
        )
        // A conflict says that the page is older than the dossier.
        if (outcome.status === 404 || outcome.status === 409) void refresh()
        return
      }
      case 'aborted':
        drop(upload)
    }
  }

  /** A stored picture's tile stays until the page shows the picture itself. */
  async function showStored() {
    const stored = all.filter((upload) => upload.status === 'stored')
    if (stored.length === 0) return
    if (await refresh()) return stored.forEach(drop)
    const timer = setTimeout(() => {
      timers.delete(timer)
      void showStored()
    }, LOOK_AGAIN_MS)
    timers.add(timer)
  }

  function fail(upload: Upload, message: string, retryable: boolean) {
    upload.status = 'failed'
    upload.message = message
    upload.retryable = retryable
  }

  function later(upload: Upload, ms: number) {
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (upload.status === 'paused' || upload.status === 'failed') retry(upload)
    }, ms)
    timers.add(timer)
  }

  function retry(upload: Upload) {
    upload.status = 'waiting'
    upload.message = null
    pump()
  }

  function drop(upload: Upload) {
    const index = all.findIndex((other) => other.id === upload.id)
    if (index === -1) return
    all.splice(index, 1)
    URL.revokeObjectURL(upload.localUrl)
  }

  /** Takes a file out of the queue, also while it is on its way. */
  function remove(upload: Upload) {
    aborts.get(upload.id)?.()
    drop(upload)
    pump()
  }

  function retrySignedOut() {
    for (const upload of all) if (upload.status === 'signed_out') retry(upload)
  }

  function backOnline() {
    for (const upload of all) {
      if (upload.status !== 'failed' || !upload.retryable) continue
      later(upload, Math.min(LONGEST_PAUSE_MS, 500 * 2 ** upload.attempts))
    }
  }

  guardLeaving(() => unsent.value.length > 0)
  watchSession(region, signedOut)
  const stopListening = onSignedIn(retrySignedOut)
  window.addEventListener('online', backOnline)
  onBeforeUnmount(() => {
    window.removeEventListener('online', backOnline)
    stopListening()
    timers.forEach(clearTimeout)
    ;[...all].forEach(remove)
  })

  return { all, of, add, retry, remove, unsent, signedOut }
}

/** A refused picture is lost anyway; one that only waits for the network or a sign-in is not. */
function worthKeeping(upload: Upload) {
  return upload.status !== 'failed' || upload.retryable
}

function guardLeaving(unsent: () => boolean) {
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
