/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  shared: {
    preferences: {
      update: typeof routes['shared.preferences.update']
    }
    health: {
      live: typeof routes['shared.health.live']
      ready: typeof routes['shared.health.ready']
    }
  }
  identity: {
    signIns: {
      store: typeof routes['identity.sign_ins.store']
      create: typeof routes['identity.sign_ins.create']
    }
    sessions: {
      destroy: typeof routes['identity.sessions.destroy']
      show: typeof routes['identity.sessions.show']
    }
    staffSessions: {
      create: typeof routes['identity.staff_sessions.create']
      store: typeof routes['identity.staff_sessions.store']
      destroy: typeof routes['identity.staff_sessions.destroy']
    }
    signInCodes: {
      create: typeof routes['identity.sign_in_codes.create']
      store: typeof routes['identity.sign_in_codes.store']
    }
    secondFactors: {
      create: typeof routes['identity.second_factors.create']
      store: typeof routes['identity.second_factors.store']
      destroy: typeof routes['identity.second_factors.destroy']
    }
    staffLinks: {
      show: typeof routes['identity.staff_links.show']
      store: typeof routes['identity.staff_links.store']
    }
    staffAccounts: {
      show: typeof routes['identity.staff_accounts.show']
    }
    staffPasswords: {
      update: typeof routes['identity.staff_passwords.update']
    }
    mailAddresses: {
      update: typeof routes['identity.mail_addresses.update']
    }
    idNumbers: {
      update: typeof routes['identity.id_numbers.update']
      destroy: typeof routes['identity.id_numbers.destroy']
    }
    devices: {
      clear: typeof routes['identity.devices.clear']
      destroy: typeof routes['identity.devices.destroy']
    }
    recoveryCodes: {
      show: typeof routes['identity.recovery_codes.show']
      store: typeof routes['identity.recovery_codes.store']
    }
    people: {
      index: typeof routes['identity.people.index']
      store: typeof routes['identity.people.store']
      destroy: typeof routes['identity.people.destroy']
    }
    staffRoles: {
      update: typeof routes['identity.staff_roles.update']
    }
    suspensions: {
      store: typeof routes['identity.suspensions.store']
      destroy: typeof routes['identity.suspensions.destroy']
    }
    passwordLinks: {
      store: typeof routes['identity.password_links.store']
    }
    secondFactorResets: {
      store: typeof routes['identity.second_factor_resets.store']
      update: typeof routes['identity.second_factor_resets.update']
      destroy: typeof routes['identity.second_factor_resets.destroy']
    }
  }
  regions: {
    regions: {
      index: typeof routes['regions.regions.index']
    }
    seasonChanges: {
      index: typeof routes['regions.season_changes.index']
    }
    notices: {
      show: typeof routes['regions.notices.show']
    }
    noticeReads: {
      store: typeof routes['regions.notice_reads.store']
    }
  }
  messages: {
    messageReads: {
      store: typeof routes['messages.message_reads.store']
    }
  }
  catalog: {
    sampleFiles: {
      show: typeof routes['catalog.sample_files.show']
    }
    materials: {
      index: typeof routes['catalog.materials.index']
      create: typeof routes['catalog.materials.create']
      store: typeof routes['catalog.materials.store']
      show: typeof routes['catalog.materials.show']
      update: typeof routes['catalog.materials.update']
      destroy: typeof routes['catalog.materials.destroy']
    }
    materialChanges: {
      destroy: typeof routes['catalog.material_changes.destroy']
    }
    conditionReadings: {
      store: typeof routes['catalog.condition_readings.store']
    }
    previews: {
      show: typeof routes['catalog.previews.show']
    }
    drafts: {
      show: typeof routes['catalog.drafts.show']
      destroy: typeof routes['catalog.drafts.destroy']
      update: typeof routes['catalog.drafts.update']
    }
    draftPreviews: {
      store: typeof routes['catalog.draft_previews.store']
    }
    draftImports: {
      store: typeof routes['catalog.draft_imports.store']
    }
    releaseFiles: {
      show: typeof routes['catalog.release_files.show']
    }
    baseCatalog: {
      show: typeof routes['catalog.base_catalog.show']
    }
    baseHistory: {
      index: typeof routes['catalog.base_history.index']
    }
    baseVersions: {
      store: typeof routes['catalog.base_versions.store']
    }
    baseMaterials: {
      create: typeof routes['catalog.base_materials.create']
      store: typeof routes['catalog.base_materials.store']
      show: typeof routes['catalog.base_materials.show']
      update: typeof routes['catalog.base_materials.update']
      destroy: typeof routes['catalog.base_materials.destroy']
    }
    baseConditionReadings: {
      store: typeof routes['catalog.base_condition_readings.store']
    }
  }
  registrations: {
    phoneConfirmations: {
      store: typeof routes['registrations.phone_confirmations.store']
    }
  }
  dossiers: {
    portal: {
      show: typeof routes['dossiers.portal.show']
    }
    imageFiles: {
      show: typeof routes['dossiers.image_files.show']
    }
    handoverPages: {
      show: typeof routes['dossiers.handover_pages.show']
    }
    handoverImages: {
      store: typeof routes['dossiers.handover_images.store']
      show: typeof routes['dossiers.handover_images.show']
    }
    dossiers: {
      show: typeof routes['dossiers.dossiers.show']
      store: typeof routes['dossiers.dossiers.store']
    }
    images: {
      store: typeof routes['dossiers.images.store']
      destroy: typeof routes['dossiers.images.destroy']
    }
    items: {
      want: typeof routes['dossiers.items.want']
      answer: typeof routes['dossiers.items.answer']
      declare: typeof routes['dossiers.items.declare']
    }
    imageOrders: {
      update: typeof routes['dossiers.image_orders.update']
    }
    handovers: {
      store: typeof routes['dossiers.handovers.store']
      show: typeof routes['dossiers.handovers.show']
      destroy: typeof routes['dossiers.handovers.destroy']
    }
    answers: {
      update: typeof routes['dossiers.answers.update']
    }
    answerPreviews: {
      store: typeof routes['dossiers.answer_previews.store']
    }
    submissions: {
      store: typeof routes['dossiers.submissions.store']
    }
    recalls: {
      store: typeof routes['dossiers.recalls.store']
    }
    withdrawals: {
      store: typeof routes['dossiers.withdrawals.store']
    }
  }
  review: {
    staffHomes: {
      show: typeof routes['review.staff_homes.show']
    }
    queue: {
      show: typeof routes['review.queue.show']
    }
    secondLooks: {
      index: typeof routes['review.second_looks.index']
    }
    phoneCalls: {
      index: typeof routes['review.phone_calls.index']
      store: typeof routes['review.phone_calls.store']
    }
    assistedUploads: {
      index: typeof routes['review.assisted_uploads.index']
      find: typeof routes['review.assisted_uploads.find']
      show: typeof routes['review.assisted_uploads.show']
    }
    assistedImages: {
      store: typeof routes['review.assisted_images.store']
      destroy: typeof routes['review.assisted_images.destroy']
    }
    queueNews: {
      show: typeof routes['review.queue_news.show']
    }
    savedFilters: {
      update: typeof routes['review.saved_filters.update']
      destroy: typeof routes['review.saved_filters.destroy']
    }
    nextClaims: {
      store: typeof routes['review.next_claims.store']
    }
    claimBatches: {
      store: typeof routes['review.claim_batches.store']
    }
    dossiers: {
      show: typeof routes['review.dossiers.show']
    }
    claims: {
      store: typeof routes['review.claims.store']
      update: typeof routes['review.claims.update']
      destroy: typeof routes['review.claims.destroy']
    }
    verdicts: {
      update: typeof routes['review.verdicts.update']
      destroy: typeof routes['review.verdicts.destroy']
    }
    reviews: {
      store: typeof routes['review.reviews.store']
    }
    takeovers: {
      store: typeof routes['review.takeovers.store']
    }
    conflicts: {
      store: typeof routes['review.conflicts.store']
    }
    returns: {
      destroy: typeof routes['review.returns.destroy']
    }
    stepBacks: {
      store: typeof routes['review.step_backs.store']
    }
    proposals: {
      store: typeof routes['review.proposals.store']
      confirm: typeof routes['review.proposals.confirm']
      refuse: typeof routes['review.proposals.refuse']
    }
    holds: {
      store: typeof routes['review.holds.store']
      destroy: typeof routes['review.holds.destroy']
    }
    reinstatements: {
      store: typeof routes['review.reinstatements.store']
    }
    reveals: {
      store: typeof routes['review.reveals.store']
    }
    phoneReveals: {
      store: typeof routes['review.phone_reveals.store']
    }
  }
  reports: {
    statistics: {
      show: typeof routes['reports.statistics.show']
    }
    statisticsTables: {
      show: typeof routes['reports.statistics_tables.show']
    }
    exports: {
      index: typeof routes['reports.exports.index']
      store: typeof routes['reports.exports.store']
      show: typeof routes['reports.exports.show']
    }
    archives: {
      show: typeof routes['reports.archives.show']
    }
    prints: {
      show: typeof routes['reports.prints.show']
    }
  }
  administration: {
    platform: {
      show: typeof routes['administration.platform.show']
    }
    regions: {
      index: typeof routes['administration.regions.index']
      create: typeof routes['administration.regions.create']
      store: typeof routes['administration.regions.store']
    }
    regionImports: {
      create: typeof routes['administration.region_imports.create']
      store: typeof routes['administration.region_imports.store']
    }
    regionPreviews: {
      store: typeof routes['administration.region_previews.store']
    }
    catalogSamples: {
      store: typeof routes['administration.catalog_samples.store']
      destroy: typeof routes['administration.catalog_samples.destroy']
    }
    releases: {
      index: typeof routes['administration.releases.index']
      show: typeof routes['administration.releases.show']
    }
    restorations: {
      store: typeof routes['administration.restorations.store']
    }
    releaseMoves: {
      store: typeof routes['administration.release_moves.store']
    }
    publications: {
      create: typeof routes['administration.publications.create']
      store: typeof routes['administration.publications.store']
    }
    examPoints: {
      index: typeof routes['administration.exam_points.index']
      store: typeof routes['administration.exam_points.store']
      update: typeof routes['administration.exam_points.update']
      destroy: typeof routes['administration.exam_points.destroy']
    }
    seasons: {
      current: typeof routes['administration.seasons.current']
      index: typeof routes['administration.seasons.index']
      store: typeof routes['administration.seasons.store']
      show: typeof routes['administration.seasons.show']
    }
    currentSeasons: {
      update: typeof routes['administration.current_seasons.update']
    }
    seasonSettings: {
      uploads: typeof routes['administration.season_settings.uploads']
      staffUploads: typeof routes['administration.season_settings.staff_uploads']
      calendar: typeof routes['administration.season_settings.calendar']
      button: typeof routes['administration.season_settings.button']
      audience: typeof routes['administration.season_settings.audience']
      notifications: typeof routes['administration.season_settings.notifications']
    }
    extensionPreviews: {
      store: typeof routes['administration.extension_previews.store']
    }
    extensions: {
      store: typeof routes['administration.extensions.store']
    }
    notices: {
      index: typeof routes['administration.notices.index']
      store: typeof routes['administration.notices.store']
      update: typeof routes['administration.notices.update']
      destroy: typeof routes['administration.notices.destroy']
    }
    noticeOrders: {
      update: typeof routes['administration.notice_orders.update']
    }
    noticePreviews: {
      store: typeof routes['administration.notice_previews.store']
    }
    contacts: {
      index: typeof routes['administration.contacts.index']
      update: typeof routes['administration.contacts.update']
    }
  }
}
