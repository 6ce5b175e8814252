import type { FitLimits } from './fit_bytes'
import type { Frame } from './frame'
import type { Answers, Asked, Opened, Question, Told } from './protocol'

let worker: Worker | null = null
let last = 0
const waiting = new Map<
  number,
  { resolve: (answer: never) => void; reject: (why: Error) => void }
>()

/** Made at the first picture: nobody pays for it before. */
function theWorker(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) asked?.reject(new Error(data.failed))
    else asked?.resolve(data.answer as never)
  }
  // It did not start (an old browser), or ran out of memory: whoever waits is told, the next tries anew.
  worker.onerror = () => {
    worker?.terminate()
    worker = null
    for (const { reject } of waiting.values()) reject(new Error('The worker broke down'))
    waiting.clear()
  }
  return worker
}

function ask<Q extends Question>(question: Q): Promise<Answers[Q['ask']]> {
  return new Promise((resolve, reject) => {
    const id = ++last
    waiting.set(id, { resolve, reject })
    theWorker().postMessage({ id, question } satisfies Asked)
  })
}

/**
 * Works on pictures beside the page, which never waits for it. A picture stays open, decoded, until
 * it is closed. All of these reject where the browser has no worker or no canvas in it.
 */
export const preparer = {
  open: (picture: string, file: Blob, minShortSide: number): Promise<Opened> =>
    ask({ ask: 'open', picture, file, minShortSide }),
  draw: (picture: string, frame: Frame) => ask({ ask: 'draw', picture, frame }),
  fit: (picture: string, frame: Frame, limits: FitLimits) =>
    ask({ ask: 'fit', picture, frame, limits }),
  close: (picture: string) => ask({ ask: 'close', picture }).catch(() => null),
}
