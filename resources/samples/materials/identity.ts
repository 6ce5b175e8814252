import {
  ICE,
  MINT,
  PEACH,
  SKY,
  cover,
  issuerSide,
  passport,
  permitFront,
  personSide,
  ruledBack,
} from '../templates/card.js'
import { fields, form, opinion, wide } from '../templates/form.js'
import { letter } from '../templates/letter.js'
import { handheld, idPhoto } from '../templates/people.js'
import { DAY, HOSPITAL, ID, NAME, one, type Places } from './kinds.js'

export const identity: Record<string, Places> = {
  ID_RESIDENT: {
    portrait: () => personSide(ICE),
    emblem: (title) => issuerSide(ICE, title, '中华人民共和国', '示例市公安局示例分局'),
  },
  ID_TEMP: {
    front: () => personSide(PEACH),
    back: (title) => issuerSide(PEACH, title, '中华人民共和国', '示例市公安局示例分局'),
  },
  ID_HMT_PERMIT: {
    front: (title) => permitFront(SKY, title, 'Travel Permit · Sample'),
    back: (title) =>
      ruledBack(
        SKY,
        title,
        [
          '本证为示例图样,号码、姓名与签发机关均为虚构。',
          '上传时请拍摄证件背面全幅,机读码完整可读。',
        ],
        ['CSA00000000<0<0000000<0000000<', 'SHILI<<YANGLI<<<<<<<<<<<<<<<<<']
      ),
  },
  ID_HMT_RES: {
    front: () => personSide(MINT, '公民身份号码', '通行证号码 A××××××××'),
    back: (title) => issuerSide(MINT, title, '中华人民共和国', '示例市公安局示例分局'),
  },
  ID_POLICE: one((title) =>
    letter({
      title,
      number: '示例证字〔××××〕第××号',
      withPhoto: true,
      paragraphs: [
        `兹证明${NAME},女,汉族,××××年×月×日出生,户籍地址:示例省示例市示例区示例路××号,公民身份号码:${ID}。`,
        '该居民的居民身份证正在办理中,照片与户籍信息核对一致。本证明仅用于当年医师资格考试报名资格审核。',
      ],
      closing: '特此证明。',
      signed: [
        ['经办民警', 'signature'],
        ['联系电话', '××××-××××××××'],
      ],
      stamps: ['所在单位确认(盖章)', '示例派出所(盖章)'],
    })
  ),
  ID_PASSPORT: one((title) => passport(title)),
  ID_MILITARY: one((title, aside) =>
    cover(title, aside, [
      '证件式样与提交方式由考区提供',
      '现役军人请勿在线上传',
      '按通知到现场审核',
    ])
  ),
  ID_HANDHELD: one(handheld),
  PHOTO_ID: one(idPhoto),
  IDENTITY_CHANGE: one((title) =>
    form({
      title,
      top: ['编号:××××××××', `开具日期:${DAY}`],
      rows: [
        fields('现姓名', NAME, '曾用名', '示例甲'),
        fields('性别', '女', '出生日期', DAY),
        wide('现证件号码', ID),
        wide('原证件号码', '×'.repeat(15)),
        wide('户籍地址', '示例省示例市示例区示例路××号'),
        wide('变更项目', '☑ 姓名    ☑ 公民身份号码    □ 其他'),
        fields('变更日期', DAY, '变更原因', '按规定办理'),
        opinion(
          '变更说明',
          '经查户籍档案,上述新、旧姓名及号码系同一人。新旧信息列于同一页,供核对各材料之间的差异。',
          {
            sign: '经办人',
          }
        ),
        opinion('户籍机关\n意见', '情况属实。', { sign: '负责人', stamped: true }),
      ],
      foot: [`持证人所在单位:${HOSPITAL}`],
    })
  ),
}
