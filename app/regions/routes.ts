import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

router
  .group(() => {
    router.get('/', [controllers.regions.Regions, 'index'])
    router
      .get('/:region/season/changes', [controllers.regions.SeasonChanges, 'index'])
      .use(middleware.region())
    router
      .post('/:region/notices/:notice/reads', [controllers.regions.NoticeReads, 'store'])
      .use([middleware.region(), middleware.candidate()])
  })
  .as('regions')
