import { test } from '@japa/runner'
import CheckUpload from '#app/dossiers/actions/check_upload'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import { clock } from '#app/shared/clock'
import { keepSeason, switchUploads } from '#tests/support/season_rules'
import { inSharedWorld, signedInCandidate } from '#tests/support/world'
import {
  addImage,
  count,
  deleteImage,
  draft,
  filledDraft,
  here,
  itemOf,
  onRaceGround,
  PARALLEL,
  race,
  read,
  REGION,
  submit,
  times,
  type Ground,
} from '#tests/concurrency/support/ground'
import {
  LAYERS,
  meeting,
  OFF,
  withStaleSeason,
  type Protection,
} from '#tests/concurrency/support/protection'
import { assertSound } from '#tests/concurrency/support/soundness'

const ID_CARD = 'ID_RESIDENT'

/** A complete dossier with a picture to add to and one to delete from. */
async function readyToSubmit() {
  const ground = await filledDraft()
  const { core } = await read(ground)
  const given = core.items.find(({ images, min }) => images.length > 0 && images.length === min)!
  const roomy = core.items.find(({ need, max }) => need === 'optional' && max > 1)!
  return { ground, roomy: roomy.id, given: given.id, image: given.images[0].id }
}

const submitTwice = async (ground: Ground, protection: Protection, n = 2) =>
  meeting(n, protection, () => race(times(n, () => () => submit(ground))))

async function submitAndUpload(protection: Protection) {
  const { ground, roomy } = await readyToSubmit()
  const results = await meeting(2, protection, () =>
    race([() => submit(ground), () => addImage(ground, roomy)])
  )
  return { ground, ...results }
}

async function submitAndDelete(protection: Protection) {
  const { ground, given, image } = await readyToSubmit()
  const results = await meeting(2, protection, () =>
    race([() => submit(ground), () => deleteImage(ground, given, image)])
  )
  return { ground, ...results }
}

async function fillLastPlace(protection: Protection) {
  const ground = await draft()
  const card = await itemOf(ground, ID_CARD)
  await addImage(ground, card, 'portrait')
  const results = await meeting(4, protection, () =>
    race(times(4, () => () => addImage(ground, card)))
  )
  return { card, ...results }
}

async function openAtOnce(n: number, protection: Protection) {
  const { registration } = await signedInCandidate(REGION)
  const { won } = await meeting(1, protection, () =>
    race(times(n, () => () => here(() => new OpenDossier().handle(registration))))
  )
  return { registration, won }
}

test.group('Races of one candidate', (group) => {
  onRaceGround(group)

  test('submit × submit: one receipt under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const ground = await filledDraft()
      const { won, refused } = await submitTwice(ground, protection, 4)
      assert.lengthOf(won, 1)
      assert.lengthOf(refused, 3)
      assert.equal(await count('submissions', { dossier_id: ground.id }), 1)
      assert.equal(await count('outbox', { dossier_id: ground.id }), 1)
      assert.equal((await read(ground)).row.state, 'submitted')
    })

  test('submit × upload: the receipt covers the picture or the picture is refused, under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const { ground, won, refused } = await submitAndUpload(protection)
      const { row } = await read(ground)
      if (row.state === 'submitted') assert.isTrue(won.some(({ receipt }) => receipt !== null))
      // The submission that loses to the upload is not tried again: the set is not what was ticked.
      else assert.deepEqual(refused, ['STATE_MOVED_ON'])
      assert.isAtLeast(won.length, 1)
    })

  test('submit × delete: one of the two, under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const { ground, won, refused } = await submitAndDelete(protection)
      assert.lengthOf(won, 1)
      assert.lengthOf(refused, 1)
      const { state } = (await read(ground)).row
      assert.equal(state, won[0].receipt ? 'submitted' : 'draft')
    })

  test('upload × upload into the last place of an ID card: never a third picture, under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const { card, won, refused } = await fillLastPlace(protection)
      assert.lengthOf(won, 1)
      assert.lengthOf(refused, 3)
      assert.equal(await count('image_places', { item_id: card }), 2)
    })

  test('three uploads at once all succeed, decided anew where they collide, under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const ground = await draft()
      const { items } = await read(ground)
      const asked = items.filter(({ need }) => need === 'required').slice(0, 3)
      const { won } = await meeting(3, protection, () =>
        race(
          asked.map(
            ({ id }) =>
              () =>
                addImage(ground, id)
          )
        )
      )
      assert.lengthOf(won, 3)
      assert.deepEqual(won.map(({ version }) => version).sort(), [2, 3, 4])
    })

  test('open × open: one dossier with one list', async ({ assert }) => {
    const { registration, won } = await openAtOnce(6, LAYERS[0].protection)
    assert.lengthOf(won, 6)
    assert.lengthOf(new Set(won.map(({ id }) => id)), 1)
    assert.equal(await count('dossiers', { registration_id: registration.id }), 1)
  })
})

if (PARALLEL) {
  test.group('The same without protection', (group) => {
    inSharedWorld(group)

    test('submit × submit gives two receipts', async ({ assert }) => {
      const ground = await filledDraft()
      const { won } = await submitTwice(ground, OFF)
      assert.lengthOf(won, 2)
      await assert.rejects(assertSound)
    })

    test('submit × upload changes a set that is locked', async ({ assert }) => {
      const { won } = await submitAndUpload(OFF)
      assert.lengthOf(won, 2)
      await assert.rejects(assertSound)
    })

    test('submit × delete submits a picture that is gone', async ({ assert }) => {
      const { won } = await submitAndDelete(OFF)
      assert.lengthOf(won, 2)
      await assert.rejects(assertSound)
    })

    test('upload × upload puts a third picture on an ID card', async ({ assert }) => {
      const { card } = await fillLastPlace(OFF)
      assert.isAbove(await count('image_places', { item_id: card }), 2)
    })

    test('open × open gives a candidate two dossiers', async ({ assert }) => {
      const { registration } = await openAtOnce(2, OFF)
      assert.equal(await count('dossiers', { registration_id: registration.id }), 2)
    })
  })
}

test.group('The season is asked again under the lock', (group) => {
  onRaceGround(group)
  group.each.setup(() => keepSeason(REGION))

  /** An upload that was let in, whose gate comes after the region has switched uploading off. */
  async function afterSwitchOff() {
    const ground = await draft()
    const { items } = await read(ground)
    const { id: item } = items.find(({ need }) => need === 'required')!
    await here(() => new CheckUpload().handle(ground.candidate.id, item, clock.now(), null))
    await switchUploads(REGION, false)
    return { ground, upload: () => addImage(ground, item) }
  }

  test('switched off between check and gate: nothing comes in', async ({ assert }) => {
    const { ground, upload } = await afterSwitchOff()
    const { won, refused } = await race([upload])
    assert.deepEqual([won.length, refused], [0, ['ITEM_LOCKED']])
    assert.lengthOf((await read(ground)).images, 0)
  })

  test('without that, a picture comes into a season that is closed', async ({ assert }) => {
    const { won, images } = await withStaleSeason(async () => {
      const { ground, upload } = await afterSwitchOff()
      return { ...(await race([upload])), images: (await read(ground)).images }
    })
    assert.lengthOf(won, 1)
    assert.lengthOf(images, 1)
  })
})
