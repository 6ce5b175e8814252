import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { v7 as uuid } from 'uuid'
import type { ReleaseDocument } from '#app/core/release'
import Release from '#app/catalog/models/release'
import { releaseDocument } from '#app/catalog/releases'
import type Dossier from '#app/dossiers/models/dossier'
import Proposal from '#app/dossiers/models/proposal'
import type Staff from '#app/identity/models/staff'
import Season from '#app/regions/models/season'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
import type { SecondLooksPageProps } from '../../../inertia/types/lists.js'
import {
  as,
  claimed,
  codeOf,
  fresh,
  handedIn,
  path,
  replacePictures,
  returning,
  review,
  submit,
} from './desk.js'

async function listFor(client: ApiClient, staff: Staff, list?: string, region = 'sd') {
  const response = await as(client.get(`/${region}/staff/second-looks`), staff)
    .qs({ ...(list && { list }) })
    .withInertia()
  response.assertStatus(200)
  response.assertInertiaComponent('review/second_looks')
  return response.inertiaProps as unknown as SecondLooksPageProps
}

const idsOf = ({ rows }: SecondLooksPageProps) => rows.map(({ id }) => id)

/** Returned for `reason` and handed in again with other pictures, so often. */
async function returnedTimes(
  client: ApiClient,
  staff: Staff,
  dossier: Dossier,
  reasons: readonly string[]
) {
  for (const [i, reason] of reasons.entries()) {
    await review(client, staff, dossier, (all) => returning(all, [all[0].item], [reason]))
    if (i === reasons.length - 1) return
    const { core } = await fresh(dossier)
    const open = core.items.filter(({ reopened }) => reopened)
    for (const { id } of open) await replacePictures(dossier, id)
    await submit(dossier)
  }
}

const proposalOf = ({ regionId, id }: Dossier) =>
  runInRegion(regionId, async () => (await Proposal.findByOrFail({ dossierId: id })).id)

/** A new release of the region, whose first stage asks for two reviewers. */
function askForTwo(regionId: string) {
  return runInRegion(regionId, async () => {
    const season = await Season.findByOrFail({ isCurrent: true })
    const { id, $attributes } = await Release.findOrFail(season.currentReleaseId!)
    const { workflow, ...document } = (await releaseDocument(id)) as ReleaseDocument
    const stages = workflow.stages.map((stage, i) => (i === 0 ? { ...stage, approvals: 2 } : stage))
    const release = await Release.create({
      ...($attributes as Partial<Release>),
      id: uuid(),
      number: $attributes.number + 1,
      document: { ...document, workflow: { ...workflow, stages } },
    })
    await season.merge({ currentReleaseId: release.id }).save()
  })
}

test.group('Second looks', (group) => {
  inWorld(group)

  test('the same reason for the same item three times brings a dossier to the lead', async ({
    client,
    assert,
  }) => {
    const reviewer = await staffOf('sh', 'region_reviewer')
    const lead = await staffOf('sh', 'region_lead')
    const often = await handedIn('sh')
    const mixed = await handedIn('sh')
    await returnedTimes(client, reviewer, mixed, ['IMG_BLUR', 'IMG_BLUR', 'IMG_CROPPED'])
    await returnedTimes(client, reviewer, often, ['IMG_BLUR', 'IMG_BLUR'])
    assert.isEmpty(idsOf(await listFor(client, lead, 'flagged', 'sh')))
    const { core } = await fresh(often)
    for (const { id } of core.items.filter(({ reopened }) => reopened)) {
      await replacePictures(often, id)
    }
    await submit(often)
    await returnedTimes(client, reviewer, often, ['IMG_BLUR'])
    const page = await listFor(client, lead, 'flagged', 'sh')
    assert.deepEqual(idsOf(page), [often.id])
    assert.equal(page.rows[0].flag, 'repeated')

    // A return that is taken back was none.
    ;(await as(client.delete(path(often, '/return')), reviewer)).assertStatus(200)
    assert.isEmpty(idsOf(await listFor(client, lead, 'flagged', 'sh')))
  })

  test('a proposal waits for somebody else: it says whose it is, and he cannot confirm it', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    await review(client, await staffOf('sd', 'point_reviewer', '3701'), dossier)
    const first = await staffOf('sd', 'region_reviewer')
    const second = await staffOf('sd', 'region_reviewer')
    const token = await claimed(client, first, dossier)
    const sent = { kind: 'ineligible', token, reason: 'ELI_MAJOR', ground: '专业不符' }
    ;(await as(client.post(path(dossier, '/proposals')), first).json(sent)).assertStatus(200)

    const [his] = (await listFor(client, first)).rows
    assert.deepInclude(his.proposal, { kind: 'ineligible', mine: true, ground: '专业不符' })
    const [theirs] = (await listFor(client, second)).rows
    assert.isFalse(theirs.proposal!.mine)
    const address = path(dossier, `/proposals/${await proposalOf(dossier)}/confirmation`)
    assert.equal(codeOf(await as(client.post(address), first)), 'PROPOSAL_YOURS')
    ;(await as(client.post(address), second)).assertStatus(200)
    assert.isEmpty(idsOf(await listFor(client, second)))
  })

  test('what four eyes must see is found by the second pair, not offered to the first', async ({
    client,
    assert,
  }) => {
    const region = 'sh'
    await askForTwo(region)
    const first = await staffOf(region, 'region_reviewer')
    const second = await staffOf(region, 'region_reviewer')
    const dossier = await handedIn(region)
    await review(client, first, dossier)
    const page = await listFor(client, second, 'another', region)
    assert.deepEqual(idsOf(page), [dossier.id])
    assert.deepEqual(page.rows[0].approvals, { given: 1, needed: 2, mine: false })
    assert.isTrue((await listFor(client, first, 'another', region)).rows[0].approvals!.mine)
    const again = await as(client.post(path(dossier, '/claims')), first)
    assert.equal(codeOf(again), 'ALREADY_AGREED')
    await review(client, second, dossier)
    assert.isEmpty(idsOf(await listFor(client, second, 'another', region)))
  })

  test('nobody sees another point’s or region’s, and an address made by hand shows a list', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    await runInRegion('sd', () => dossier.merge({ flag: 'escalated' }).save())
    const here = await staffOf('sd', 'point_reviewer', '3701')
    assert.deepEqual(idsOf(await listFor(client, here, 'flagged')), [dossier.id])
    const there = await staffOf('sd', 'point_reviewer', '3703')
    assert.isEmpty(idsOf(await listFor(client, there, 'flagged')))
    const elsewhere = await staffOf('sc', 'region_lead')
    assert.isEmpty(idsOf(await listFor(client, elsewhere, 'flagged', 'sc')))
    for (const list of ['nonsense', uuid()]) {
      assert.equal((await listFor(client, here, list)).list, 'proposed')
    }
  })
})
