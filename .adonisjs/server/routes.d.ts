import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'shared.preferences.update': { paramsTuple?: []; params?: {} }
    'shared.health.live': { paramsTuple?: []; params?: {} }
    'shared.health.ready': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.store': { paramsTuple?: []; params?: {} }
    'identity.sessions.destroy': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.sessions.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.staff_sessions.create': { paramsTuple?: []; params?: {} }
    'identity.staff_sessions.store': { paramsTuple?: []; params?: {} }
    'identity.sign_in_codes.create': { paramsTuple?: []; params?: {} }
    'identity.sign_in_codes.store': { paramsTuple?: []; params?: {} }
    'identity.second_factors.create': { paramsTuple?: []; params?: {} }
    'identity.second_factors.store': { paramsTuple?: []; params?: {} }
    'identity.staff_links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.staff_links.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.staff_sessions.destroy': { paramsTuple?: []; params?: {} }
    'identity.staff_accounts.show': { paramsTuple?: []; params?: {} }
    'identity.staff_passwords.update': { paramsTuple?: []; params?: {} }
    'identity.mail_addresses.update': { paramsTuple?: []; params?: {} }
    'identity.id_numbers.update': { paramsTuple?: []; params?: {} }
    'identity.id_numbers.destroy': { paramsTuple?: []; params?: {} }
    'identity.devices.clear': { paramsTuple?: []; params?: {} }
    'identity.devices.destroy': { paramsTuple: [ParamValue]; params: {'device': ParamValue} }
    'identity.second_factors.destroy': { paramsTuple?: []; params?: {} }
    'identity.recovery_codes.show': { paramsTuple?: []; params?: {} }
    'identity.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'identity.people.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.people.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.people.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.staff_roles.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.suspensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.suspensions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.password_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.second_factor_resets.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.second_factor_resets.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue,'reset': ParamValue} }
    'identity.second_factor_resets.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue,'reset': ParamValue} }
    'regions.regions.index': { paramsTuple?: []; params?: {} }
    'regions.season_changes.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'regions.notices.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'regions.notice_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'messages.message_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'message': ParamValue} }
    'catalog.sample_files.show': { paramsTuple: [ParamValue]; params: {'sample': ParamValue} }
    'catalog.materials.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.materials.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.materials.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.materials.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue} }
    'catalog.materials.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue} }
    'catalog.materials.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue} }
    'catalog.material_changes.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue,'change': ParamValue} }
    'catalog.condition_readings.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.previews.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.drafts.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.drafts.destroy': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.drafts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'section': ParamValue} }
    'catalog.draft_previews.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.draft_imports.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.release_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'catalog.base_catalog.show': { paramsTuple?: []; params?: {} }
    'catalog.base_history.index': { paramsTuple?: []; params?: {} }
    'catalog.base_versions.store': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.create': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.store': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.show': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'catalog.base_materials.update': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'catalog.base_materials.destroy': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'catalog.base_condition_readings.store': { paramsTuple?: []; params?: {} }
    'registrations.phone_confirmations.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.portal.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.image_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue,'derivative': ParamValue} }
    'dossiers.handover_pages.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue} }
    'dossiers.handover_images.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue,'item': ParamValue} }
    'dossiers.handover_images.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue,'image': ParamValue} }
    'dossiers.dossiers.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.dossiers.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.images.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue} }
    'dossiers.items.want': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.items.answer': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.image_orders.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.handovers.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.handovers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'handover': ParamValue} }
    'dossiers.handovers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'handover': ParamValue} }
    'dossiers.items.declare': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.answers.update': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.answer_previews.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.submissions.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.recalls.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.withdrawals.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.staff_homes.show': { paramsTuple?: []; params?: {} }
    'review.queue.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.second_looks.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.phone_calls.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.find': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.assisted_images.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'review.assisted_images.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'image': ParamValue} }
    'review.queue_news.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.saved_filters.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'saved': ParamValue} }
    'review.saved_filters.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'saved': ParamValue} }
    'review.next_claims.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.claim_batches.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.dossiers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.claims.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.claims.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.claims.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.verdicts.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'review.verdicts.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'review.reviews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.takeovers.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.conflicts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.returns.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.step_backs.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.proposals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.proposals.confirm': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'proposal': ParamValue} }
    'review.proposals.refuse': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'proposal': ParamValue} }
    'review.holds.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.holds.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.reinstatements.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.reveals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.phone_reveals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.phone_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'reports.statistics.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'reports.statistics_tables.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'table': ParamValue} }
    'reports.exports.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'reports.exports.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'reports.exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'export': ParamValue} }
    'reports.archives.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'reports.prints.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'administration.platform.show': { paramsTuple?: []; params?: {} }
    'administration.regions.index': { paramsTuple?: []; params?: {} }
    'administration.regions.create': { paramsTuple?: []; params?: {} }
    'administration.regions.store': { paramsTuple?: []; params?: {} }
    'administration.region_imports.create': { paramsTuple?: []; params?: {} }
    'administration.region_imports.store': { paramsTuple?: []; params?: {} }
    'administration.region_previews.store': { paramsTuple?: []; params?: {} }
    'administration.catalog_samples.store': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'administration.catalog_samples.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'material': ParamValue,'sample': ParamValue} }
    'administration.releases.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.releases.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'administration.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'administration.release_moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'administration.publications.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.publications.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.exam_points.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.exam_points.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.exam_points.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'point': ParamValue} }
    'administration.exam_points.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'point': ParamValue} }
    'administration.seasons.current': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.current_seasons.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.uploads': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.staff_uploads': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.calendar': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.button': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.audience': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.notifications': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.extension_previews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.extensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.notices.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.notices.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.notices.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'administration.notices.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'administration.notice_orders.update': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.notice_previews.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.contacts.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.contacts.update': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
  }
  PUT: {
    'shared.preferences.update': { paramsTuple?: []; params?: {} }
    'identity.staff_passwords.update': { paramsTuple?: []; params?: {} }
    'identity.mail_addresses.update': { paramsTuple?: []; params?: {} }
    'identity.id_numbers.update': { paramsTuple?: []; params?: {} }
    'identity.staff_roles.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.second_factor_resets.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue,'reset': ParamValue} }
    'catalog.materials.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue} }
    'catalog.drafts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'section': ParamValue} }
    'catalog.base_materials.update': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'dossiers.items.want': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.items.answer': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.image_orders.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.items.declare': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.answers.update': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.saved_filters.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'saved': ParamValue} }
    'review.claims.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.verdicts.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'administration.exam_points.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'point': ParamValue} }
    'administration.current_seasons.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.uploads': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.staff_uploads': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.calendar': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.button': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.audience': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.season_settings.notifications': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.notices.update': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'administration.notice_orders.update': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.contacts.update': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
  }
  GET: {
    'shared.health.live': { paramsTuple?: []; params?: {} }
    'shared.health.ready': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.store': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.sessions.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.staff_sessions.create': { paramsTuple?: []; params?: {} }
    'identity.sign_in_codes.create': { paramsTuple?: []; params?: {} }
    'identity.second_factors.create': { paramsTuple?: []; params?: {} }
    'identity.staff_links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.staff_accounts.show': { paramsTuple?: []; params?: {} }
    'identity.recovery_codes.show': { paramsTuple?: []; params?: {} }
    'identity.people.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'regions.regions.index': { paramsTuple?: []; params?: {} }
    'regions.season_changes.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'regions.notices.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'catalog.sample_files.show': { paramsTuple: [ParamValue]; params: {'sample': ParamValue} }
    'catalog.materials.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.materials.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.materials.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue} }
    'catalog.previews.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.drafts.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.release_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'catalog.base_catalog.show': { paramsTuple?: []; params?: {} }
    'catalog.base_history.index': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.create': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.show': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'dossiers.portal.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.image_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue,'derivative': ParamValue} }
    'dossiers.handover_pages.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue} }
    'dossiers.handover_images.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue,'image': ParamValue} }
    'dossiers.dossiers.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.handovers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'handover': ParamValue} }
    'review.staff_homes.show': { paramsTuple?: []; params?: {} }
    'review.queue.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.second_looks.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.phone_calls.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.queue_news.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.dossiers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'reports.statistics.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'reports.statistics_tables.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'table': ParamValue} }
    'reports.exports.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'reports.exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'export': ParamValue} }
    'reports.archives.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'reports.prints.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'administration.platform.show': { paramsTuple?: []; params?: {} }
    'administration.regions.index': { paramsTuple?: []; params?: {} }
    'administration.regions.create': { paramsTuple?: []; params?: {} }
    'administration.region_imports.create': { paramsTuple?: []; params?: {} }
    'administration.releases.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.releases.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'administration.publications.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.exam_points.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.current': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.notices.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.contacts.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
  }
  HEAD: {
    'shared.health.live': { paramsTuple?: []; params?: {} }
    'shared.health.ready': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.store': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.sessions.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.staff_sessions.create': { paramsTuple?: []; params?: {} }
    'identity.sign_in_codes.create': { paramsTuple?: []; params?: {} }
    'identity.second_factors.create': { paramsTuple?: []; params?: {} }
    'identity.staff_links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.staff_accounts.show': { paramsTuple?: []; params?: {} }
    'identity.recovery_codes.show': { paramsTuple?: []; params?: {} }
    'identity.people.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'regions.regions.index': { paramsTuple?: []; params?: {} }
    'regions.season_changes.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'regions.notices.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'catalog.sample_files.show': { paramsTuple: [ParamValue]; params: {'sample': ParamValue} }
    'catalog.materials.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.materials.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.materials.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue} }
    'catalog.previews.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.drafts.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.release_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'catalog.base_catalog.show': { paramsTuple?: []; params?: {} }
    'catalog.base_history.index': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.create': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.show': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'dossiers.portal.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.image_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue,'derivative': ParamValue} }
    'dossiers.handover_pages.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue} }
    'dossiers.handover_images.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue,'image': ParamValue} }
    'dossiers.dossiers.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.handovers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'handover': ParamValue} }
    'review.staff_homes.show': { paramsTuple?: []; params?: {} }
    'review.queue.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.second_looks.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.phone_calls.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.queue_news.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.dossiers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'reports.statistics.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'reports.statistics_tables.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'table': ParamValue} }
    'reports.exports.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'reports.exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'export': ParamValue} }
    'reports.archives.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'reports.prints.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'administration.platform.show': { paramsTuple?: []; params?: {} }
    'administration.regions.index': { paramsTuple?: []; params?: {} }
    'administration.regions.create': { paramsTuple?: []; params?: {} }
    'administration.region_imports.create': { paramsTuple?: []; params?: {} }
    'administration.releases.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.releases.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'administration.publications.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.exam_points.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.current': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.notices.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.contacts.index': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
  }
  POST: {
    'identity.sessions.destroy': { paramsTuple?: []; params?: {} }
    'identity.staff_sessions.store': { paramsTuple?: []; params?: {} }
    'identity.sign_in_codes.store': { paramsTuple?: []; params?: {} }
    'identity.second_factors.store': { paramsTuple?: []; params?: {} }
    'identity.staff_links.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.staff_sessions.destroy': { paramsTuple?: []; params?: {} }
    'identity.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'identity.people.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.suspensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.password_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.second_factor_resets.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'regions.notice_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'messages.message_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'message': ParamValue} }
    'catalog.materials.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.condition_readings.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.draft_previews.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.draft_imports.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.base_versions.store': { paramsTuple?: []; params?: {} }
    'catalog.base_materials.store': { paramsTuple?: []; params?: {} }
    'catalog.base_condition_readings.store': { paramsTuple?: []; params?: {} }
    'registrations.phone_confirmations.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.handover_images.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'link': ParamValue,'item': ParamValue} }
    'dossiers.dossiers.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.images.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.handovers.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.answer_previews.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.submissions.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.recalls.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.withdrawals.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_uploads.find': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.assisted_images.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'review.next_claims.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.claim_batches.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.claims.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.reviews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.takeovers.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.conflicts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.step_backs.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.proposals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.proposals.confirm': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'proposal': ParamValue} }
    'review.proposals.refuse': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'proposal': ParamValue} }
    'review.holds.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.reinstatements.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.reveals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.phone_reveals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.phone_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'reports.exports.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.regions.store': { paramsTuple?: []; params?: {} }
    'administration.region_imports.store': { paramsTuple?: []; params?: {} }
    'administration.region_previews.store': { paramsTuple?: []; params?: {} }
    'administration.catalog_samples.store': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'administration.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'administration.release_moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'release': ParamValue} }
    'administration.publications.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.exam_points.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.seasons.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.extension_previews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.extensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'season': ParamValue} }
    'administration.notices.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'administration.notice_previews.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
  }
  DELETE: {
    'identity.id_numbers.destroy': { paramsTuple?: []; params?: {} }
    'identity.devices.clear': { paramsTuple?: []; params?: {} }
    'identity.devices.destroy': { paramsTuple: [ParamValue]; params: {'device': ParamValue} }
    'identity.second_factors.destroy': { paramsTuple?: []; params?: {} }
    'identity.people.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.suspensions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue} }
    'identity.second_factor_resets.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'person': ParamValue,'reset': ParamValue} }
    'catalog.materials.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue} }
    'catalog.material_changes.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'material': ParamValue,'change': ParamValue} }
    'catalog.drafts.destroy': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'catalog.base_materials.destroy': { paramsTuple: [ParamValue]; params: {'material': ParamValue} }
    'dossiers.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue} }
    'dossiers.handovers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'handover': ParamValue} }
    'review.assisted_images.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'image': ParamValue} }
    'review.saved_filters.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'saved': ParamValue} }
    'review.claims.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.verdicts.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'review.returns.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.holds.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'administration.catalog_samples.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'material': ParamValue,'sample': ParamValue} }
    'administration.exam_points.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'point': ParamValue} }
    'administration.notices.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}