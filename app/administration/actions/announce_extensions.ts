import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import CarryOutExtension from '#app/administration/jobs/carry_out_extension'
import { runAsPlatform } from '#app/shared/region_context'

/** Gives a job to each extension that nobody finished: after a crash it goes on where it was. */
export async function announceUnfinishedExtensions() {
  const rows: { region_id: string; id: string }[] = await runAsPlatform(
    'find extensions that are not carried out yet',
    () => db.from('season_extensions').whereNull('finished_at').select('region_id', 'id')
  )
  for (const { region_id: regionId, id } of rows) await announceExtension(regionId, id)
}

/** Only a hint, given after the commit: where it fails the sweep gives it again. */
export async function announceExtension(regionId: string, extensionId: string) {
  try {
    // Asked for every few seconds: jobs must not pile up.
    await CarryOutExtension.dispatch({ regionId, extensionId }).dedup({
      id: extensionId,
      ttl: '1m',
    })
  } catch (error) {
    logger.warn({ err: error, region: regionId }, 'an extension could not be announced')
  }
}
