/* eslint-disable prettier/prettier */
import type { AdonisEndpoint } from '@tuyau/core/types'
import type { Registry } from './schema.d.ts'
import type { ApiDefinition } from './tree.d.ts'

const placeholder: any = {}

const routes = {
  'shared.preferences.update': {
    methods: ["PUT"],
    pattern: '/preferences',
    tokens: [{"old":"/preferences","type":0,"val":"preferences","end":""}],
    types: placeholder as Registry['shared.preferences.update']['types'],
  },
  'shared.health.live': {
    methods: ["GET","HEAD"],
    pattern: '/health/live',
    tokens: [{"old":"/health/live","type":0,"val":"health","end":""},{"old":"/health/live","type":0,"val":"live","end":""}],
    types: placeholder as Registry['shared.health.live']['types'],
  },
  'shared.health.ready': {
    methods: ["GET","HEAD"],
    pattern: '/health/ready',
    tokens: [{"old":"/health/ready","type":0,"val":"health","end":""},{"old":"/health/ready","type":0,"val":"ready","end":""}],
    types: placeholder as Registry['shared.health.ready']['types'],
  },
  'identity.sign_ins.store': {
    methods: ["GET","HEAD"],
    pattern: '/auth/callback',
    tokens: [{"old":"/auth/callback","type":0,"val":"auth","end":""},{"old":"/auth/callback","type":0,"val":"callback","end":""}],
    types: placeholder as Registry['identity.sign_ins.store']['types'],
  },
  'identity.sessions.destroy': {
    methods: ["POST"],
    pattern: '/sign-out',
    tokens: [{"old":"/sign-out","type":0,"val":"sign-out","end":""}],
    types: placeholder as Registry['identity.sessions.destroy']['types'],
  },
  'identity.sign_ins.create': {
    methods: ["GET","HEAD"],
    pattern: '/:region/sign-in',
    tokens: [{"old":"/:region/sign-in","type":1,"val":"region","end":""},{"old":"/:region/sign-in","type":0,"val":"sign-in","end":""}],
    types: placeholder as Registry['identity.sign_ins.create']['types'],
  },
  'identity.sessions.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/session',
    tokens: [{"old":"/:region/session","type":1,"val":"region","end":""},{"old":"/:region/session","type":0,"val":"session","end":""}],
    types: placeholder as Registry['identity.sessions.show']['types'],
  },
  'identity.staff_sessions.create': {
    methods: ["GET","HEAD"],
    pattern: '/staff/login',
    tokens: [{"old":"/staff/login","type":0,"val":"staff","end":""},{"old":"/staff/login","type":0,"val":"login","end":""}],
    types: placeholder as Registry['identity.staff_sessions.create']['types'],
  },
  'identity.staff_sessions.store': {
    methods: ["POST"],
    pattern: '/staff/login',
    tokens: [{"old":"/staff/login","type":0,"val":"staff","end":""},{"old":"/staff/login","type":0,"val":"login","end":""}],
    types: placeholder as Registry['identity.staff_sessions.store']['types'],
  },
  'identity.sign_in_codes.create': {
    methods: ["GET","HEAD"],
    pattern: '/staff/login/code',
    tokens: [{"old":"/staff/login/code","type":0,"val":"staff","end":""},{"old":"/staff/login/code","type":0,"val":"login","end":""},{"old":"/staff/login/code","type":0,"val":"code","end":""}],
    types: placeholder as Registry['identity.sign_in_codes.create']['types'],
  },
  'identity.sign_in_codes.store': {
    methods: ["POST"],
    pattern: '/staff/login/code',
    tokens: [{"old":"/staff/login/code","type":0,"val":"staff","end":""},{"old":"/staff/login/code","type":0,"val":"login","end":""},{"old":"/staff/login/code","type":0,"val":"code","end":""}],
    types: placeholder as Registry['identity.sign_in_codes.store']['types'],
  },
  'identity.second_factors.create': {
    methods: ["GET","HEAD"],
    pattern: '/staff/second-factor',
    tokens: [{"old":"/staff/second-factor","type":0,"val":"staff","end":""},{"old":"/staff/second-factor","type":0,"val":"second-factor","end":""}],
    types: placeholder as Registry['identity.second_factors.create']['types'],
  },
  'identity.second_factors.store': {
    methods: ["POST"],
    pattern: '/staff/second-factor',
    tokens: [{"old":"/staff/second-factor","type":0,"val":"staff","end":""},{"old":"/staff/second-factor","type":0,"val":"second-factor","end":""}],
    types: placeholder as Registry['identity.second_factors.store']['types'],
  },
  'identity.staff_links.show': {
    methods: ["GET","HEAD"],
    pattern: '/staff/links/:token',
    tokens: [{"old":"/staff/links/:token","type":0,"val":"staff","end":""},{"old":"/staff/links/:token","type":0,"val":"links","end":""},{"old":"/staff/links/:token","type":1,"val":"token","end":""}],
    types: placeholder as Registry['identity.staff_links.show']['types'],
  },
  'identity.staff_links.store': {
    methods: ["POST"],
    pattern: '/staff/links/:token',
    tokens: [{"old":"/staff/links/:token","type":0,"val":"staff","end":""},{"old":"/staff/links/:token","type":0,"val":"links","end":""},{"old":"/staff/links/:token","type":1,"val":"token","end":""}],
    types: placeholder as Registry['identity.staff_links.store']['types'],
  },
  'identity.staff_sessions.destroy': {
    methods: ["POST"],
    pattern: '/staff/logout',
    tokens: [{"old":"/staff/logout","type":0,"val":"staff","end":""},{"old":"/staff/logout","type":0,"val":"logout","end":""}],
    types: placeholder as Registry['identity.staff_sessions.destroy']['types'],
  },
  'identity.staff_accounts.show': {
    methods: ["GET","HEAD"],
    pattern: '/staff/account',
    tokens: [{"old":"/staff/account","type":0,"val":"staff","end":""},{"old":"/staff/account","type":0,"val":"account","end":""}],
    types: placeholder as Registry['identity.staff_accounts.show']['types'],
  },
  'identity.staff_passwords.update': {
    methods: ["PUT"],
    pattern: '/staff/account/password',
    tokens: [{"old":"/staff/account/password","type":0,"val":"staff","end":""},{"old":"/staff/account/password","type":0,"val":"account","end":""},{"old":"/staff/account/password","type":0,"val":"password","end":""}],
    types: placeholder as Registry['identity.staff_passwords.update']['types'],
  },
  'identity.devices.clear': {
    methods: ["DELETE"],
    pattern: '/staff/account/sessions',
    tokens: [{"old":"/staff/account/sessions","type":0,"val":"staff","end":""},{"old":"/staff/account/sessions","type":0,"val":"account","end":""},{"old":"/staff/account/sessions","type":0,"val":"sessions","end":""}],
    types: placeholder as Registry['identity.devices.clear']['types'],
  },
  'identity.devices.destroy': {
    methods: ["DELETE"],
    pattern: '/staff/account/sessions/:device',
    tokens: [{"old":"/staff/account/sessions/:device","type":0,"val":"staff","end":""},{"old":"/staff/account/sessions/:device","type":0,"val":"account","end":""},{"old":"/staff/account/sessions/:device","type":0,"val":"sessions","end":""},{"old":"/staff/account/sessions/:device","type":1,"val":"device","end":""}],
    types: placeholder as Registry['identity.devices.destroy']['types'],
  },
  'identity.second_factors.destroy': {
    methods: ["DELETE"],
    pattern: '/staff/second-factor',
    tokens: [{"old":"/staff/second-factor","type":0,"val":"staff","end":""},{"old":"/staff/second-factor","type":0,"val":"second-factor","end":""}],
    types: placeholder as Registry['identity.second_factors.destroy']['types'],
  },
  'identity.recovery_codes.show': {
    methods: ["GET","HEAD"],
    pattern: '/staff/recovery-codes',
    tokens: [{"old":"/staff/recovery-codes","type":0,"val":"staff","end":""},{"old":"/staff/recovery-codes","type":0,"val":"recovery-codes","end":""}],
    types: placeholder as Registry['identity.recovery_codes.show']['types'],
  },
  'identity.recovery_codes.store': {
    methods: ["POST"],
    pattern: '/staff/recovery-codes',
    tokens: [{"old":"/staff/recovery-codes","type":0,"val":"staff","end":""},{"old":"/staff/recovery-codes","type":0,"val":"recovery-codes","end":""}],
    types: placeholder as Registry['identity.recovery_codes.store']['types'],
  },
  'identity.people.index': {
    methods: ["GET","HEAD"],
    pattern: '/:region/staff/people',
    tokens: [{"old":"/:region/staff/people","type":1,"val":"region","end":""},{"old":"/:region/staff/people","type":0,"val":"staff","end":""},{"old":"/:region/staff/people","type":0,"val":"people","end":""}],
    types: placeholder as Registry['identity.people.index']['types'],
  },
  'identity.people.store': {
    methods: ["POST"],
    pattern: '/:region/staff/people',
    tokens: [{"old":"/:region/staff/people","type":1,"val":"region","end":""},{"old":"/:region/staff/people","type":0,"val":"staff","end":""},{"old":"/:region/staff/people","type":0,"val":"people","end":""}],
    types: placeholder as Registry['identity.people.store']['types'],
  },
  'identity.people.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/staff/people/:person',
    tokens: [{"old":"/:region/staff/people/:person","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person","type":1,"val":"person","end":""}],
    types: placeholder as Registry['identity.people.destroy']['types'],
  },
  'identity.staff_roles.update': {
    methods: ["PUT"],
    pattern: '/:region/staff/people/:person/roles',
    tokens: [{"old":"/:region/staff/people/:person/roles","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person/roles","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person/roles","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person/roles","type":1,"val":"person","end":""},{"old":"/:region/staff/people/:person/roles","type":0,"val":"roles","end":""}],
    types: placeholder as Registry['identity.staff_roles.update']['types'],
  },
  'identity.suspensions.store': {
    methods: ["POST"],
    pattern: '/:region/staff/people/:person/suspension',
    tokens: [{"old":"/:region/staff/people/:person/suspension","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person/suspension","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person/suspension","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person/suspension","type":1,"val":"person","end":""},{"old":"/:region/staff/people/:person/suspension","type":0,"val":"suspension","end":""}],
    types: placeholder as Registry['identity.suspensions.store']['types'],
  },
  'identity.suspensions.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/staff/people/:person/suspension',
    tokens: [{"old":"/:region/staff/people/:person/suspension","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person/suspension","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person/suspension","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person/suspension","type":1,"val":"person","end":""},{"old":"/:region/staff/people/:person/suspension","type":0,"val":"suspension","end":""}],
    types: placeholder as Registry['identity.suspensions.destroy']['types'],
  },
  'identity.password_links.store': {
    methods: ["POST"],
    pattern: '/:region/staff/people/:person/password-links',
    tokens: [{"old":"/:region/staff/people/:person/password-links","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person/password-links","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person/password-links","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person/password-links","type":1,"val":"person","end":""},{"old":"/:region/staff/people/:person/password-links","type":0,"val":"password-links","end":""}],
    types: placeholder as Registry['identity.password_links.store']['types'],
  },
  'identity.second_factor_resets.store': {
    methods: ["POST"],
    pattern: '/:region/staff/people/:person/second-factor-resets',
    tokens: [{"old":"/:region/staff/people/:person/second-factor-resets","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person/second-factor-resets","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person/second-factor-resets","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person/second-factor-resets","type":1,"val":"person","end":""},{"old":"/:region/staff/people/:person/second-factor-resets","type":0,"val":"second-factor-resets","end":""}],
    types: placeholder as Registry['identity.second_factor_resets.store']['types'],
  },
  'identity.second_factor_resets.update': {
    methods: ["PUT"],
    pattern: '/:region/staff/people/:person/second-factor-resets/:reset',
    tokens: [{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":1,"val":"person","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":0,"val":"second-factor-resets","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":1,"val":"reset","end":""}],
    types: placeholder as Registry['identity.second_factor_resets.update']['types'],
  },
  'identity.second_factor_resets.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/staff/people/:person/second-factor-resets/:reset',
    tokens: [{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":1,"val":"region","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":0,"val":"staff","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":0,"val":"people","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":1,"val":"person","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":0,"val":"second-factor-resets","end":""},{"old":"/:region/staff/people/:person/second-factor-resets/:reset","type":1,"val":"reset","end":""}],
    types: placeholder as Registry['identity.second_factor_resets.destroy']['types'],
  },
  'regions.regions.index': {
    methods: ["GET","HEAD"],
    pattern: '/',
    tokens: [{"old":"/","type":0,"val":"/","end":""}],
    types: placeholder as Registry['regions.regions.index']['types'],
  },
  'regions.notices.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/notices/:notice',
    tokens: [{"old":"/:region/notices/:notice","type":1,"val":"region","end":""},{"old":"/:region/notices/:notice","type":0,"val":"notices","end":""},{"old":"/:region/notices/:notice","type":1,"val":"notice","end":""}],
    types: placeholder as Registry['regions.notices.show']['types'],
  },
  'regions.notice_reads.store': {
    methods: ["POST"],
    pattern: '/:region/notices/:notice/reads',
    tokens: [{"old":"/:region/notices/:notice/reads","type":1,"val":"region","end":""},{"old":"/:region/notices/:notice/reads","type":0,"val":"notices","end":""},{"old":"/:region/notices/:notice/reads","type":1,"val":"notice","end":""},{"old":"/:region/notices/:notice/reads","type":0,"val":"reads","end":""}],
    types: placeholder as Registry['regions.notice_reads.store']['types'],
  },
  'messages.message_reads.store': {
    methods: ["POST"],
    pattern: '/:region/messages/:message/reads',
    tokens: [{"old":"/:region/messages/:message/reads","type":1,"val":"region","end":""},{"old":"/:region/messages/:message/reads","type":0,"val":"messages","end":""},{"old":"/:region/messages/:message/reads","type":1,"val":"message","end":""},{"old":"/:region/messages/:message/reads","type":0,"val":"reads","end":""}],
    types: placeholder as Registry['messages.message_reads.store']['types'],
  },
  'registrations.phone_confirmations.store': {
    methods: ["POST"],
    pattern: '/:region/phone-confirmation',
    tokens: [{"old":"/:region/phone-confirmation","type":1,"val":"region","end":""},{"old":"/:region/phone-confirmation","type":0,"val":"phone-confirmation","end":""}],
    types: placeholder as Registry['registrations.phone_confirmations.store']['types'],
  },
  'dossiers.portal.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region',
    tokens: [{"old":"/:region","type":1,"val":"region","end":""}],
    types: placeholder as Registry['dossiers.portal.show']['types'],
  },
  'dossiers.image_files.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/images/:image/:derivative',
    tokens: [{"old":"/:region/images/:image/:derivative","type":1,"val":"region","end":""},{"old":"/:region/images/:image/:derivative","type":0,"val":"images","end":""},{"old":"/:region/images/:image/:derivative","type":1,"val":"image","end":""},{"old":"/:region/images/:image/:derivative","type":1,"val":"derivative","end":""}],
    types: placeholder as Registry['dossiers.image_files.show']['types'],
  },
  'dossiers.handover_pages.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/handovers/:link',
    tokens: [{"old":"/:region/handovers/:link","type":1,"val":"region","end":""},{"old":"/:region/handovers/:link","type":0,"val":"handovers","end":""},{"old":"/:region/handovers/:link","type":1,"val":"link","end":""}],
    types: placeholder as Registry['dossiers.handover_pages.show']['types'],
  },
  'dossiers.handover_images.store': {
    methods: ["POST"],
    pattern: '/:region/handovers/:link/items/:item/images',
    tokens: [{"old":"/:region/handovers/:link/items/:item/images","type":1,"val":"region","end":""},{"old":"/:region/handovers/:link/items/:item/images","type":0,"val":"handovers","end":""},{"old":"/:region/handovers/:link/items/:item/images","type":1,"val":"link","end":""},{"old":"/:region/handovers/:link/items/:item/images","type":0,"val":"items","end":""},{"old":"/:region/handovers/:link/items/:item/images","type":1,"val":"item","end":""},{"old":"/:region/handovers/:link/items/:item/images","type":0,"val":"images","end":""}],
    types: placeholder as Registry['dossiers.handover_images.store']['types'],
  },
  'dossiers.handover_images.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/handovers/:link/images/:image',
    tokens: [{"old":"/:region/handovers/:link/images/:image","type":1,"val":"region","end":""},{"old":"/:region/handovers/:link/images/:image","type":0,"val":"handovers","end":""},{"old":"/:region/handovers/:link/images/:image","type":1,"val":"link","end":""},{"old":"/:region/handovers/:link/images/:image","type":0,"val":"images","end":""},{"old":"/:region/handovers/:link/images/:image","type":1,"val":"image","end":""}],
    types: placeholder as Registry['dossiers.handover_images.show']['types'],
  },
  'dossiers.dossiers.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/dossier',
    tokens: [{"old":"/:region/dossier","type":1,"val":"region","end":""},{"old":"/:region/dossier","type":0,"val":"dossier","end":""}],
    types: placeholder as Registry['dossiers.dossiers.show']['types'],
  },
  'dossiers.dossiers.store': {
    methods: ["POST"],
    pattern: '/:region/dossier',
    tokens: [{"old":"/:region/dossier","type":1,"val":"region","end":""},{"old":"/:region/dossier","type":0,"val":"dossier","end":""}],
    types: placeholder as Registry['dossiers.dossiers.store']['types'],
  },
  'dossiers.images.store': {
    methods: ["POST"],
    pattern: '/:region/dossier/items/:item/images',
    tokens: [{"old":"/:region/dossier/items/:item/images","type":1,"val":"region","end":""},{"old":"/:region/dossier/items/:item/images","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/items/:item/images","type":0,"val":"items","end":""},{"old":"/:region/dossier/items/:item/images","type":1,"val":"item","end":""},{"old":"/:region/dossier/items/:item/images","type":0,"val":"images","end":""}],
    types: placeholder as Registry['dossiers.images.store']['types'],
  },
  'dossiers.images.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/dossier/images/:image',
    tokens: [{"old":"/:region/dossier/images/:image","type":1,"val":"region","end":""},{"old":"/:region/dossier/images/:image","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/images/:image","type":0,"val":"images","end":""},{"old":"/:region/dossier/images/:image","type":1,"val":"image","end":""}],
    types: placeholder as Registry['dossiers.images.destroy']['types'],
  },
  'dossiers.items.want': {
    methods: ["PUT"],
    pattern: '/:region/dossier/items/:item/want',
    tokens: [{"old":"/:region/dossier/items/:item/want","type":1,"val":"region","end":""},{"old":"/:region/dossier/items/:item/want","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/items/:item/want","type":0,"val":"items","end":""},{"old":"/:region/dossier/items/:item/want","type":1,"val":"item","end":""},{"old":"/:region/dossier/items/:item/want","type":0,"val":"want","end":""}],
    types: placeholder as Registry['dossiers.items.want']['types'],
  },
  'dossiers.items.answer': {
    methods: ["PUT"],
    pattern: '/:region/dossier/items/:item/answer',
    tokens: [{"old":"/:region/dossier/items/:item/answer","type":1,"val":"region","end":""},{"old":"/:region/dossier/items/:item/answer","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/items/:item/answer","type":0,"val":"items","end":""},{"old":"/:region/dossier/items/:item/answer","type":1,"val":"item","end":""},{"old":"/:region/dossier/items/:item/answer","type":0,"val":"answer","end":""}],
    types: placeholder as Registry['dossiers.items.answer']['types'],
  },
  'dossiers.handovers.store': {
    methods: ["POST"],
    pattern: '/:region/dossier/handovers',
    tokens: [{"old":"/:region/dossier/handovers","type":1,"val":"region","end":""},{"old":"/:region/dossier/handovers","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/handovers","type":0,"val":"handovers","end":""}],
    types: placeholder as Registry['dossiers.handovers.store']['types'],
  },
  'dossiers.handovers.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/dossier/handovers/:handover',
    tokens: [{"old":"/:region/dossier/handovers/:handover","type":1,"val":"region","end":""},{"old":"/:region/dossier/handovers/:handover","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/handovers/:handover","type":0,"val":"handovers","end":""},{"old":"/:region/dossier/handovers/:handover","type":1,"val":"handover","end":""}],
    types: placeholder as Registry['dossiers.handovers.show']['types'],
  },
  'dossiers.handovers.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/dossier/handovers/:handover',
    tokens: [{"old":"/:region/dossier/handovers/:handover","type":1,"val":"region","end":""},{"old":"/:region/dossier/handovers/:handover","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/handovers/:handover","type":0,"val":"handovers","end":""},{"old":"/:region/dossier/handovers/:handover","type":1,"val":"handover","end":""}],
    types: placeholder as Registry['dossiers.handovers.destroy']['types'],
  },
  'dossiers.submissions.store': {
    methods: ["POST"],
    pattern: '/:region/dossier/submissions',
    tokens: [{"old":"/:region/dossier/submissions","type":1,"val":"region","end":""},{"old":"/:region/dossier/submissions","type":0,"val":"dossier","end":""},{"old":"/:region/dossier/submissions","type":0,"val":"submissions","end":""}],
    types: placeholder as Registry['dossiers.submissions.store']['types'],
  },
  'review.staff_homes.show': {
    methods: ["GET","HEAD"],
    pattern: '/staff',
    tokens: [{"old":"/staff","type":0,"val":"staff","end":""}],
    types: placeholder as Registry['review.staff_homes.show']['types'],
  },
  'review.queue.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/staff/queue',
    tokens: [{"old":"/:region/staff/queue","type":1,"val":"region","end":""},{"old":"/:region/staff/queue","type":0,"val":"staff","end":""},{"old":"/:region/staff/queue","type":0,"val":"queue","end":""}],
    types: placeholder as Registry['review.queue.show']['types'],
  },
  'review.next_claims.store': {
    methods: ["POST"],
    pattern: '/:region/staff/claims',
    tokens: [{"old":"/:region/staff/claims","type":1,"val":"region","end":""},{"old":"/:region/staff/claims","type":0,"val":"staff","end":""},{"old":"/:region/staff/claims","type":0,"val":"claims","end":""}],
    types: placeholder as Registry['review.next_claims.store']['types'],
  },
  'review.dossiers.show': {
    methods: ["GET","HEAD"],
    pattern: '/:region/staff/dossiers/:dossier',
    tokens: [{"old":"/:region/staff/dossiers/:dossier","type":1,"val":"region","end":""},{"old":"/:region/staff/dossiers/:dossier","type":0,"val":"staff","end":""},{"old":"/:region/staff/dossiers/:dossier","type":0,"val":"dossiers","end":""},{"old":"/:region/staff/dossiers/:dossier","type":1,"val":"dossier","end":""}],
    types: placeholder as Registry['review.dossiers.show']['types'],
  },
  'review.claims.store': {
    methods: ["POST"],
    pattern: '/:region/staff/dossiers/:dossier/claims',
    tokens: [{"old":"/:region/staff/dossiers/:dossier/claims","type":1,"val":"region","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":0,"val":"staff","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":0,"val":"dossiers","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":1,"val":"dossier","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":0,"val":"claims","end":""}],
    types: placeholder as Registry['review.claims.store']['types'],
  },
  'review.claims.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/staff/dossiers/:dossier/claims',
    tokens: [{"old":"/:region/staff/dossiers/:dossier/claims","type":1,"val":"region","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":0,"val":"staff","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":0,"val":"dossiers","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":1,"val":"dossier","end":""},{"old":"/:region/staff/dossiers/:dossier/claims","type":0,"val":"claims","end":""}],
    types: placeholder as Registry['review.claims.destroy']['types'],
  },
  'review.verdicts.update': {
    methods: ["PUT"],
    pattern: '/:region/staff/dossiers/:dossier/verdicts/:item',
    tokens: [{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":1,"val":"region","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":0,"val":"staff","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":0,"val":"dossiers","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":1,"val":"dossier","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":0,"val":"verdicts","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":1,"val":"item","end":""}],
    types: placeholder as Registry['review.verdicts.update']['types'],
  },
  'review.verdicts.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/staff/dossiers/:dossier/verdicts/:item',
    tokens: [{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":1,"val":"region","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":0,"val":"staff","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":0,"val":"dossiers","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":1,"val":"dossier","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":0,"val":"verdicts","end":""},{"old":"/:region/staff/dossiers/:dossier/verdicts/:item","type":1,"val":"item","end":""}],
    types: placeholder as Registry['review.verdicts.destroy']['types'],
  },
  'review.reviews.store': {
    methods: ["POST"],
    pattern: '/:region/staff/dossiers/:dossier/reviews',
    tokens: [{"old":"/:region/staff/dossiers/:dossier/reviews","type":1,"val":"region","end":""},{"old":"/:region/staff/dossiers/:dossier/reviews","type":0,"val":"staff","end":""},{"old":"/:region/staff/dossiers/:dossier/reviews","type":0,"val":"dossiers","end":""},{"old":"/:region/staff/dossiers/:dossier/reviews","type":1,"val":"dossier","end":""},{"old":"/:region/staff/dossiers/:dossier/reviews","type":0,"val":"reviews","end":""}],
    types: placeholder as Registry['review.reviews.store']['types'],
  },
  'review.reveals.store': {
    methods: ["POST"],
    pattern: '/:region/staff/dossiers/:dossier/reveals',
    tokens: [{"old":"/:region/staff/dossiers/:dossier/reveals","type":1,"val":"region","end":""},{"old":"/:region/staff/dossiers/:dossier/reveals","type":0,"val":"staff","end":""},{"old":"/:region/staff/dossiers/:dossier/reveals","type":0,"val":"dossiers","end":""},{"old":"/:region/staff/dossiers/:dossier/reveals","type":1,"val":"dossier","end":""},{"old":"/:region/staff/dossiers/:dossier/reveals","type":0,"val":"reveals","end":""}],
    types: placeholder as Registry['review.reveals.store']['types'],
  },
  'administration.platform.show': {
    methods: ["GET","HEAD"],
    pattern: '/platform',
    tokens: [{"old":"/platform","type":0,"val":"platform","end":""}],
    types: placeholder as Registry['administration.platform.show']['types'],
  },
  'administration.regions.index': {
    methods: ["GET","HEAD"],
    pattern: '/platform/regions',
    tokens: [{"old":"/platform/regions","type":0,"val":"platform","end":""},{"old":"/platform/regions","type":0,"val":"regions","end":""}],
    types: placeholder as Registry['administration.regions.index']['types'],
  },
  'administration.regions.create': {
    methods: ["GET","HEAD"],
    pattern: '/platform/regions/new',
    tokens: [{"old":"/platform/regions/new","type":0,"val":"platform","end":""},{"old":"/platform/regions/new","type":0,"val":"regions","end":""},{"old":"/platform/regions/new","type":0,"val":"new","end":""}],
    types: placeholder as Registry['administration.regions.create']['types'],
  },
  'administration.regions.store': {
    methods: ["POST"],
    pattern: '/platform/regions',
    tokens: [{"old":"/platform/regions","type":0,"val":"platform","end":""},{"old":"/platform/regions","type":0,"val":"regions","end":""}],
    types: placeholder as Registry['administration.regions.store']['types'],
  },
  'administration.region_imports.create': {
    methods: ["GET","HEAD"],
    pattern: '/platform/region-imports/new',
    tokens: [{"old":"/platform/region-imports/new","type":0,"val":"platform","end":""},{"old":"/platform/region-imports/new","type":0,"val":"region-imports","end":""},{"old":"/platform/region-imports/new","type":0,"val":"new","end":""}],
    types: placeholder as Registry['administration.region_imports.create']['types'],
  },
  'administration.region_imports.store': {
    methods: ["POST"],
    pattern: '/platform/region-imports',
    tokens: [{"old":"/platform/region-imports","type":0,"val":"platform","end":""},{"old":"/platform/region-imports","type":0,"val":"region-imports","end":""}],
    types: placeholder as Registry['administration.region_imports.store']['types'],
  },
  'administration.region_previews.store': {
    methods: ["POST"],
    pattern: '/platform/region-previews',
    tokens: [{"old":"/platform/region-previews","type":0,"val":"platform","end":""},{"old":"/platform/region-previews","type":0,"val":"region-previews","end":""}],
    types: placeholder as Registry['administration.region_previews.store']['types'],
  },
  'administration.exam_points.index': {
    methods: ["GET","HEAD"],
    pattern: '/:region/staff/points',
    tokens: [{"old":"/:region/staff/points","type":1,"val":"region","end":""},{"old":"/:region/staff/points","type":0,"val":"staff","end":""},{"old":"/:region/staff/points","type":0,"val":"points","end":""}],
    types: placeholder as Registry['administration.exam_points.index']['types'],
  },
  'administration.exam_points.store': {
    methods: ["POST"],
    pattern: '/:region/staff/points',
    tokens: [{"old":"/:region/staff/points","type":1,"val":"region","end":""},{"old":"/:region/staff/points","type":0,"val":"staff","end":""},{"old":"/:region/staff/points","type":0,"val":"points","end":""}],
    types: placeholder as Registry['administration.exam_points.store']['types'],
  },
  'administration.exam_points.update': {
    methods: ["PUT"],
    pattern: '/:region/staff/points/:point',
    tokens: [{"old":"/:region/staff/points/:point","type":1,"val":"region","end":""},{"old":"/:region/staff/points/:point","type":0,"val":"staff","end":""},{"old":"/:region/staff/points/:point","type":0,"val":"points","end":""},{"old":"/:region/staff/points/:point","type":1,"val":"point","end":""}],
    types: placeholder as Registry['administration.exam_points.update']['types'],
  },
  'administration.exam_points.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/staff/points/:point',
    tokens: [{"old":"/:region/staff/points/:point","type":1,"val":"region","end":""},{"old":"/:region/staff/points/:point","type":0,"val":"staff","end":""},{"old":"/:region/staff/points/:point","type":0,"val":"points","end":""},{"old":"/:region/staff/points/:point","type":1,"val":"point","end":""}],
    types: placeholder as Registry['administration.exam_points.destroy']['types'],
  },
  'administration.notices.index': {
    methods: ["GET","HEAD"],
    pattern: '/:region/staff/notices',
    tokens: [{"old":"/:region/staff/notices","type":1,"val":"region","end":""},{"old":"/:region/staff/notices","type":0,"val":"staff","end":""},{"old":"/:region/staff/notices","type":0,"val":"notices","end":""}],
    types: placeholder as Registry['administration.notices.index']['types'],
  },
  'administration.notices.store': {
    methods: ["POST"],
    pattern: '/:region/staff/notices',
    tokens: [{"old":"/:region/staff/notices","type":1,"val":"region","end":""},{"old":"/:region/staff/notices","type":0,"val":"staff","end":""},{"old":"/:region/staff/notices","type":0,"val":"notices","end":""}],
    types: placeholder as Registry['administration.notices.store']['types'],
  },
  'administration.notices.update': {
    methods: ["PUT"],
    pattern: '/:region/staff/notices/:notice',
    tokens: [{"old":"/:region/staff/notices/:notice","type":1,"val":"region","end":""},{"old":"/:region/staff/notices/:notice","type":0,"val":"staff","end":""},{"old":"/:region/staff/notices/:notice","type":0,"val":"notices","end":""},{"old":"/:region/staff/notices/:notice","type":1,"val":"notice","end":""}],
    types: placeholder as Registry['administration.notices.update']['types'],
  },
  'administration.notices.destroy': {
    methods: ["DELETE"],
    pattern: '/:region/staff/notices/:notice',
    tokens: [{"old":"/:region/staff/notices/:notice","type":1,"val":"region","end":""},{"old":"/:region/staff/notices/:notice","type":0,"val":"staff","end":""},{"old":"/:region/staff/notices/:notice","type":0,"val":"notices","end":""},{"old":"/:region/staff/notices/:notice","type":1,"val":"notice","end":""}],
    types: placeholder as Registry['administration.notices.destroy']['types'],
  },
  'administration.notice_orders.update': {
    methods: ["PUT"],
    pattern: '/:region/staff/notice-order',
    tokens: [{"old":"/:region/staff/notice-order","type":1,"val":"region","end":""},{"old":"/:region/staff/notice-order","type":0,"val":"staff","end":""},{"old":"/:region/staff/notice-order","type":0,"val":"notice-order","end":""}],
    types: placeholder as Registry['administration.notice_orders.update']['types'],
  },
  'administration.notice_previews.store': {
    methods: ["POST"],
    pattern: '/:region/staff/notice-previews',
    tokens: [{"old":"/:region/staff/notice-previews","type":1,"val":"region","end":""},{"old":"/:region/staff/notice-previews","type":0,"val":"staff","end":""},{"old":"/:region/staff/notice-previews","type":0,"val":"notice-previews","end":""}],
    types: placeholder as Registry['administration.notice_previews.store']['types'],
  },
  'administration.contacts.index': {
    methods: ["GET","HEAD"],
    pattern: '/:region/staff/contacts',
    tokens: [{"old":"/:region/staff/contacts","type":1,"val":"region","end":""},{"old":"/:region/staff/contacts","type":0,"val":"staff","end":""},{"old":"/:region/staff/contacts","type":0,"val":"contacts","end":""}],
    types: placeholder as Registry['administration.contacts.index']['types'],
  },
  'administration.contacts.update': {
    methods: ["PUT"],
    pattern: '/:region/staff/contacts',
    tokens: [{"old":"/:region/staff/contacts","type":1,"val":"region","end":""},{"old":"/:region/staff/contacts","type":0,"val":"staff","end":""},{"old":"/:region/staff/contacts","type":0,"val":"contacts","end":""}],
    types: placeholder as Registry['administration.contacts.update']['types'],
  },
} as const satisfies Record<string, AdonisEndpoint>

export { routes }

export const registry = {
  routes,
  $tree: {} as ApiDefinition,
}

declare module '@tuyau/core/types' {
  export interface UserRegistry {
    routes: typeof routes
    $tree: ApiDefinition
  }
}
