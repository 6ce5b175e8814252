import {
  computed,
  inject,
  onBeforeUnmount,
  provide,
  reactive,
  ref,
  type ComputedRef,
  type InjectionKey,
} from 'vue'
import { examineFile } from '~/composables/examine_file'
import { guardLeaving } from '~/composables/guard_leaving'
import type { Hint } from '~/composables/prepare/hints'
import type { Because } from '~/composables/prepare/plan'
import { sendImage, type Outcome, type StoredImage } from '~/composables/send_image'
import { newKey } from '~/composables/server_request'
import { t } from '~/composables/use_text'
import { onSignedIn, watchSession } from '~/composables/watch_session'
import type { ImageRulesView, ItemView } from '~/types/dossier'

/** Uploads that run at the same time over the whole page. */
const AT_ONCE = 3
const LONGEST_PAUSE_MS = 30_000
const FIRST_PAUSE_MS = 2000
const LOOK_AGAIN_MS = 3000
/** Cut off, or with something that no plain photograph has: 16 bits a colour, CMYK, more behind its end. */
const REFUSED_AS_IT_IS = 'IMAGE_DAMAGED'

export interface Upload {
  id: string
  itemId: string
  place: string | null
  /** The stored picture that gives way once this one is stored. */
  replaces: string | null
  rules: ImageRulesView
  /** As it was chosen, and what is sent: that, or what was prepared of it. */
  chosen: File
  file: File
  /** Local address of `file`, for the tile. */
  localUrl: string
  /** Kept over all attempts, so that an answer that got lost does not store the picture twice. */
  key: string
  status:
    | 'checking'
    | 'to_prepare'
    | 'waiting'
    | 'uploading'
    | 'stored'
    | 'paused'
    | 'failed'
    | 'signed_out'
  /** 0 … 100 */
  percent: number
  message: string | null
  /** The same file may be sent again; else another one must be chosen. */
  retryable: boolean
  /** Why it waits to be prepared. */
  because: Because | 'adjust' | 'unusual' | null
  hints: Hint[]
  attempts: number
  imageId: string | null
}

export type Uploads = ReturnType<typeof createUploads>

/** What an item tells of itself to those who add to it. */
export type UploadItem = Pick<ItemView, 'id' | 'rules'>

export interface UploadPage {
  region: () => string
  /** Where the pictures of an item are sent. */
  address: (itemId: string) => string
  /** Shows the page anew; true when it came. */
  refresh: () => Promise<boolean>
  /** On a page that nobody signs in to, the address itself is the key. */
  signsIn?: boolean
  /** Told the code of a refusal. */
  refused?: (code: string) => void
}

const UPLOADS: InjectionKey<Uploads> = Symbol('uploads')

/** The queue of the page's uploads; made once by the page, used by its tiles. */
export function provideUploads(page: UploadPage): Uploads {
  const uploads = createUploads(page)
  provide(UPLOADS, uploads)
  return uploads
}

export function useUploads(): Uploads {
  return inject(UPLOADS)!
}

