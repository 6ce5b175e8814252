import { join } from 'node:path'
import { defineConfig } from '@adonisjs/drive'
import type { InferDriveDisks } from '@adonisjs/drive/types'
import { DurableFsDriver } from '#app/shared/durable_fs_driver'
import env from '#start/env'

/** Images leave only through authorised routes: nothing is served from the disk itself. */
const driveConfig = defineConfig({
  default: 'images',
  services: {
    images: () =>
      new DurableFsDriver({
        location: join(env.get('DATA_DIR'), 'images'),
        visibility: 'private',
      }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
