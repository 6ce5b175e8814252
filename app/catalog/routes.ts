import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { catalog } = controllers

/** So that `new` is no material, whatever is asked of it. */
const CODE = /^[A-Z][A-Z0-9_]*$/

router
  .get('samples/uploaded/:sample', [catalog.SampleFiles, 'show'])
  .where('sample', /^[0-9a-f-]{36}\.jpg$/)
  .as('catalog.sample_files.show')

router
  .group(() => {
    router.get('materials', [catalog.Materials, 'index'])
    router.get('materials/new', [catalog.Materials, 'create'])
    router.post('materials', [catalog.Materials, 'store'])
    router.get('materials/:material', [catalog.Materials, 'show'])
    router.put('materials/:material', [catalog.Materials, 'update'])
    router.delete('materials/:material', [catalog.Materials, 'destroy'])
    router.delete('materials/:material/changes/:change', [catalog.MaterialChanges, 'destroy'])
    router.post('condition-readings', [catalog.ConditionReadings, 'store'])
    router.get('preview', [catalog.Previews, 'show'])
    router.get('draft', [catalog.Drafts, 'show'])
    router.delete('draft', [catalog.Drafts, 'destroy'])
    router.put('draft/:section', [catalog.Drafts, 'update'])
    router.post('draft-previews', [catalog.DraftPreviews, 'store'])
    router.post('draft-imports', [catalog.DraftImports, 'store'])
    router.get('releases/:release/file', [catalog.ReleaseFiles, 'show'])
  })
  .where('material', CODE)
  .prefix(':region/staff')
  .as('catalog')
  .use([middleware.region(), middleware.staff()])

router
  .group(() => {
    router.get('catalog', [catalog.BaseCatalog, 'show'])
    router.get('catalog/history', [catalog.BaseHistory, 'index'])
    router.post('catalog/versions', [catalog.BaseVersions, 'store'])
    router.get('catalog/materials/new', [catalog.BaseMaterials, 'create'])
    router.post('catalog/materials', [catalog.BaseMaterials, 'store'])
    router.get('catalog/materials/:material', [catalog.BaseMaterials, 'show'])
    router.put('catalog/materials/:material', [catalog.BaseMaterials, 'update'])
    router.delete('catalog/materials/:material', [catalog.BaseMaterials, 'destroy'])
    router.post('condition-readings', [catalog.BaseConditionReadings, 'store'])
  })
  .where('material', CODE)
  .prefix('platform')
  .as('catalog')
  .use(middleware.staff())
