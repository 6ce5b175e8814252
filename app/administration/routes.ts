import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { administration } = controllers

router
  .group(() => {
    router.get('/', [administration.Platform, 'show'])
    router.get('regions', [administration.Regions, 'index'])
    router.get('regions/new', [administration.Regions, 'create'])
    router.post('regions', [administration.Regions, 'store'])
    router.get('region-imports/new', [administration.RegionImports, 'create'])
    router.post('region-imports', [administration.RegionImports, 'store'])
    router.post('region-previews', [administration.RegionPreviews, 'store'])
    router.post('catalog/materials/:material/samples', [administration.CatalogSamples, 'store'])
    router.delete('catalog/materials/:material/samples/:sample', [
      administration.CatalogSamples,
      'destroy',
    ])
  })
  .prefix('platform')
  .as('administration')
  .use(middleware.staff())

router
  .group(() => {
    router.get('releases', [administration.Releases, 'index'])
    router.get('releases/:release', [administration.Releases, 'show'])
    router.post('releases/:release/restorations', [administration.Restorations, 'store'])
    router.post('releases/:release/moves', [administration.ReleaseMoves, 'store'])
    router.get('publications/new', [administration.Publications, 'create'])
    router.post('publications', [administration.Publications, 'store'])
    router.get('points', [administration.ExamPoints, 'index'])
    router.post('points', [administration.ExamPoints, 'store'])
    router.put('points/:point', [administration.ExamPoints, 'update'])
    router.delete('points/:point', [administration.ExamPoints, 'destroy'])
    router.get('season', [administration.Seasons, 'current'])
    router.get('seasons', [administration.Seasons, 'index'])
    router.post('seasons', [administration.Seasons, 'store'])
    router.get('seasons/:season', [administration.Seasons, 'show'])
    router.put('seasons/:season/current', [administration.CurrentSeasons, 'update'])
    router.put('seasons/:season/uploads', [administration.SeasonSettings, 'uploads'])
    router.put('seasons/:season/staff-uploads', [administration.SeasonSettings, 'staffUploads'])
    router.put('seasons/:season/calendar', [administration.SeasonSettings, 'calendar'])
    router.put('seasons/:season/button', [administration.SeasonSettings, 'button'])
    router.put('seasons/:season/audience', [administration.SeasonSettings, 'audience'])
    router.put('seasons/:season/notifications', [administration.SeasonSettings, 'notifications'])
    router.post('seasons/:season/extension-previews', [administration.ExtensionPreviews, 'store'])
    router.post('seasons/:season/extensions', [administration.Extensions, 'store'])
    router.get('notices', [administration.Notices, 'index'])
    router.post('notices', [administration.Notices, 'store'])
    router.put('notices/:notice', [administration.Notices, 'update'])
    router.delete('notices/:notice', [administration.Notices, 'destroy'])
    router.put('notice-order', [administration.NoticeOrders, 'update'])
    router.post('notice-previews', [administration.NoticePreviews, 'store'])
    router.get('contacts', [administration.Contacts, 'index'])
    router.put('contacts', [administration.Contacts, 'update'])
  })
  .prefix(':region/staff')
  .as('administration')
  .use([middleware.region(), middleware.staff()])
