import { test } from '@japa/runner'
import { appendAuditEntry, auditHash } from '#app/audit/append_entry'
import AuditEntry from '#app/audit/models/audit_entry'
import { clock } from '#app/shared/clock'
import { isUniqueViolation, transaction } from '#app/shared/transaction'
import { AtDossier, rowsOf } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import { inSharedWorld } from '#tests/support/world'

test.group('The audit chain of a dossier', (group) => {
  inSharedWorld(group)

  test('recomputes after a whole journey and covers each version', async ({ assert }) => {
    const at = await AtDossier.open('sh', 'p02')
    const { json } = await at.upload('OTHER', picture('cert-03'))
    await at.delete(json.image.id)
    await at.upload('OTHER', picture('cert-03'))
    await at.returned('EDU_DIPLOMA')
    await at.upload('EDU_DIPLOMA', await freshPicture('diploma-02')).then(({ status }) => {
      assert.oneOf(status, [201, 409])
    })
    const { images, id } = await at.item('EDU_DIPLOMA')
    await at.delete(images[0].id)
    await at.tab.put(`/sh/dossier/items/${id}/answer`, { because: '已重新拍摄' })
    if (images.length === 1) await at.upload('EDU_DIPLOMA', await freshPicture('diploma-02'))
    await at.submit()
    while ((await at.row()).state === 'submitted') await at.accept()

    const row = await at.row()
    assert.equal(row.state, 'approved')
    const entries = await at.audit()
    assert.isNull(await firstBroken(at), 'every hash follows from the row and the one before')
    assert.deepEqual(
      entries.map(({ seq }) => seq),
      entries.map((_, i) => i + 1)
    )
    assert.deepEqual(
      entries.map(({ payload }) => JSON.parse(payload).version),
      entries.map((_, i) => i + 1),
      'one entry for each version, in order'
    )
    assert.equal(entries.at(-1).seq, row.version)
    const told = entries.map(({ action }) => action)
    for (const action of ['open', 'add_image', 'delete_image', 'submit', 'claim', 'finish']) {
      assert.include(told, action)
    }
    const states = entries.map(({ payload }) => JSON.parse(payload))
    for (const [i, { from }] of states.entries()) {
      if (i > 0) assert.equal(from, states[i - 1].to, `entry ${i + 1} begins where ${i} ended`)
    }
  })

  test('names the row that somebody changed behind our back', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    assert.isNull(await firstBroken(at))
    const forge = async (seq: number, change: Partial<AuditEntry>) =>
      at.inRegion(async () => {
        const { id } = await at.row()
        const entry = await AuditEntry.query()
          .where({ chain: `dossier:${id}`, seq })
          .firstOrFail()
        const { payload, at: when, actorId } = entry
        await entry.merge(change).save()
        return () => at.inRegion(() => entry.merge({ payload, at: when, actorId }).save())
      })
    for (const change of [
      { payload: { forged: true } },
      { at: 1 },
      { actorId: 'somebody' },
    ] as Partial<AuditEntry>[]) {
      const undo = await forge(3, change)
      assert.equal(await firstBroken(at), 3)
      await undo()
      assert.isNull(await firstBroken(at))
    }
  })

  test('a second writer at the same place is refused', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.row()
    const refused = await at.inRegion(async () => {
      const first = await AuditEntry.query().where('chain', `dossier:${id}`).firstOrFail()
      const { chain, seq, actorKind, actorId, action, payload, previousHash, hash } = first
      return AuditEntry.create({
        chain,
        seq,
        at: clock.now(),
        actorKind,
        actorId,
        action,
        payload,
        previousHash,
        hash,
      }).catch((error) => error)
    })
    assert.isTrue(isUniqueViolation(refused))
  })

  test('an entry goes with its transaction: what is rolled back leaves none', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const { id } = await at.row()
    const entry = {
      chain: `dossier:${id}`,
      at: clock.now(),
      actor: { kind: 'system', id: 'clock' },
      action: 'never',
      payload: {},
    }
    await at
      .inRegion(() =>
        transaction(async (trx) => {
          await appendAuditEntry(trx, entry)
          throw new Error('something fails later')
        })
      )
      .catch(() => {})
    assert.lengthOf(await at.audit(), 1)
  })

  test('a refused step leaves no entry', async ({ assert }) => {
    const at = await AtDossier.open()
    await at.submit()
    await at.upload('EDU_DEGREE', picture())
    assert.lengthOf(await at.audit(), 1)
  })

  test('holds no name, ID number or phone number', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const text = JSON.stringify(await at.audit())
    for (const secret of Object.values(at.known.person)) assert.notInclude(text, secret)
  })

  test('every outbox row belongs to an entry of the same version', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const versions = new Map(
      (await at.audit()).map(({ payload }) => {
        const { version, to } = JSON.parse(payload)
        return [version, to]
      })
    )
    const effects = await at.rows('outbox')
    assert.isAtLeast(effects.length, 2)
    for (const { version, kind } of effects) {
      const [, template] = kind.split('.')
      assert.equal(versions.get(version), template)
    }
  })
})

/** Recomputes a chain from its stored rows; seq of the first that does not follow, or null. */
async function firstBroken(at: AtDossier): Promise<number | null> {
  const { id } = await at.row()
  const rows = await rowsOf('audit_entries', { chain: `dossier:${id}` }, 'seq')
  let previous = '0'.repeat(64)
  for (const row of rows) {
    const facts = {
      chain: row.chain,
      at: Number(row.at),
      actor: { kind: row.actor_kind, id: row.actor_id },
      action: row.action,
      payload: JSON.parse(row.payload),
    }
    const hash = auditHash(previous, row.region_id, row.seq, facts)
    if (row.previous_hash !== previous || row.hash !== hash) return row.seq
    previous = hash
  }
  return null
}