function createUploads(page: UploadPage) {
  const all = reactive<Upload[]>([])
  const aborts = new Map<string, () => void>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  /** Which one the dialog shows. */
  const preparingId = ref<string | null>(null)
  /** What was noticed of pictures that were stored all the same, by their ids. */
  const noticed = reactive(new Map<string, Hint[]>())
  let examining: Promise<void> = Promise.resolve()

  const unsent = computed(() =>
    all.filter((upload) => upload.status !== 'stored' && worthKeeping(upload))
  )
  const signedOut = computed(() => all.some((upload) => upload.status === 'signed_out'))
  const toPrepare = computed(() => all.filter((upload) => upload.status === 'to_prepare'))
  const preparing: ComputedRef<Upload | null> = computed(
    () => toPrepare.value.find(({ id }) => id === preparingId.value) ?? null
  )

  const of = (itemId: string) => all.filter((upload) => upload.itemId === itemId)

  function enqueue(item: UploadItem, place: string | null, file: File, more: Partial<Upload>) {
    const id = newKey()
    all.push({
      id,
      itemId: item.id,
      place,
      replaces: null,
      rules: item.rules,
      chosen: file,
      file,
      localUrl: URL.createObjectURL(file),
      key: newKey(),
      status: 'checking',
      percent: 0,
      message: null,
      retryable: false,
      because: null,
      hints: [],
      attempts: 0,
      imageId: null,
      ...more,
    })
    return all.find((upload) => upload.id === id)!
  }

  /** Puts a chosen file into the queue; it is looked at, and prepared with the candidate where it must be. */
  function add(item: UploadItem, place: string | null, file: File, replaces: string | null = null) {
    const upload = enqueue(item, place, file, { replaces })
    // One after the other: a dozen decoded photographs at once are too much for a phone.
    examining = examining.then(() => examine(upload))
  }

  /** Opens a stored picture in the dialog; what comes out of it replaces the stored one. */
  function adjust(item: UploadItem, place: string | null, file: File, replaces: string) {
    const more = { replaces, status: 'to_prepare', because: 'adjust' } as const
    preparingId.value = enqueue(item, place, file, more).id
  }

  async function examine(upload: Upload) {
    const examined = await examineFile(upload.id, upload.chosen, upload.rules)
    if (!all.includes(upload)) return
    if (examined.do === 'explain') fail(upload, examined.message, false)
    else if (examined.do === 'prepare') {
      upload.status = 'to_prepare'
      upload.because = examined.because
      preparingId.value = preparing.value?.id ?? upload.id
    } else {
      upload.status = 'waiting'
      upload.hints = examined.hints
    }
    pump()
  }

  /** Shows one that waits in the dialog; null closes it, and they go on waiting. */
  function prepare(upload: Upload | null) {
    preparingId.value = upload?.id ?? null
    pump()
  }

  /** What the candidate has seen and taken is what is sent. */
  function usePrepared(upload: Upload, file: File) {
    URL.revokeObjectURL(upload.localUrl)
    Object.assign(upload, {
      file,
      localUrl: URL.createObjectURL(file),
      key: newKey(),
      status: 'waiting',
    } satisfies Partial<Upload>)
    preparingId.value = toPrepare.value[0]?.id ?? null
    pump()
  }

  function pump() {
    for (const upload of all) {
      const running = all.filter((other) => other.status === 'uploading')
      if (running.length >= AT_ONCE) return
      if (upload.status === 'waiting' && inTurn(upload)) void start(upload)
    }
  }

  /** Pictures of one material without places keep the order in which they were chosen. */
  function inTurn(upload: Upload): boolean {
    if (upload.place !== null) return true
    const before = all
      .slice(0, all.indexOf(upload))
      .filter(({ itemId }) => itemId === upload.itemId)
    return !before.some(
      ({ status }) =>
        status === 'checking' ||
        status === 'uploading' ||
        (status === 'to_prepare' && preparing.value !== null)
    )
  }

  async function start(upload: Upload) {
    upload.status = 'uploading'
    upload.percent = 0
    upload.message = null
    upload.attempts++
    const query = new URLSearchParams({
      ...(upload.place && { place: upload.place }),
      ...(upload.replaces && { replaces: upload.replaces }),
    }).toString()
    const url = page.address(upload.itemId) + (query && `?${query}`)
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
        return stored(upload, outcome.image)
      case 'signed_out':
        return signedOutWith(upload)
      case 'busy':
        upload.status = 'paused'
        upload.message =
          outcome.refusal?.message ?? t('upload.busy', { seconds: outcome.afterSeconds })
        upload.retryable = true
        later(upload, outcome.afterSeconds * 1000)
        return
      case 'unreachable':
        fail(upload, t('upload.unreachable'), true)
        return backOff(upload)
      case 'refused': {
        if (outcome.refusal?.code === REFUSED_AS_IT_IS && upload.file === upload.chosen) {
          return offerAnew(upload)
        }
        const ours = outcome.status >= 500
        fail(
          upload,
          outcome.refusal?.message ?? t('upload.failed', { status: String(outcome.status) }),
          ours
        )
        if (outcome.refusal) page.refused?.(outcome.refusal.code)
        // A conflict says that the page is older than the dossier.
        if (outcome.status === 404 || outcome.status === 409) void page.refresh()
        return
      }
      case 'aborted':
        drop(upload)
    }
  }

  /** The browser opened it, the server will not have it as it is stored: drawn anew it is a plain picture. */
  function offerAnew(upload: Upload) {
    upload.status = 'to_prepare'
    upload.because = 'unusual'
    preparingId.value = preparing.value?.id ?? upload.id
  }

  function stored(upload: Upload, image: StoredImage) {
    upload.status = 'stored'
    upload.percent = 100
    upload.imageId = image.id
    if (upload.hints.length > 0) noticed.set(image.id, upload.hints)
    void showStored()
  }

  function signedOutWith(upload: Upload) {
    if (page.signsIn !== false) {
      upload.status = 'signed_out'
      upload.message = t('upload.signed_out')
      return
    }
    // A page that nobody signs in to has only grown old: shown anew it has a fresh token.
    fail(upload, t('upload.unreachable'), true)
    void page.refresh().then(() => backOff(upload))
  }

  /** A stored picture's tile stays until the page shows the picture itself. */
  async function showStored() {
    const shown = all.filter((upload) => upload.status === 'stored')
    if (shown.length === 0) return
    if (await page.refresh()) return shown.forEach(drop)
    after(LOOK_AGAIN_MS, () => void showStored())
  }

  function fail(upload: Upload, message: string, retryable: boolean) {
    upload.status = 'failed'
    upload.message = message
    upload.retryable = retryable
  }

  /** Tries again by itself, ever more rarely: not every network says that it is back. */
  function backOff(upload: Upload) {
    later(upload, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (upload.attempts - 1)))
  }

  function later(upload: Upload, ms: number) {
    after(ms, () => {
      const rests = upload.status === 'paused' || (upload.status === 'failed' && upload.retryable)
      if (rests && all.includes(upload)) retry(upload)
    })
  }

  function after(ms: number, act: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
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
    if (preparingId.value === upload.id) preparingId.value = toPrepare.value[0]?.id ?? null
    pump()
  }

  function retrySignedOut() {
    for (const upload of all) if (upload.status === 'signed_out') retry(upload)
  }

  function backOnline() {
    for (const upload of all) {
      if (upload.status === 'failed' && upload.retryable) later(upload, 500)
    }
  }

  guardLeaving(() => unsent.value.length > 0)
  if (page.signsIn !== false) watchSession(page.region, signedOut)
  const stopListening = onSignedIn(retrySignedOut)
  window.addEventListener('online', backOnline)
  onBeforeUnmount(() => {
    window.removeEventListener('online', backOnline)
    stopListening()
    timers.forEach(clearTimeout)
    ;[...all].forEach(remove)
  })

  return {
    all,
    of,
    add,
    adjust,
    retry,
    remove,
    prepare,
    usePrepared,
    preparing,
    toPrepare,
    noticed,
    unsent,
    signedOut,
  }
}

/** A refused picture is lost anyway; one that only waits for the network or a sign-in is not. */
function worthKeeping(upload: Upload) {
  return upload.status !== 'failed' || upload.retryable
}
