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
  'identity.sign_in_codes.create': {
    methods: ["GET","HEAD"]
    pattern: '/staff/login/code'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_in_codes_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_in_codes_controller').default['create']>>>
    }
  }
  'identity.sign_in_codes.store': {
    methods: ["POST"]
    pattern: '/staff/login/code'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_in_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/sign_in_codes_controller').default['store']>>>
    }
  }
  'identity.second_factors.create': {
    methods: ["GET","HEAD"]
    pattern: '/staff/second-factor'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factors_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factors_controller').default['create']>>>
    }
  }
  'identity.second_factors.store': {
    methods: ["POST"]
    pattern: '/staff/second-factor'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/staff_account').codeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/staff_account').codeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factors_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factors_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.staff_links.show': {
    methods: ["GET","HEAD"]
    pattern: '/staff/links/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_links_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_links_controller').default['show']>>>
    }
  }
  'identity.staff_links.store': {
    methods: ["POST"]
    pattern: '/staff/links/:token'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/staff_account').newPasswordValidator)>>
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/staff_account').newPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_links_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'identity.staff_accounts.show': {
    methods: ["GET","HEAD"]
    pattern: '/staff/account'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_accounts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_accounts_controller').default['show']>>>
    }
  }
  'identity.staff_passwords.update': {
    methods: ["PUT"]
    pattern: '/staff/account/password'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/staff_account').passwordChangeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/staff_account').passwordChangeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_passwords_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_passwords_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.mail_addresses.update': {
    methods: ["PUT"]
    pattern: '/staff/account/email'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/staff_account').mailAddressValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/staff_account').mailAddressValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/mail_addresses_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/mail_addresses_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.id_numbers.update': {
    methods: ["PUT"]
    pattern: '/staff/account/id-number'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/staff_account').idNumberValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/staff_account').idNumberValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/id_numbers_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/id_numbers_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.id_numbers.destroy': {
    methods: ["DELETE"]
    pattern: '/staff/account/id-number'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/staff_account').ownPasswordValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/staff_account').ownPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/id_numbers_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/id_numbers_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.devices.clear': {
    methods: ["DELETE"]
    pattern: '/staff/account/sessions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/devices_controller').default['clear']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/devices_controller').default['clear']>>>
    }
  }
  'identity.devices.destroy': {
    methods: ["DELETE"]
    pattern: '/staff/account/sessions/:device'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { device: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/devices_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/devices_controller').default['destroy']>>>
    }
  }
  'identity.second_factors.destroy': {
    methods: ["DELETE"]
    pattern: '/staff/second-factor'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factors_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factors_controller').default['destroy']>>>
    }
  }
  'identity.recovery_codes.show': {
    methods: ["GET","HEAD"]
    pattern: '/staff/recovery-codes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/recovery_codes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/recovery_codes_controller').default['show']>>>
    }
  }
  'identity.recovery_codes.store': {
    methods: ["POST"]
    pattern: '/staff/recovery-codes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/recovery_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/recovery_codes_controller').default['store']>>>
    }
  }
  'identity.people.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/people'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/people_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/people_controller').default['index']>>>
    }
  }
  'identity.people.store': {
    methods: ["POST"]
    pattern: '/:region/staff/people'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/people').invitationValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/people').invitationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/people_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/people_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.people.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/people/:person'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/people_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/people_controller').default['destroy']>>>
    }
  }
  'identity.staff_roles.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/people/:person/roles'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/people').placesValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/people').placesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_roles_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/staff_roles_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.suspensions.store': {
    methods: ["POST"]
    pattern: '/:region/staff/people/:person/suspension'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/suspensions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/suspensions_controller').default['store']>>>
    }
  }
  'identity.suspensions.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/people/:person/suspension'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/suspensions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/suspensions_controller').default['destroy']>>>
    }
  }
  'identity.password_links.store': {
    methods: ["POST"]
    pattern: '/:region/staff/people/:person/password-links'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/password_links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/password_links_controller').default['store']>>>
    }
  }
  'identity.second_factor_resets.store': {
    methods: ["POST"]
    pattern: '/:region/staff/people/:person/second-factor-resets'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/validators/people').groundValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/identity/validators/people').groundValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factor_resets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factor_resets_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.second_factor_resets.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/people/:person/second-factor-resets/:reset'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue; reset: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factor_resets_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factor_resets_controller').default['update']>>>
    }
  }
  'identity.second_factor_resets.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/people/:person/second-factor-resets/:reset'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; person: ParamValue; reset: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factor_resets_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/second_factor_resets_controller').default['destroy']>>>
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
  'regions.season_changes.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/season/changes'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/season_changes_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/season_changes_controller').default['index']>>>
    }
  }
  'regions.notices.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/notices/:notice'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; notice: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/notices_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/notices_controller').default['show']>>>
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
  'catalog.sample_files.show': {
    methods: ["GET","HEAD"]
    pattern: '/samples/uploaded/:sample'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { sample: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/sample_files_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/sample_files_controller').default['show']>>>
    }
  }
  'catalog.materials.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/materials'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['index']>>>
    }
  }
  'catalog.materials.create': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/materials/new'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['create']>>>
    }
  }
  'catalog.materials.store': {
    methods: ["POST"]
    pattern: '/:region/staff/materials'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').newMaterialValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').newMaterialValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.materials.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/materials/:material'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; material: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['show']>>>
    }
  }
  'catalog.materials.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/materials/:material'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').materialValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; material: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').materialValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.materials.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/materials/:material'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').draftVersionValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; material: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').draftVersionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/materials_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.material_changes.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/materials/:material/changes/:change'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').draftVersionValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; material: ParamValue; change: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').draftVersionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/material_changes_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/material_changes_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.condition_readings.store': {
    methods: ["POST"]
    pattern: '/:region/staff/condition-readings'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').conditionValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').conditionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/condition_readings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/condition_readings_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.previews.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/preview'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/previews_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/previews_controller').default['show']>>>
    }
  }
  'catalog.drafts.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/draft'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/drafts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/drafts_controller').default['show']>>>
    }
  }
  'catalog.drafts.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/draft'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/draft').seenDraftValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/draft').seenDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/drafts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/drafts_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.drafts.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/draft/:section'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/draft').sectionValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; section: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/draft').sectionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/drafts_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/drafts_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.draft_previews.store': {
    methods: ["POST"]
    pattern: '/:region/staff/draft-previews'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/draft_previews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/draft_previews_controller').default['store']>>>
    }
  }
  'catalog.draft_imports.store': {
    methods: ["POST"]
    pattern: '/:region/staff/draft-imports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/draft').seenDraftValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/draft').seenDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/draft_imports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/draft_imports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.release_files.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/releases/:release/file'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; release: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/release_files_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/release_files_controller').default['show']>>>
    }
  }
  'catalog.base_catalog.show': {
    methods: ["GET","HEAD"]
    pattern: '/platform/catalog'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_catalog_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_catalog_controller').default['show']>>>
    }
  }
  'catalog.base_history.index': {
    methods: ["GET","HEAD"]
    pattern: '/platform/catalog/history'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/catalog/validators/material').catalogHistoryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_history_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_history_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.base_versions.store': {
    methods: ["POST"]
    pattern: '/platform/catalog/versions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').catalogVersionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').catalogVersionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_versions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_versions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.base_materials.create': {
    methods: ["GET","HEAD"]
    pattern: '/platform/catalog/materials/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['create']>>>
    }
  }
  'catalog.base_materials.store': {
    methods: ["POST"]
    pattern: '/platform/catalog/materials'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').newBaseMaterialValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').newBaseMaterialValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.base_materials.show': {
    methods: ["GET","HEAD"]
    pattern: '/platform/catalog/materials/:material'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { material: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['show']>>>
    }
  }
  'catalog.base_materials.update': {
    methods: ["PUT"]
    pattern: '/platform/catalog/materials/:material'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').baseMaterialValidator)>>
      paramsTuple: [ParamValue]
      params: { material: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').baseMaterialValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.base_materials.destroy': {
    methods: ["DELETE"]
    pattern: '/platform/catalog/materials/:material'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').revisionValidator)>>
      paramsTuple: [ParamValue]
      params: { material: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').revisionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_materials_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'catalog.base_condition_readings.store': {
    methods: ["POST"]
    pattern: '/platform/condition-readings'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/material').conditionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/material').conditionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_condition_readings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalog/controllers/base_condition_readings_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'registrations.phone_confirmations.store': {
    methods: ["POST"]
    pattern: '/:region/phone-confirmation'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/registrations/validators/phone').phoneValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/registrations/validators/phone').phoneValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/registrations/controllers/phone_confirmations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/registrations/controllers/phone_confirmations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'dossiers.handover_pages.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/handovers/:link'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; link: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handover_pages_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handover_pages_controller').default['show']>>>
    }
  }
  'dossiers.handover_images.store': {
    methods: ["POST"]
    pattern: '/:region/handovers/:link/items/:item/images'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; link: ParamValue; item: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handover_images_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handover_images_controller').default['store']>>>
    }
  }
  'dossiers.handover_images.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/handovers/:link/images/:image'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; link: ParamValue; image: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handover_images_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handover_images_controller').default['show']>>>
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
  'dossiers.image_orders.update': {
    methods: ["PUT"]
    pattern: '/:region/dossier/items/:item/order'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').orderValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; item: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').orderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/image_orders_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/image_orders_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'dossiers.handovers.store': {
    methods: ["POST"]
    pattern: '/:region/dossier/handovers'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').handoverValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').handoverValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handovers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handovers_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'dossiers.handovers.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/dossier/handovers/:handover'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; handover: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handovers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handovers_controller').default['show']>>>
    }
  }
  'dossiers.handovers.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/dossier/handovers/:handover'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; handover: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handovers_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/handovers_controller').default['destroy']>>>
    }
  }
  'dossiers.items.declare': {
    methods: ["PUT"]
    pattern: '/:region/dossier/items/:item/declaration'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').declarationValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; item: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').declarationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/items_controller').default['declare']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/items_controller').default['declare']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'dossiers.answers.update': {
    methods: ["PUT"]
    pattern: '/:region/dossier/answers'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').answersValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').answersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/answers_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/answers_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'dossiers.answer_previews.store': {
    methods: ["POST"]
    pattern: '/:region/dossier/answer-previews'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').answersPreviewValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').answersPreviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/answer_previews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/answer_previews_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'dossiers.recalls.store': {
    methods: ["POST"]
    pattern: '/:region/dossier/recall'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/recalls_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/recalls_controller').default['store']>>>
    }
  }
  'dossiers.withdrawals.store': {
    methods: ["POST"]
    pattern: '/:region/dossier/withdrawal'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/dossiers/validators/dossier').withdrawValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/dossiers/validators/dossier').withdrawValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dossiers/controllers/withdrawals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dossiers/controllers/withdrawals_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.staff_homes.show': {
    methods: ["GET","HEAD"]
    pattern: '/staff'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/staff_homes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/staff_homes_controller').default['show']>>>
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
  'review.second_looks.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/second-looks'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/second_looks_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/second_looks_controller').default['index']>>>
    }
  }
  'review.phone_calls.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/phone-list'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/phone_calls_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/phone_calls_controller').default['index']>>>
    }
  }
  'review.assisted_uploads.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/assisted-uploads'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_uploads_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_uploads_controller').default['index']>>>
    }
  }
  'review.assisted_uploads.find': {
    methods: ["POST"]
    pattern: '/:region/staff/assisted-uploads'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/assisted_search').assistedSearchValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/assisted_search').assistedSearchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_uploads_controller').default['find']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_uploads_controller').default['find']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.assisted_uploads.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/assisted-uploads/:dossier'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_uploads_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_uploads_controller').default['show']>>>
    }
  }
  'review.assisted_images.store': {
    methods: ["POST"]
    pattern: '/:region/staff/assisted-uploads/:dossier/items/:item/images'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue; item: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_images_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_images_controller').default['store']>>>
    }
  }
  'review.assisted_images.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/assisted-uploads/:dossier/images/:image'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue; image: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_images_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/assisted_images_controller').default['destroy']>>>
    }
  }
  'review.queue_news.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/queue/news'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/review/validators/queue').queueNewsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/queue_news_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/queue_news_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.saved_filters.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/filters/:saved'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/queue').savedFilterValidator)>|InferInput<(typeof import('#app/review/validators/queue').filterNameValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; saved: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/queue').savedFilterValidator)>|InferInput<(typeof import('#app/review/validators/queue').filterNameValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/saved_filters_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/saved_filters_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.saved_filters.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/filters/:saved'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; saved: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/saved_filters_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/saved_filters_controller').default['destroy']>>>
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
  'review.claim_batches.store': {
    methods: ["POST"]
    pattern: '/:region/staff/claim-batches'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/queue').claimBatchValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/queue').claimBatchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/claim_batches_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/claim_batches_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'review.claims.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/dossiers/:dossier/claims'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/steps').tokenValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/steps').tokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/claims_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/claims_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'review.takeovers.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/takeovers'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/takeovers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/takeovers_controller').default['store']>>>
    }
  }
  'review.conflicts.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/conflicts'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/steps').tokenValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/steps').tokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/conflicts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/conflicts_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.returns.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/dossiers/:dossier/return'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/returns_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/returns_controller').default['destroy']>>>
    }
  }
  'review.step_backs.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/step-backs'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/steps').stepBackValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/steps').stepBackValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/step_backs_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/step_backs_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.proposals.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/proposals'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/steps').proposalValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/steps').proposalValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/proposals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/proposals_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.proposals.confirm': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/proposals/:proposal/confirmation'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue; proposal: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/proposals_controller').default['confirm']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/proposals_controller').default['confirm']>>>
    }
  }
  'review.proposals.refuse': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/proposals/:proposal/refusal'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/steps').becauseValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue; proposal: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/steps').becauseValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/proposals_controller').default['refuse']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/proposals_controller').default['refuse']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.holds.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/hold'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/steps').groundValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/steps').groundValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/holds_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/holds_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.holds.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/dossiers/:dossier/hold'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/holds_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/holds_controller').default['destroy']>>>
    }
  }
  'review.reinstatements.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/reinstatement'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/steps').reinstatementValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/steps').reinstatementValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/reinstatements_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/reinstatements_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'review.reveals.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/reveals'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/reveals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/reveals_controller').default['store']>>>
    }
  }
  'review.phone_reveals.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/phone-reveals'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/phone_reveals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/phone_reveals_controller').default['store']>>>
    }
  }
  'review.phone_calls.store': {
    methods: ["POST"]
    pattern: '/:region/staff/dossiers/:dossier/phone-calls'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/review/validators/phone_call').phoneCallValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/review/validators/phone_call').phoneCallValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/review/controllers/phone_calls_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/review/controllers/phone_calls_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reports.statistics.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/statistics'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/reports/controllers/statistics_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reports/controllers/statistics_controller').default['show']>>>
    }
  }
  'reports.statistics_tables.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/statistics/tables/:table'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; table: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/reports/controllers/statistics_tables_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reports/controllers/statistics_tables_controller').default['show']>>>
    }
  }
  'reports.exports.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/exports'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/reports/controllers/exports_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reports/controllers/exports_controller').default['index']>>>
    }
  }
  'reports.exports.store': {
    methods: ["POST"]
    pattern: '/:region/staff/exports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/reports/validators/export').exportValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/reports/validators/export').exportValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reports/controllers/exports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reports/controllers/exports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reports.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/exports/:export'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; export: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/reports/controllers/exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reports/controllers/exports_controller').default['show']>>>
    }
  }
  'reports.archives.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/dossiers/:dossier/archive'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/reports/controllers/archives_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reports/controllers/archives_controller').default['show']>>>
    }
  }
  'reports.prints.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/dossiers/:dossier/print'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; dossier: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/reports/controllers/prints_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reports/controllers/prints_controller').default['show']>>>
    }
  }
  'administration.platform.show': {
    methods: ["GET","HEAD"]
    pattern: '/platform'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/platform_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/platform_controller').default['show']>>>
    }
  }
  'administration.regions.index': {
    methods: ["GET","HEAD"]
    pattern: '/platform/regions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/regions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/regions_controller').default['index']>>>
    }
  }
  'administration.regions.create': {
    methods: ["GET","HEAD"]
    pattern: '/platform/regions/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/regions_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/regions_controller').default['create']>>>
    }
  }
  'administration.regions.store': {
    methods: ["POST"]
    pattern: '/platform/regions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/region').newRegionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/region').newRegionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/regions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/regions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.region_imports.create': {
    methods: ["GET","HEAD"]
    pattern: '/platform/region-imports/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/region_imports_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/region_imports_controller').default['create']>>>
    }
  }
  'administration.region_imports.store': {
    methods: ["POST"]
    pattern: '/platform/region-imports'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/region_imports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/region_imports_controller').default['store']>>>
    }
  }
  'administration.region_previews.store': {
    methods: ["POST"]
    pattern: '/platform/region-previews'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/region_previews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/region_previews_controller').default['store']>>>
    }
  }
  'administration.catalog_samples.store': {
    methods: ["POST"]
    pattern: '/platform/catalog/materials/:material/samples'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/catalog_sample').sampleValidator)>>
      paramsTuple: [ParamValue]
      params: { material: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/catalog_sample').sampleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/catalog_samples_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/catalog_samples_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.catalog_samples.destroy': {
    methods: ["DELETE"]
    pattern: '/platform/catalog/materials/:material/samples/:sample'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/catalog_sample').sampleValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { material: ParamValue; sample: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/catalog_sample').sampleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/catalog_samples_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/catalog_samples_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.releases.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/releases'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/releases_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/releases_controller').default['index']>>>
    }
  }
  'administration.releases.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/releases/:release'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; release: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/releases_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/releases_controller').default['show']>>>
    }
  }
  'administration.restorations.store': {
    methods: ["POST"]
    pattern: '/:region/staff/releases/:release/restorations'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; release: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/restorations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/restorations_controller').default['store']>>>
    }
  }
  'administration.release_moves.store': {
    methods: ["POST"]
    pattern: '/:region/staff/releases/:release/moves'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/release_move').releaseMoveValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; release: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/release_move').releaseMoveValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/release_moves_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/release_moves_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.publications.create': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/publications/new'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/publications_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/publications_controller').default['create']>>>
    }
  }
  'administration.publications.store': {
    methods: ["POST"]
    pattern: '/:region/staff/publications'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/catalog/validators/draft').seenDraftValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/catalog/validators/draft').seenDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/publications_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/publications_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.exam_points.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/points'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['index']>>>
    }
  }
  'administration.exam_points.store': {
    methods: ["POST"]
    pattern: '/:region/staff/points'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/exam_point').newPointValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/exam_point').newPointValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.exam_points.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/points/:point'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/exam_point').pointValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; point: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/exam_point').pointValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.exam_points.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/points/:point'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; point: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/exam_points_controller').default['destroy']>>>
    }
  }
  'administration.seasons.current': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/season'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['current']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['current']>>>
    }
  }
  'administration.seasons.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/seasons'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['index']>>>
    }
  }
  'administration.seasons.store': {
    methods: ["POST"]
    pattern: '/:region/staff/seasons'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').newSeasonValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').newSeasonValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.seasons.show': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/seasons/:season'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/seasons_controller').default['show']>>>
    }
  }
  'administration.current_seasons.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/seasons/:season/current'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/current_seasons_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/current_seasons_controller').default['update']>>>
    }
  }
  'administration.season_settings.uploads': {
    methods: ["PUT"]
    pattern: '/:region/staff/seasons/:season/uploads'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').uploadsValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').uploadsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['uploads']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['uploads']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.season_settings.staff_uploads': {
    methods: ["PUT"]
    pattern: '/:region/staff/seasons/:season/staff-uploads'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').uploadsValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').uploadsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['staffUploads']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['staffUploads']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.season_settings.calendar': {
    methods: ["PUT"]
    pattern: '/:region/staff/seasons/:season/calendar'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').calendarValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').calendarValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['calendar']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['calendar']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.season_settings.button': {
    methods: ["PUT"]
    pattern: '/:region/staff/seasons/:season/button'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').buttonValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').buttonValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['button']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['button']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.season_settings.audience': {
    methods: ["PUT"]
    pattern: '/:region/staff/seasons/:season/audience'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').audienceValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').audienceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['audience']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['audience']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.season_settings.notifications': {
    methods: ["PUT"]
    pattern: '/:region/staff/seasons/:season/notifications'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').notificationsValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').notificationsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['notifications']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/season_settings_controller').default['notifications']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.extension_previews.store': {
    methods: ["POST"]
    pattern: '/:region/staff/seasons/:season/extension-previews'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').extensionPreviewValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').extensionPreviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/extension_previews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/extension_previews_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.extensions.store': {
    methods: ["POST"]
    pattern: '/:region/staff/seasons/:season/extensions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/season').extensionValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; season: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/season').extensionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/extensions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/extensions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.notices.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/notices'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['index']>>>
    }
  }
  'administration.notices.store': {
    methods: ["POST"]
    pattern: '/:region/staff/notices'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/notice').noticeValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/notice').noticeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.notices.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/notices/:notice'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/notice').noticeChangeValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; notice: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/notice').noticeChangeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.notices.destroy': {
    methods: ["DELETE"]
    pattern: '/:region/staff/notices/:notice'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { region: ParamValue; notice: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/notices_controller').default['destroy']>>>
    }
  }
  'administration.notice_orders.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/notice-order'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/notice').noticeOrderValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/notice').noticeOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/notice_orders_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/notice_orders_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.notice_previews.store': {
    methods: ["POST"]
    pattern: '/:region/staff/notice-previews'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/notice').noticeTextValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/notice').noticeTextValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/notice_previews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/notice_previews_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'administration.contacts.index': {
    methods: ["GET","HEAD"]
    pattern: '/:region/staff/contacts'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/contacts_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/contacts_controller').default['index']>>>
    }
  }
  'administration.contacts.update': {
    methods: ["PUT"]
    pattern: '/:region/staff/contacts'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/administration/validators/contact').contactValidator)>>
      paramsTuple: [ParamValue]
      params: { region: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/administration/validators/contact').contactValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/administration/controllers/contacts_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/administration/controllers/contacts_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
}
