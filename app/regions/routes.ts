import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { regions } = controllers

router
  .group(() => {
    router.get('/', [regions.Regions, 'index'])
    router.get('/:region/season/changes', [regions.SeasonChanges, 'index']).use(middleware.region())
    router
      .get('/:region/notices/:notice', [regions.Notices, 'show'])
      .use([middleware.region(), middleware.knowCandidate()])
    router
      .post('/:region/notices/:notice/reads', [regions.NoticeReads, 'store'])
      .use([middleware.region(), middleware.candidate()])
  })
  .as('regions')
