import { contactOf, contactSeal, type Contact } from '#app/regions/contacts'
import Region from '#app/regions/models/region'
import { inRegionChain, type By } from '#app/regions/region_chain'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'

/** Writes how the region's own office is reached. */
export class ChangeContact {
  /** @throws Refused CONTACT_MOVED_ON where somebody changed it since `seal` was read */
  async handle(contact: Contact, seal: string, by: By): Promise<void> {
    await inRegionChain(by, async (trx, record) => {
      const region = await Region.query({ client: trx })
        .where('id', currentRegionId())
        .firstOrFail()
      const before = contactOf(region)
      if (contactSeal(before) !== seal) refuse('CONTACT_MOVED_ON')
      region.merge({
        contactPhone: contact.phone,
        contactHoursZh: contact.hoursZh,
        contactHoursEn: contact.hoursEn,
        contactAddressZh: contact.addressZh,
        contactAddressEn: contact.addressEn,
      })
      if (!region.$isDirty) return
      await region.merge({ updatedAt: clock.now() }).save()
      await record('contact_changed', { before, after: contact })
    })
  }
}
