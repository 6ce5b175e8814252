import { booklet, licence } from '../templates/certificate.js'
import { fields, form, list, opinion, wide } from '../templates/form.js'
import { letter } from '../templates/letter.js'
import { DAY, HOSPITAL, ID, MONTH, NAME, SCHOOL, SPAN, one, type Places } from './kinds.js'

const LEGAL = '法定代表人'

export const practice: Record<string, Places> = {
  PROBATION_CERT: one((title) =>
    form({
      title,
      subtitle: '(××××年度)',
      photoRows: 4,
      rows: [
        fields('姓名', NAME, '性别', '女'),
        fields('证件号码', ID, '民族', '汉族'),
        fields('毕业学校', SCHOOL, '所学专业', '临床医学'),
        fields('学历', '本科', '毕业时间', MONTH),
        fields('报考类别', '临床执业医师', '试用岗位', '内科'),
        wide('试用机构', `${HOSPITAL}    登记号:××××××××`),
        wide('试用起止', SPAN),
        fields('带教老师', '×××', '执业类别', '临床'),
        wide('带教证号', `医师执业证书编号 ${'×'.repeat(15)}`),
        opinion(
          '带教老师\n考核意见',
          '试用期间遵守规章,能完成病历书写、体格检查和基本技能操作,考核合格。',
          { sign: '带教老师签字' }
        ),
        opinion('科室考核\n意见', '同意带教老师意见,考核合格。', { sign: '科室负责人' }),
        opinion('试用机构\n考核意见', '试用期满一年,考核合格,情况属实。', {
          sign: `${LEGAL}签字`,
          stamped: true,
          grow: 1.5,
        }),
      ],
      foot: ['须使用报名系统下载的本年度表格;换过单位的每家一份。'],
    })
  ),
  PRACTICE_CERT: one((title) =>
    form({
      title,
      subtitle: '(××××年度)',
      photoRows: 4,
      rows: [
        fields('姓名', NAME, '性别', '男'),
        fields('证件号码', ID, '学历', '大专'),
        fields('助理资格证', '×'.repeat(12), '执业类别', '临床'),
        fields('执业证书', '×'.repeat(12), '执业范围', '内科专业'),
        fields('首次注册', DAY, '报考类别', '临床执业医师'),
        wide('执业机构', `${HOSPITAL}    登记号:××××××××`),
        list(
          [
            ['执业起止时间', 3],
            ['执业机构', 2.6],
            ['科室', 1.4],
            ['年限', 1.2],
          ],
          [
            ['××××.××-××××.××', HOSPITAL, '内科', '×年×月'],
            ['××××.××-××××.××', HOSPITAL, '全科', '×年×月'],
          ]
        ),
        opinion('考核内容', '执业期间依法执业,业务水平、工作成绩和职业道德考核合格。', {
          sign: '考核人',
        }),
        opinion('执业机构\n考核意见', '执业时间已满规定年限,考核合格,情况属实。', {
          sign: `${LEGAL}签字`,
          stamped: true,
          grow: 1.4,
        }),
      ],
      sitter: 'man',
      foot: ['执业起点以首次注册日期为准:大专满二年,中专满五年。'],
    })
  ),
  AST_QUAL_CERT: one((title) =>
    booklet({
      title,
      tone: 'crimson',
      left: [
        ['姓名', NAME],
        ['性别', '男'],
        ['出生日期', '××××年××月'],
        ['类别', '临床'],
      ],
      number: '照片页',
      sitter: 'man',
      right: {
        heading: '资格编码',
        lines: [
          ['证书编码', '×'.repeat(20)],
          ['身份证号', ID],
          ['学历', '大专'],
          ['专业', '临床医学'],
          ['批准日期', DAY],
        ],
      },
      issuer: '示例卫生健康委员会',
    })
  ),
  AST_PRACTICE_LIC: one((title) =>
    booklet({
      title,
      tone: 'green',
      left: [
        ['姓名', NAME],
        ['性别', '男'],
        ['执业类别', '临床'],
        ['执业范围', '内科专业'],
      ],
      number: `证书编码:${'×'.repeat(15)}`,
      sitter: 'man',
      right: {
        heading: '变更注册记录',
        rows: [
          ['变更日期', '变更事项', '经办'],
          ['××××.××.××', '执业地点', '×××'],
          ['××××.××.××', '执业范围', '×××'],
          ['', '', ''],
        ],
        lines: [
          ['执业地点', HOSPITAL],
          ['首次注册', DAY],
        ],
      },
      issuer: '示例县卫生健康局',
    })
  ),
  FIRST_REG_PROOF: one((title) =>
    letter({
      title,
      number: '编号:××××××××',
      paragraphs: [
        `兹证明${NAME},男,公民身份号码${ID},执业助理医师资格证书编码${'×'.repeat(12)}。`,
        `该同志于${DAY}在我机关首次办理执业注册,执业类别为临床,执业地点为${HOSPITAL},执业证书编码${'×'.repeat(12)}。`,
        `其后于${DAY}因跨省变更执业地点换发新证,首次注册日期以本证明为准。`,
      ],
      closing: '特此证明。',
      signed: [
        ['经办人', 'signature'],
        ['联系电话', '××××-××××××××'],
      ],
      stamps: ['原注册机关(盖章)'],
    })
  ),
  PROBATION_FILING: one(() =>
    form({
      title: '医师资格考试试用人员备案表',
      subtitle: '试用备案材料',
      top: [`备案机构:${HOSPITAL}`, `备案日期:${DAY}`],
      rows: [
        fields('登记号', '××××××××', '机构级别', '二级甲等'),
        list(
          [
            ['序号', 1],
            ['姓名', 1.6],
            ['性别', 1],
            ['毕业学校', 3],
            ['专业', 2],
            ['试用科室', 1.8],
            ['试用起始', 2],
            ['带教', 1.4],
          ],
          Array.from({ length: 9 }, (_, i) => [
            String(i + 1),
            i === 3 ? NAME : '×××',
            i === 3 ? '女' : '×',
            i === 3 ? SCHOOL : '××××××',
            '临床医学',
            '内科',
            '××××.××',
            '×××',
          ]),
          3
        ),
        opinion('机构意见', '以上人员在本机构试用,情况属实,申请备案。', {
          sign: LEGAL,
          stamped: true,
        }),
        opinion('备案机关\n意见', '准予备案。', { sign: '经办人', stamped: true }),
      ],
      foot: ['本人所在行与公章应同时可见;可按通知用上年准考证代替。'],
    })
  ),
  EMPLOY_CONTRACT: one((title, aside) =>
    letter({
      title,
      subtitle: `${aside}示例 · 期限与签字盖章页`,
      number: '合同编号:××××××××',
      paragraphs: [
        `甲方(用人单位):${HOSPITAL}    法定代表人:×××`,
        `乙方(劳动者):${NAME}    证件号码:${ID}`,
        `第一条 合同期限:本合同为固定期限合同,自${DAY}起至${DAY}止,其中试用期×个月。`,
        '第二条 工作岗位:乙方在甲方内科从事医疗工作,试用期间由执业医师带教。',
        '第三条 劳动报酬:████████████(可遮盖)',
        '第四条 双方按国家规定参加社会保险。本合同一式两份,签字盖章后生效。',
      ],
      signed: [
        ['甲方代表(签字)', 'signature'],
        ['乙方(签字)', 'signature'],
      ],
      stamps: ['甲方(盖章)'],
    })
  ),
  SOCIAL_INSURANCE: one((title) =>
    form({
      title,
      subtitle: '(职工个人)',
      top: ['参保地:示例省示例市', '验证码:××××××××××××'],
      rows: [
        fields('姓名', NAME, '证件号码', ID),
        fields('单位名称', HOSPITAL, '个人编号', '××××××××××'),
        wide('查询期间', '××××年××月 至 ××××年××月'),
        list(
          [
            ['缴费月份', 2],
            ['单位名称', 3.4],
            ['养老保险', 1.6],
            ['医疗保险', 1.6],
            ['工伤保险', 1.6],
            ['失业保险', 1.6],
          ],
          Array.from({ length: 12 }, (_, i) => [
            `××××年${String(i + 1).padStart(2, '0')}月`,
            HOSPITAL,
            '已缴费',
            '已缴费',
            '已缴费',
            '已缴费',
          ])
        ),
        opinion('经办机构', '本证明由参保人自行打印,可凭验证码查验。', {
          sign: '打印人',
          stamped: true,
        }),
      ],
      foot: ['缴费基数等金额可不显示;单位名称与月份应清晰。'],
    })
  ),
  MENTOR_AGREEMENT: one(() =>
    letter({
      title: '带教协议',
      subtitle: '签字页(另附带教老师执业证书首页)',
      number: '协议编号:××××××××',
      paragraphs: [
        `试用机构:${HOSPITAL}    试用人员:${NAME}`,
        `带教老师:×××    执业类别:临床    执业证书编码:${'×'.repeat(15)}`,
        `第一条 带教期限:${SPAN}。`,
        '第二条 带教老师指导试用人员完成门诊、病房及急诊工作,定期记录并考核。',
        '第三条 试用人员在带教老师指导下从事诊疗活动,不得单独执业。',
        '第四条 期满由带教老师填写考核意见,机构审核盖章。',
      ],
      signed: [
        ['带教老师(签字)', 'signature'],
        ['试用人员(签字)', 'signature'],
      ],
      stamps: ['试用机构(盖章)'],
    })
  ),
  RESIDENCY_PROOF: one((title) =>
    letter({
      title,
      number: '编号:××××××××',
      withPhoto: true,
      paragraphs: [
        `兹证明${NAME},女,公民身份号码${ID}。`,
        `该同志自${DAY}起在我基地参加住院医师规范化培训,培训专业为内科,培训年限三年,预计于${MONTH}结业,学员类型为单位人。`,
        '该学员目前在培,培训期间轮转与考核情况正常。',
      ],
      closing: '特此证明。',
      signed: [
        ['基地负责人', 'signature'],
        [LEGAL, 'signature'],
      ],
      stamps: ['培训基地(盖章)'],
    })
  ),
  INST_LICENSE: one(() =>
    licence({
      title: '医疗机构执业许可证',
      subtitle: '(副本)',
      code: 'LICENCE',
      lines: [
        ['机构名称', HOSPITAL],
        ['登记号', '×'.repeat(18)],
        ['地址', '示例省示例市示例区示例路××号'],
        ['法定代表人', '×××        主要负责人:×××'],
        ['诊疗科目', '内科 / 外科 / 妇产科 / 儿科 / 口腔科 / 中医科'],
        ['有效期限', '××××.××.×× 至 ××××.××.××'],
        ['校验记录', '××××年度校验合格'],
      ],
      issuer: '示例卫生健康委员会',
    })
  ),
}
