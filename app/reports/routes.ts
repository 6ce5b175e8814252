import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { reports } = controllers

router
  .group(() => {
    router.get('statistics', [reports.Statistics, 'show'])
    router.get('statistics/tables/:table', [reports.StatisticsTables, 'show'])
    router.get('exports', [reports.Exports, 'index'])
    router.post('exports', [reports.Exports, 'store'])
    router.get('exports/:export', [reports.Exports, 'show'])
    router.get('dossiers/:dossier/archive', [reports.Archives, 'show'])
    router.get('dossiers/:dossier/print', [reports.Prints, 'show'])
  })
  .prefix(':region/staff')
  .as('reports')
  .use([middleware.region(), middleware.staff(), middleware.staffOfRegion()])
