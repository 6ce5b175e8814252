import type { RegionPerson } from '#app/identity/queries/region_people'
import { changeStaff } from '#app/identity/staff_audit'
import { issueLink, type LinkKind } from '#app/identity/staff_links'

/** A link to set a password: the forgotten one's, or the invitation's once more. */
export class IssuePasswordLink {
  handle({ by, person }: { by: string; person: RegionPerson }) {
    const kind: LinkKind = person.invited ? 'invitation' : 'password'
    const staffId = person.staff.id
    return changeStaff(by, async (trx) => ({
      action: 'staff.link_issued',
      payload: { staffId, kind },
      result: { kind, ...(await issueLink(trx, { kind, staffId, by })) },
    }))
  }
}
