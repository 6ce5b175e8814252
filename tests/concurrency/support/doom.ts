import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { By, DossierEvent } from '#app/core/dossier'

/** What a process is told to do, and at which of its steps it ends. */
export interface Doom {
  regionId: string
  seasonId: string
  dossierId: string
  event: DossierEvent
  by: By
  /** Of an `add_image`: the picture. */
  file: string | null
  key: string
  /** 0: not at all. */
  at: number
}

export interface End {
  signal: string | null
  said: string
  complained: string
}

const SCRIPT = join(import.meta.dirname, 'doomed_step.ts')

/** Runs it in a process of its own, on our database and data folder. */
export function perish(doom: Doom): Promise<End> {
  const args = ['--import=@poppinss/ts-exec', SCRIPT, JSON.stringify(doom)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const end: End = { signal: null, said: '', complained: '' }
  child.stdout.on('data', (text) => (end.said += text))
  child.stderr.on('data', (text) => (end.complained += text))
  return new Promise((resolve) =>
    child.once('close', (_code, signal) => resolve({ ...end, signal }))
  )
}
