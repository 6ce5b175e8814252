import type { Locale } from './release.js'

type Pair = readonly [zh: string, en: string]

/** What a region decides by each switch of the national catalog, as it stands beside the switch. */
const FLAGS: Readonly<Record<string, Pair>> = {
  require_handheld_id: ['要求手持证件照', 'asks for a photo holding the identity document'],
  photo_in_this_system: ['在本系统收报名照片', 'takes the registration photo here'],
  require_notice_slip: ['要求报名成功通知单', 'asks for the registration notice slip'],
  require_application_form: ['要求报名申请表', 'asks for the application form'],
  require_truth_commitment_image: ['要求上传真实性承诺书', 'asks for the signed truth commitment'],
  allow_upgrade_commitment: ['允许助理执业年限承诺', 'allows a commitment on assistant years'],
  require_chsi_record: ['要求学信网备案表', 'asks for the CHSI record'],
  show_degree_for_bachelor: ['本科生可交学位证', 'takes a bachelor’s degree certificate'],
  require_probation_filing: ['要求试用期备案证明', 'asks for the probation filing'],
  require_contract: ['要求劳动合同', 'asks for the employment contract'],
  require_social_insurance: ['要求社保证明', 'asks for the social-insurance record'],
  require_mentor_proof: ['要求带教老师证明', 'asks for the mentor’s agreement'],
  require_residency_proof: ['要求规培证明', 'asks for proof of residency training'],
  require_inst_license: ['要求机构执业许可证', 'asks for the institution’s licence'],
  require_rural_doctor_cert: ['要求乡村医生证书', 'asks for the rural doctor certificate'],
  require_rural_undertaking: ['要求乡村全科承诺书', 'asks for the rural undertaking'],
  returning_needs_old_ticket: [
    '往届考生须交旧准考证',
    'asks returning candidates for the old ticket',
  ],
  military_upload_allowed: ['允许现役军人在线上传', 'lets serving military upload online'],
  inst_license_exempt: [
    '免交机构执业许可证的机构',
    'institutions exempt from showing their licence',
  ],
}

/** A flag's name for people; one that only a later catalog knows is shown by its code. */
export function flagName(name: string, locale: Locale): string {
  const pair = FLAGS[name]
  if (!pair) return name
  return locale === 'zh-CN' ? pair[0] : pair[1]
}
