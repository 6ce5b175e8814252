import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { dossiers } = controllers

router
  .group(() => {
    router.get('/', [dossiers.Portal, 'show']).use(middleware.knowCandidate())
    router
      .get('images/:image/:derivative', [dossiers.ImageFiles, 'show'])
      .where('derivative', /^(thumbnail|preview|full)$/)
    router.get('handovers/:link', [dossiers.HandoverPages, 'show'])
    router.post('handovers/:link/items/:item/images', [dossiers.HandoverImages, 'store'])
    router.get('handovers/:link/images/:image', [dossiers.HandoverImages, 'show'])

    router
      .group(() => {
        router.get('dossier', [dossiers.Dossiers, 'show'])
        router.post('dossier', [dossiers.Dossiers, 'store'])
        router.post('dossier/items/:item/images', [dossiers.Images, 'store'])
        router.delete('dossier/images/:image', [dossiers.Images, 'destroy'])
        router.put('dossier/items/:item/want', [dossiers.Items, 'want'])
        router.put('dossier/items/:item/answer', [dossiers.Items, 'answer'])
        router.put('dossier/items/:item/order', [dossiers.ImageOrders, 'update'])
        router.post('dossier/handovers', [dossiers.Handovers, 'store'])
        router.get('dossier/handovers/:handover', [dossiers.Handovers, 'show'])
        router.delete('dossier/handovers/:handover', [dossiers.Handovers, 'destroy'])
        router.put('dossier/items/:item/declaration', [dossiers.Items, 'declare'])
        router.put('dossier/answers', [dossiers.Answers, 'update'])
        router.post('dossier/answer-previews', [dossiers.AnswerPreviews, 'store'])
        router.post('dossier/submissions', [dossiers.Submissions, 'store'])
        router.post('dossier/recall', [dossiers.Recalls, 'store'])
        router.post('dossier/withdrawal', [dossiers.Withdrawals, 'store'])
      })
      .use(middleware.candidate())
  })
  .prefix(':region')
  .as('dossiers')
  .use(middleware.region())
