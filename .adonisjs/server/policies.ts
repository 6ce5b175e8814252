export const policies = {
  AdministrationPlatformPolicy: () => import('#app/administration/policies/platform_policy'),
  CatalogPolicy: () => import('#app/catalog/policies/catalog_policy'),
  DossierPolicy: () => import('#app/dossiers/policies/dossier_policy'),
  IdentityPeoplePolicy: () => import('#app/identity/policies/people_policy'),
  RegionPolicy: () => import('#app/regions/policies/region_policy'),
  ReportPolicy: () => import('#app/reports/policies/report_policy'),
  ReviewQueuePolicy: () => import('#app/review/policies/queue_policy'),
}

