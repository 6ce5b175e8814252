/* eslint-disable prettier/prettier */
/// <reference path="../manifest.d.ts" />

import type { ExtractBody, ExtractErrorResponse, ExtractQuery, ExtractQueryForGet, ExtractResponse } from '@tuyau/core/types'
import type { InferInput, SimpleError } from '@vinejs/vine/types'

export type ParamValue = string | number | bigint | boolean

export interface Registry {
  'shared.preferences.update': {
    methods: ["PUT"]
    pattern: '/preferences'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/shared/controllers/preferences_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/shared/controllers/preferences_controller').default['update']>>>
    }
  }
  'shared.health.live': {
    methods: ["GET","HEAD"]
    pattern: '/health/live'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/shared/controllers/health_controller').default['live']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/shared/controllers/health_controller').default['live']>>>
    }
  }
  'shared.health.ready': {
    methods: ["GET","HEAD"]
    pattern: '/health/ready'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/shared/controllers/health_controller').default['ready']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/shared/controllers/health_controller').default['ready']>>>
    }
  }
  'identity.sign_ins.store': {
    methods: ["GET","HEAD"]
    pattern: '/auth/callback'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_ins_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_ins_controller').default['store']>>>
    }
  }
  'identity.sessions.destroy': {
    methods: ["POST"]
    pattern: '/sign-out'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/sessions_controller').default['destroy']>>>
    }
  }
  'identity.sign_ins.create': {
    methods: ["GET","HEAD"]
    pattern: '/:region/sign-in'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_ins_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_ins_controller').default['create']>>>
    }
  }
  'identity.sessions.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/session'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/sessions_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/sessions_controller').default['show']>>>
    }
  }
  'identity.staff_sessions.create': {
    methods: ["GET","HEAD"]
    pattern: '/staff/login'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_sessions_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_sessions_controller').default['create']>>>
    }
  }
  'identity.staff_sessions.store': {
    methods: ["POST"]
    pattern: '/staff/login'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/staff_credentials').staffCredentialsValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/staff_credentials').staffCredentialsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_sessions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_sessions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.staff_sessions.destroy': {
    methods: ["POST"]
    pattern: '/staff/logout'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_sessions_controller').default['destroy']>>>
    }
  }
  'identity.staff_homes.show': {
    methods: ["GET","HEAD"]
    pattern: '/staff'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_homes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_homes_controller').default['show']>>>
    }
  }
  'regions.regions.index': {
    methods: ["GET","HEAD"]
    pattern: '/'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/regions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/regions_controller').default['index']>>>
    }
  }
  'regions.notice_reads.store': {
    methods: ["POST"]
    pattern: '/:region/notices/:notice/reads'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; notice: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/notice_reads_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/notice_reads_controller').default['store']>>>
    }
  }
  'messages.message_reads.store': {
    methods: ["POST"]
    pattern: '/:region/messages/:message/reads'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; message: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/message_reads_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/message_reads_controller').default['store']>>>
    }
  }
  'dossiers.portal.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/portal_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/portal_controller').default['show']>>>
    }
  }
  'dossiers.image_files.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/images/:image/:derivative'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; image: ParamValue; derivative: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/image_files_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/image_files_controller').default['show']>>>
    }
  }
  'dossiers.dossiers.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/dossier'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/dossiers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/dossiers_controller').default['show']>>>
    }
  }
  'dossiers.dossiers.store': {
    methods: ["POST"]
    pattern: '/:region/dossier'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/dossiers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/dossiers_controller').default['store']>>>
    }
  }
  'dossiers.images.store': {
    methods: ["POST"]
    pattern: '/:region/dossier/items/:item/images'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; item: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/images_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/images_controller').default['store']>>>
    }
  }
  'dossiers.images.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/dossier/images/:image'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; image: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/images_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/images_controller').default['destroy']>>>
    }
  }
  'dossiers.items.want': {
    methods: ["PUT"]
    pattern: '/:region/dossier/items/:item/want'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').wantValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; item: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').wantValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/items_controller').default['want']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/items_controller').default['want']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'dossiers.items.answer': {
    methods: ["PUT"]
    pattern: '/:region/dossier/items/:item/answer'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').answerValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; item: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').answerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/items_controller').default['answer']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/items_controller').default['answer']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'dossiers.submissions.store': {
    methods: ["POST"]
    pattern: '/:region/dossier/submissions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').submitValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').submitValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/submissions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/submissions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.queue.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/queue'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/queue_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/queue_controller').default['show']>>>
    }
  }
  'review.next_claims.store': {
    methods: ["POST"]
    pattern: '/:region/staff/claims'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/next_claims_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/next_claims_controller').default['store']>>>
    }
  }
  'review.dossiers.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/dossiers/:dossier'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/dossiers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/dossiers_controller').default['show']>>>
    }
  }
  'review.claims.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/claims'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/claims_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/claims_controller').default['store']>>>
    }
  }
  'review.claims.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/dossiers/:dossier/claims'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/claims_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/claims_controller').default['destroy']>>>
    }
  }
  'review.verdicts.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/dossiers/:dossier/verdicts/:item'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/review').verdictValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue; item: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/review').verdictValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/verdicts_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/verdicts_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.verdicts.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/dossiers/:dossier/verdicts/:item'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/review').proofValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue; item: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/review').proofValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/verdicts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/verdicts_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.reviews.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/reviews'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/review').reviewValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/review').reviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/reviews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/reviews_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
}
