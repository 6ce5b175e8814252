import emitter from '@adonisjs/core/services/emitter'
import CandidateSignedIn from '#app/identity/events/candidate_signed_in'

/** Events and the listeners that answer them; typed by the event's class. */
emitter.on(CandidateSignedIn, [() => import('#app/registrations/listeners/record_registrations')])
