import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { review } = controllers

router
  .get('/staff', [review.StaffHomes, 'show'])
  .as('review.staff_homes.show')
  .use(middleware.staff())

router
  .group(() => {
    router.get('queue', [review.Queue, 'show'])
    router.get('second-looks', [review.SecondLooks, 'index'])
    router.get('phone-list', [review.PhoneCalls, 'index'])
    router.get('assisted-uploads', [review.AssistedUploads, 'index'])
    router.post('assisted-uploads', [review.AssistedUploads, 'find'])
    router.get('assisted-uploads/:dossier', [review.AssistedUploads, 'show'])
    router.post('assisted-uploads/:dossier/items/:item/images', [review.AssistedImages, 'store'])
    router.delete('assisted-uploads/:dossier/images/:image', [review.AssistedImages, 'destroy'])
    router.get('queue/news', [review.QueueNews, 'show'])
    router.put('filters/:saved', [review.SavedFilters, 'update'])
    router.delete('filters/:saved', [review.SavedFilters, 'destroy'])
    router.post('claims', [review.NextClaims, 'store'])
    router.post('claim-batches', [review.ClaimBatches, 'store'])
    router.get('dossiers/:dossier', [review.Dossiers, 'show'])
    router.post('dossiers/:dossier/claims', [review.Claims, 'store'])
    router.put('dossiers/:dossier/claims', [review.Claims, 'update'])
    router.delete('dossiers/:dossier/claims', [review.Claims, 'destroy'])
    router.put('dossiers/:dossier/verdicts/:item', [review.Verdicts, 'update'])
    router.delete('dossiers/:dossier/verdicts/:item', [review.Verdicts, 'destroy'])
    router.post('dossiers/:dossier/reviews', [review.Reviews, 'store'])
    router.post('dossiers/:dossier/takeovers', [review.Takeovers, 'store'])
    router.post('dossiers/:dossier/conflicts', [review.Conflicts, 'store'])
    router.delete('dossiers/:dossier/return', [review.Returns, 'destroy'])
    router.post('dossiers/:dossier/step-backs', [review.StepBacks, 'store'])
    router.post('dossiers/:dossier/proposals', [review.Proposals, 'store'])
    router.post('dossiers/:dossier/proposals/:proposal/confirmation', [review.Proposals, 'confirm'])
    router.post('dossiers/:dossier/proposals/:proposal/refusal', [review.Proposals, 'refuse'])
    router.post('dossiers/:dossier/hold', [review.Holds, 'store'])
    router.delete('dossiers/:dossier/hold', [review.Holds, 'destroy'])
    router.post('dossiers/:dossier/reinstatement', [review.Reinstatements, 'store'])
    router.post('dossiers/:dossier/reveals', [review.Reveals, 'store'])
    router.post('dossiers/:dossier/phone-reveals', [review.PhoneReveals, 'store'])
    router.post('dossiers/:dossier/phone-calls', [review.PhoneCalls, 'store'])
  })
  .prefix(':region/staff')
  .as('review')
  .use([middleware.region(), middleware.staff(), middleware.staffOfRegion()])
