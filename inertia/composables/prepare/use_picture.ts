import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { isUntouched, UNTOUCHED, type Crop, type Frame } from './frame'
import { planFor } from './plan'
import { preparer } from './preparer'
import type { NoFit, Opened } from './protocol'
import type { Upload } from '../use_uploads'

export interface PreparedPicture {
  file: File
  url: string
  width: number
  height: number
}

/**
 * The picture in the dialog: what was chosen, how it is turned and cropped, and the file that comes out
 * of it, made anew at every change.
 */
export function usePicture(upload: Ref<Upload | null>) {
  const opened = shallowRef<Opened | null>(null)
  const frame = shallowRef<Frame>(UNTOUCHED)
  const result = shallowRef<PreparedPicture | null>(null)
  const trouble = ref<NoFit | 'broken' | null>(null)
  const working = ref(false)
  let current: Upload | null = null

  const touched = computed(() => !isUntouched(frame.value))

  function show(next: PreparedPicture | null) {
    if (result.value) URL.revokeObjectURL(result.value.url)
    result.value = next
  }

  async function open(next: Upload | null) {
    if (current) void preparer.close(current.id)
    current = next
    opened.value = null
    frame.value = UNTOUCHED
    trouble.value = null
    show(null)
    if (!next) return
    working.value = true
    const found = await preparer
      .open(next.id, next.chosen, next.rules.minShortSide)
      .catch(() => null)
    if (current !== next) return
    opened.value = found
    await make()
  }

  async function make() {
    const mine = current!
    working.value = true
    trouble.value = null
    const fitted = opened.value?.size ? await made(mine).catch(() => 'broken' as const) : 'broken'
    if (current !== mine || fitted === 'stale') return
    working.value = false
    if (typeof fitted === 'string') {
      trouble.value = fitted
      show(null)
    } else show(fitted)
  }

  async function made({ id, chosen, rules, because }: Upload) {
    const { facts, size } = opened.value!
    const isTaken = because !== 'unusual' && planFor(chosen.size, facts, size, rules).do === 'send'
    // What fits as it is, stays byte for byte as it is.
    if (isTaken && !touched.value) {
      return { file: chosen, url: URL.createObjectURL(chosen), ...size! }
    }
    const { maxBytes, minBytes, minShortSide } = rules
    const fitted = await preparer.fit(id, frame.value, { maxBytes, minBytes, minShortSide })
    if (typeof fitted === 'string') return fitted
    const { blob, width, height } = fitted
    const name = `${chosen.name.replace(/\.[^.]*$/, '')}.jpg`
    const file = new File([blob], name, { type: 'image/jpeg' })
    return { file, url: URL.createObjectURL(file), width, height }
  }

  function change(next: Frame) {
    frame.value = next
    void make()
  }

  /** The whole picture as it is turned now, for cropping. */
  function whole(): Promise<Blob> {
    return preparer.draw(current!.id, { ...frame.value, crop: UNTOUCHED.crop })
  }

  function crop(to: Crop) {
    change({ ...frame.value, crop: to })
  }

  watch(
    () => upload.value?.id,
    () => void open(upload.value),
    { immediate: true }
  )
  onBeforeUnmount(() => void open(null))

  return { opened, frame, result, trouble, working, touched, change, crop, whole }
}
