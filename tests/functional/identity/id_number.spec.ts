import { test } from '@japa/runner'
import AuditEntry from '#app/audit/models/audit_entry'
import Staff from '#app/identity/models/staff'
import Registration from '#app/registrations/models/registration'
import { decryptField } from '#app/shared/field_cipher'
import { runInRegion } from '#app/shared/region_context'
import { withAccounts } from '#tests/support/identity_group'
import { StaffBrowser } from '#tests/support/staff_browser'
import { inWorld, PASSWORD, staffOf } from '#tests/support/world'
import { as, codeOf, handedIn, path } from '../review/desk.js'

const ADDRESS = '/staff/account/id-number'

const REGION = 'sd'

/** A region's open season, a reviewer, and his own file in it. */
async function ownFile() {
  const reviewer = await staffOf(REGION, 'point_reviewer', '3701')
  const dossier = await handedIn(REGION, { pointId: '3701' })
  const idNo = await runInRegion(REGION, async () => {
    const { idNoEncrypted } = await Registration.findOrFail(dossier.registrationId)
    return decryptField(idNoEncrypted)
  })
  return { reviewer, dossier, idNo }
}

test.group('One’s own ID number', (group) => {
  inWorld(group)

  test('keeps one’s own file away until it is removed', async ({ client, assert }) => {
    const { reviewer, dossier, idNo } = await ownFile()
    const sent = { idNo: ` ${idNo.toLowerCase()} `, current: PASSWORD }
    await as(client.put(ADDRESS), reviewer).accept('html').form(sent).redirects(0)
    const kept = await Staff.findOrFail(reviewer.id)
    assert.notInclude(kept.idNoEncrypted!, idNo)
    assert.equal(decryptField(kept.idNoEncrypted!), idNo)
    const page = await as(client.get('/staff/account'), reviewer).withInertia()
    assert.isTrue((page.inertiaProps as any).hasIdNumber)
    assert.notInclude(JSON.stringify(page.inertiaProps), idNo)

    const refused = await as(client.post(path(dossier, '/claims')), reviewer)
    refused.assertStatus(403)
    assert.equal(codeOf(refused), 'OWN_FILE')
    const next = await as(client.post(`/${REGION}/staff/claims`), reviewer)
    assert.equal(codeOf(next), 'NOTHING_TO_CLAIM')

    const removing = as(client.delete(ADDRESS), reviewer).accept('html')
    await removing.form({ current: PASSWORD }).redirects(0)
    await kept.refresh()
    assert.deepEqual([kept.idNoEncrypted, kept.idNoIndex], [null, null])
    ;(await as(client.post(path(dossier, '/claims')), reviewer)).assertStatus(201)
    const entries = await runInRegion(REGION, () =>
      AuditEntry.query()
        .where('chain', `region:${REGION}`)
        .whereIn('action', ['staff.id_number_given', 'staff.id_number_removed'])
        .orderBy('seq')
    )
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['staff.id_number_given', 'staff.id_number_removed']
    )
    assert.notInclude(JSON.stringify(entries), idNo)
  })
})

test.group('Giving one’s own ID number', (group) => {
  withAccounts(group, 'optional')

  test('is taken and removed only with the password, and only if it can be one', async ({
    assert,
  }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const browser = await StaffBrowser.of(reviewer)
    const idNo = '990101198001011234'
    assert.include(await browser.send('PUT', ADDRESS, { idNo, current: 'wrong' }), {
      field: 'current',
      code: 'PASSWORD_WRONG',
    })
    for (const wrong of ['', '12345', 'x'.repeat(31), "1' or '1'='1"]) {
      const answer = await browser.send('PUT', ADDRESS, { idNo: wrong, current: PASSWORD })
      assert.include(answer, { status: 422, field: 'idNo' })
    }
    assert.isNull((await Staff.findOrFail(reviewer.id)).idNoIndex)
    await browser.send('PUT', ADDRESS, { idNo, current: PASSWORD })
    assert.include(await browser.send('DELETE', ADDRESS, { current: 'wrong' }), {
      code: 'PASSWORD_WRONG',
    })
    assert.isNotNull((await Staff.findOrFail(reviewer.id)).idNoIndex)
  })
})
