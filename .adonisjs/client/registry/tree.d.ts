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
    staffHomes: {
      show: typeof routes['identity.staff_homes.show']
    }
  }
  regions: {
    regions: {
      index: typeof routes['regions.regions.index']
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
  dossiers: {
    portal: {
      show: typeof routes['dossiers.portal.show']
    }
    imageFiles: {
      show: typeof routes['dossiers.image_files.show']
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
    }
    submissions: {
      store: typeof routes['dossiers.submissions.store']
    }
  }
  review: {
    queue: {
      show: typeof routes['review.queue.show']
    }
    nextClaims: {
      store: typeof routes['review.next_claims.store']
    }
    dossiers: {
      show: typeof routes['review.dossiers.show']
    }
    claims: {
      store: typeof routes['review.claims.store']
      destroy: typeof routes['review.claims.destroy']
    }
    verdicts: {
      update: typeof routes['review.verdicts.update']
      destroy: typeof routes['review.verdicts.destroy']
    }
    reviews: {
      store: typeof routes['review.reviews.store']
    }
  }
}
