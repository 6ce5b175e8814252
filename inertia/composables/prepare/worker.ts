import { fileFacts, HEAD_BYTES, type FileFacts } from './file_facts'
import { fitBytes, type FitLimits } from './fit_bytes'
import { framedSize, matrixOf, UNTOUCHED, type Frame, type Size } from './frame'
import { HINT_SIDE, hintsFor, type Luma } from './hints'
import type { Answers, Asked, Opened, Question, Told } from './protocol'

/** A worker's own scope, as far as it is used: the page's library of types knows windows only. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null
  postMessage: (told: Told) => void
}

interface OpenPicture {
  bitmap: ImageBitmap
  /** The number of the newest fit that was asked for. */
  newest: number
}

const pictures = new Map<string, OpenPicture>()
const SCREEN_SIDE = 1400

class Stale extends Error {}

scope.onmessage = ({ data: { id, question } }) => {
  answer(question).then(
    (said) => scope.postMessage({ id, answer: said }),
    (error: unknown) => scope.postMessage({ id, failed: String(error) })
  )
}

async function answer(question: Question): Promise<Answers[Question['ask']]> {
  switch (question.ask) {
    case 'open':
      return openPicture(question.picture, question.file, question.minShortSide)
    case 'draw':
      return drawn(question.picture, question.frame)
    case 'fit':
      return fitted(question.picture, question.frame, question.limits)
    case 'close':
      pictures.get(question.picture)?.bitmap.close()
      pictures.delete(question.picture)
      return null
  }
}

async function openPicture(picture: string, file: Blob, minShortSide: number): Promise<Opened> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const facts = fileFacts(head)
  const bitmap = facts.animated ? null : await decoded(file, facts)
  if (!bitmap) return { facts, size: null, hints: [] }
  pictures.set(picture, { bitmap, newest: 0 })
  const { width, height } = bitmap
  const hints = hintsFor({
    luma: lumaOf(bitmap),
    shortSide: Math.min(width, height),
    minShortSide,
    orientation: facts.orientation,
  })
  return { facts, size: { width, height }, hints }
}

/** Whatever this browser can decode, HEIC on some; EXIF's turn is applied. */
async function decoded(file: Blob, { kind }: FileFacts): Promise<ImageBitmap | null> {
  if (kind === null || kind === 'pdf') return null
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}

function found(picture: string): OpenPicture {
  const open = pictures.get(picture)
  if (!open) throw new Error('The picture is not open')
  return open
}

/** The framed picture on white, as a transparent PNG is shown everywhere. */
function canvasOf(bitmap: ImageBitmap, frame: Frame, scale: number): OffscreenCanvas {
  const { width, height } = scaled(framedSize(bitmap, frame), scale)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.setTransform(...matrixOf(bitmap, frame, scale))
  context.drawImage(bitmap, 0, 0)
  return canvas
}

const scaled = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

const jpeg = (canvas: OffscreenCanvas, quality: number) =>
  canvas.convertToBlob({ type: 'image/jpeg', quality })

async function drawn(picture: string, frame: Frame): Promise<Blob> {
  const { bitmap } = found(picture)
  return jpeg(canvasOf(bitmap, frame, scaleTo(SCREEN_SIDE, framedSize(bitmap, frame))), 0.85)
}

async function fitted(picture: string, frame: Frame, limits: FitLimits): Promise<Answers['fit']> {
  const began = performance.now()
  const open = found(picture)
  const mine = ++open.newest
  let canvas: { scale: number; drawn: OffscreenCanvas } | null = null
  try {
    const size = framedSize(open.bitmap, frame)
    const fit = await fitBytes(size, limits, async (scale, quality) => {
      if (open.newest !== mine) throw new Stale()
      // Drawing costs more than encoding: one drawing serves all qualities of a size.
      if (canvas?.scale !== scale) canvas = { scale, drawn: canvasOf(open.bitmap, frame, scale) }
      return jpeg(canvas.drawn, quality)
    })
    if (!fit.ok) return fit.because
    const took = performance.now() - began
    return { blob: fit.encoded, ...scaled(size, fit.scale), took }
  } catch (error) {
    if (error instanceof Stale) return 'stale'
    throw error
  }
}

function scaleTo(side: number, { width, height }: Size): number {
  return Math.min(1, side / Math.max(width, height))
}

function lumaOf(bitmap: ImageBitmap): Luma {
  const scale = scaleTo(HINT_SIDE, bitmap)
  const canvas = canvasOf(bitmap, UNTOUCHED, scale)
  const { width, height } = canvas
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
  const values = new Uint8ClampedArray(width * height)
  for (let n = 0; n < values.length; n++) {
    values[n] = data[n * 4]! * 0.299 + data[n * 4 + 1]! * 0.587 + data[n * 4 + 2]! * 0.114
  }
  return { width, height, values }
}
