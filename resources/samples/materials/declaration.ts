import { band, fields, form, opinion, wide } from '../templates/form.js'
import { letter } from '../templates/letter.js'
import { slip } from '../templates/slip.js'
import { DAY, HOSPITAL, ID, MONTH, NAME, SCHOOL, one, type Draw, type Places } from './kinds.js'

/** Undertakings differ in what is promised; all are signed by the applicant alone. */
function undertaking(code: string, opening: string, promises: string[]): Draw {
  return (title, aside) =>
    letter({
      title,
      subtitle: aside,
      to: '示例考区、考点办公室:',
      paragraphs: [opening, ...promises.map((text, i) => `${i + 1}. ${text}`)],
      signed: [
        ['承诺人(手写签名)', 'signature'],
        ['证件号码', ID],
        ['联系电话', '×××××××××××'],
      ],
      foot: `表样 ${code} · ××××年度`,
    })
}

export const declaration: Record<string, Places> = {
  NOTICE_SUCCESS: one((title) =>
    slip({
      title,
      subtitle: '××××年医师资格考试',
      code: 'NOTICE',
      fields: [
        ['姓名', NAME],
        ['性别', '女'],
        ['证件类型', '居民身份证'],
        ['证件号码', ID],
        ['报考类别', '临床执业医师'],
        ['毕业学校', `${SCHOOL} · 临床医学 · 本科`],
        ['工作单位', HOSPITAL],
        ['报名考点', '示例考区 示例考点'],
        ['报名时间', `${DAY} ××:××`],
      ],
      notesTitle: '重要提示',
      notes: [
        '本通知单仅表示网上报名信息已提交,不代表通过资格审核。',
        '修改报名信息并重新提交后,须重新下载本单,旧单作废。',
        '请在考点规定时间内提交审核材料。',
      ],
      signed: true,
    })
  ),
  APPLICATION_FORM: one((title) =>
    form({
      title,
      top: ['考区:示例考区    考点:示例考点', '网报编号:××××××××'],
      photoRows: 4,
      rows: [
        fields('姓名', NAME, '性别', '女'),
        fields('出生日期', '××××.××.××', '民族', '汉族'),
        fields('证件类型', '居民身份证', '证件号码', ID),
        fields('报考类别', '临床', '考试级别', '执业医师'),
        fields('毕业学校', SCHOOL, '所学专业', '临床医学'),
        fields('学历', '本科', '毕业时间', MONTH),
        fields('工作单位', HOSPITAL, '单位登记号', '××××××××'),
        fields('试用机构', HOSPITAL, '试用时间', '××××.××-××××.××'),
        fields('联系电话', '×××××××××××', '通信地址', '示例市示例路××号'),
        opinion('考生声明', '以上信息经本人逐项核对无误,与所交材料一致,如有不实愿承担相应责任。', {
          sign: '考生签名',
          grow: 0.5,
        }),
        opinion('考点审核\n意见', '经审核,材料齐全。', { sign: '审核人', stamped: true, grow: 1 }),
        opinion('考区审核\n意见', '同意。', { sign: '审核人', stamped: true, grow: 1 }),
      ],
      foot: ['签字后信息不再修改。授予医师资格栏由授予机关填写。'],
    })
  ),
  COMMIT_TRUTH: one(
    undertaking(
      'CT-01',
      '本人报名参加××××年医师资格考试,已阅读报名公告和资格审核要求,现就所提交材料郑重承诺:',
      [
        '所填报的信息和上传的图像真实、准确、完整,均由原件拍摄或扫描,未作修改。',
        '积极配合考点、考区对材料进行核验,按要求补充说明。',
        '如提供虚假材料或隐瞒事实,自愿承担取消报名、考试成绩等后果。',
      ]
    )
  ),
  COMMIT_GRADUATE: one(
    undertaking(
      'CG-01',
      `本人于${MONTH}毕业于${SCHOOL},现在${HOSPITAL}试用,至资格审核时试用时间未满一年。现承诺:`,
      [
        '继续在该机构相应岗位试用至满一年,不中断、不变更。',
        '于当年8月31日前补交试用期满一年并考核合格的证明。',
        '逾期未交或考核不合格的,同意取消本年度考试资格,已取得的成绩无效。',
      ]
    )
  ),
  COMMIT_POSTGRAD: one(
    undertaking(
      'CP-01',
      `本人系${SCHOOL}当年毕业的医学研究生,预计于${MONTH}取得毕业证书和学位证书。现承诺:`,
      [
        '在规定日期前提交毕业证书和学位证书原件供核验。',
        '在学期间的临床实践训练时间与学校出具的证明一致。',
        '如未按期取得或未按期提交证书,同意取消本年度考试资格。',
      ]
    )
  ),
  COMMIT_UPGRADE: one(
    undertaking(
      'CU-01',
      `本人持有执业助理医师执业证书,首次注册日期为${DAY},现在${HOSPITAL}执业,资格审核时执业年限尚差×个月。现承诺:`,
      [
        '在考试前执业年限可满规定年限,期间持续在注册地点执业。',
        '在考区规定日期前补交执业期考核合格证明。',
        '逾期未交或年限不足的,同意取消本年度考试资格。',
      ]
    )
  ),
  RURAL_UNDERTAKING: one(
    undertaking(
      'RU-01',
      `本人报考乡村全科执业助理医师,现在示例县示例乡镇卫生院工作,已知晓以下规定并承诺遵守:`,
      [
        '考试合格取得的资格,限定在乡镇卫生院或村卫生室执业。',
        '执业范围为全科医学,变更执业地点须符合有关规定。',
        '不以本资格在其他级别医疗机构注册执业。',
      ]
    )
  ),
  SHORT_APPLY: one((title) =>
    form({
      title,
      top: ['考区:示例考区', '年度:××××'],
      photoRows: 4,
      rows: [
        fields('姓名', NAME, '性别', '女'),
        fields('证件号码', ID, '民族', '汉族'),
        fields('报考类别', '临床执业医师', '所学专业', '临床医学'),
        fields('工作单位', HOSPITAL, '所在科室', '儿科'),
        wide('加试专业', '□ 院前急救    ☑ 儿科'),
        fields('岗位起始', DAY, '联系电话', '×××××××××××'),
        band('申请与审核'),
        opinion('本人申请', '本人自愿申请加试,知晓合格后执业注册限于相应岗位。', {
          sign: '申请人签名',
          grow: 0.8,
        }),
        opinion('单位意见', '该同志在本单位上述岗位工作,情况属实,同意申请。', {
          sign: '法定代表人',
          stamped: true,
        }),
        opinion('考点意见', '同意加试。', { sign: '审核人', stamped: true }),
      ],
    })
  ),
  SHORT_AGREEMENT: one((title) =>
    letter({
      title,
      number: '协议编号:××××××××',
      paragraphs: [
        `甲方(单位):${HOSPITAL}    乙方(本人):${NAME}`,
        '乙方自愿参加短线医学专业加试,甲、乙双方就加试岗位达成如下协议:',
        '第一条 乙方考试合格并取得资格后,承诺在甲方儿科岗位执业,执业范围按规定加注限定。',
        '第二条 甲方为乙方提供相应岗位、带教与继续教育条件。',
        '第三条 乙方如需变更岗位,按医师执业注册有关规定办理。',
        '第四条 本协议一式三份,甲、乙双方及考点各执一份,签字盖章后生效。',
      ],
      signed: [
        ['甲方法定代表人(签字)', 'signature'],
        ['乙方(签字)', 'signature'],
      ],
      stamps: ['甲方(盖章)'],
    })
  ),
}
