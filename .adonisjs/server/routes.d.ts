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
    'identity.staff_sessions.destroy': { paramsTuple?: []; params?: {} }
    'identity.staff_homes.show': { paramsTuple?: []; params?: {} }
    'regions.regions.index': { paramsTuple?: []; params?: {} }
    'regions.notice_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'messages.message_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'message': ParamValue} }
    'dossiers.portal.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.image_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue,'derivative': ParamValue} }
    'dossiers.dossiers.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.dossiers.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.images.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue} }
    'dossiers.items.want': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.items.answer': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.submissions.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.queue.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.next_claims.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.dossiers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.claims.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.claims.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.verdicts.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'review.verdicts.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
    'review.reviews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
  }
  PUT: {
    'shared.preferences.update': { paramsTuple?: []; params?: {} }
    'dossiers.items.want': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.items.answer': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'review.verdicts.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
  }
  GET: {
    'shared.health.live': { paramsTuple?: []; params?: {} }
    'shared.health.ready': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.store': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.sessions.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.staff_sessions.create': { paramsTuple?: []; params?: {} }
    'identity.staff_homes.show': { paramsTuple?: []; params?: {} }
    'regions.regions.index': { paramsTuple?: []; params?: {} }
    'dossiers.portal.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.image_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue,'derivative': ParamValue} }
    'dossiers.dossiers.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.queue.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.dossiers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
  }
  HEAD: {
    'shared.health.live': { paramsTuple?: []; params?: {} }
    'shared.health.ready': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.store': { paramsTuple?: []; params?: {} }
    'identity.sign_ins.create': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.sessions.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'identity.staff_sessions.create': { paramsTuple?: []; params?: {} }
    'identity.staff_homes.show': { paramsTuple?: []; params?: {} }
    'regions.regions.index': { paramsTuple?: []; params?: {} }
    'dossiers.portal.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.image_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue,'derivative': ParamValue} }
    'dossiers.dossiers.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.queue.show': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.dossiers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
  }
  POST: {
    'identity.sessions.destroy': { paramsTuple?: []; params?: {} }
    'identity.staff_sessions.store': { paramsTuple?: []; params?: {} }
    'identity.staff_sessions.destroy': { paramsTuple?: []; params?: {} }
    'regions.notice_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'notice': ParamValue} }
    'messages.message_reads.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'message': ParamValue} }
    'dossiers.dossiers.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'dossiers.images.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'item': ParamValue} }
    'dossiers.submissions.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.next_claims.store': { paramsTuple: [ParamValue]; params: {'region': ParamValue} }
    'review.claims.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.reviews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
  }
  DELETE: {
    'dossiers.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'image': ParamValue} }
    'review.claims.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue} }
    'review.verdicts.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'region': ParamValue,'dossier': ParamValue,'item': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}