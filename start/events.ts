import emitter from '@adonisjs/core/services/emitter'
import ReleasePublished from '#app/catalog/events/release_published'
import CandidateSignedIn from '#app/identity/events/candidate_signed_in'
import RegistrationChanged from '#app/registrations/events/registration_changed'

/** Events and the listeners that answer them; typed by the event's class. */
emitter.on(CandidateSignedIn, [() => import('#app/registrations/listeners/record_registrations')])
emitter.on(ReleasePublished, [() => import('#app/dossiers/listeners/move_drafts_to_new_release')])
emitter.on(RegistrationChanged, [() => import('#app/dossiers/listeners/follow_registration')])
