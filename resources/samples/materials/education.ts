import { group, rect } from '../svg.js'
import { seal } from '../parts.js'
import { booklet, diploma, upright } from '../templates/certificate.js'
import { fields, form, list, opinion, wide } from '../templates/form.js'
import { letter } from '../templates/letter.js'
import { report } from '../templates/report.js'
import { DAY, HOSPITAL, ID, MONTH, NAME, SCHOOL, SPAN, one, type Places } from './kinds.js'

const PUBLIC_NOTES = [
  '本页为示例图样,其中信息、号码与编码均为虚构,不能查验。',
  '上传时请保留整页,二维码与在线验证码应完整清晰。',
  '验证有效期建议设到考试年度结束。',
]

/** Half of a seal at the right edge, as it is stamped across the pages of a file. */
const ACROSS_PAGES = group('', rect(694, 0, 6, 990, 'fill="#e7e4da"'), seal(704, 560, 66))

export const education: Record<string, Places> = {
  EDU_DIPLOMA: one((title) =>
    diploma({
      title,
      tone: 'navy',
      text: `学生${NAME},性别女,××××年××月××日生,于××××年九月至××××年六月在本校临床医学专业五年制本科学习,修完教学计划规定的全部课程,成绩合格,准予毕业。`,
      foot: [
        ['证书编号', '×'.repeat(18)],
        ['校(院)长', 'signature'],
      ],
      issuer: SCHOOL,
    })
  ),
  EDU_DEGREE: one((title) =>
    diploma({
      title,
      subtitle: '(专业学位)',
      tone: 'crimson',
      sitter: 'man',
      text: `${NAME},性别男,××××年××月××日生。在本校完成了临床医学专业学位硕士培养方案规定的学习,成绩合格,经审核,授予临床医学硕士专业学位。`,
      foot: [
        ['证书编号', '×'.repeat(16)],
        ['学位评定委员会主席', 'signature'],
      ],
      issuer: SCHOOL,
    })
  ),
  EDU_CHSI: one((title) =>
    report({
      title,
      english: 'Online registration record of the qualification · SAMPLE',
      tone: '#1c6bb0',
      code: 'CHSI',
      fields: [
        ['姓名', NAME],
        ['性别', '女'],
        ['出生日期', DAY],
        ['入学日期', MONTH],
        ['毕(结)业日期', MONTH],
        ['学校名称', SCHOOL],
        ['专业', '临床医学'],
        ['学制 / 层次', '5年 / 本科 / 普通全日制'],
        ['毕(结)业', '毕业'],
        ['证书编号', '×'.repeat(18)],
      ],
      notes: PUBLIC_NOTES,
    })
  ),
  EDU_CERT_REPORT: one((title) =>
    report({
      title,
      english: 'Qualification verification report · SAMPLE',
      tone: '#7a3b14',
      code: 'REPORT',
      sitter: 'man',
      stamped: '示例认证机构',
      fields: [
        ['报告编号', '×'.repeat(14)],
        ['姓名', NAME],
        ['性别', '男'],
        ['出生日期', DAY],
        ['毕业院校', SCHOOL],
        ['专业 / 层次', '临床医学 / 专科'],
        ['学习形式', '普通全日制'],
        ['毕业证书编号', '×'.repeat(18)],
        ['认证结果', '经核查,该证书记载内容属实'],
        ['出具日期', DAY],
      ],
      notes: PUBLIC_NOTES,
    })
  ),
  EDU_LOST_PROOF: one((title) =>
    letter({
      title,
      number: '证明书编号:××××××××××××',
      withPhoto: true,
      paragraphs: [
        `学生${NAME},性别女,××××年××月××日生,公民身份号码${ID}。`,
        '该生于××××年九月至××××年六月在我校临床医学专业五年制本科学习,修完教学计划规定的全部课程,成绩合格,于××××年六月毕业,原毕业证书编号××××××××××××。',
        '原毕业证书遗失,经本人申请并核查学籍档案,出具本证明书。本证明书与原证书具有同等效力。',
      ],
      closing: '特此证明。',
      signed: [
        ['校(院)长', 'signature'],
        ['档案保管人', 'signature'],
      ],
      stamps: [`${SCHOOL}(盖章)`],
      foot: '第 1 页 共 × 页 · 骑缝章应可见',
      extra: ACROSS_PAGES,
    })
  ),
  EDU_PRIOR_DIPLOMA: one((title) =>
    diploma({
      title,
      subtitle: '前一阶段学历(专科)',
      tone: 'green',
      text: `学生${NAME},性别女,××××年××月××日生,于××××年九月至××××年六月在本校临床医学专业三年制专科学习,修完教学计划规定的全部课程,成绩合格,准予毕业。`,
      foot: [
        ['证书编号', '×'.repeat(18)],
        ['校长', 'signature'],
      ],
      issuer: '示例医学高等专科学校',
    })
  ),
  EDU_SECONDARY_FILE: one((title, aside) =>
    form({
      title,
      subtitle: aside,
      top: ['学校:示例卫生学校    专业:社区医学', '第 × 页 共 × 页'],
      rows: [
        list(
          [
            ['序号', 1],
            ['姓名', 2],
            ['性别', 1],
            ['出生年月', 2],
            ['入学时间', 2],
            ['毕业时间', 2],
            ['学制', 1],
            ['备注', 1.6],
          ],
          Array.from({ length: 11 }, (_, i) => [
            String(i + 1),
            i === 4 ? NAME : '×××',
            i === 4 ? '女' : '×',
            '××××.××',
            '××××.××',
            '××××.××',
            '×年',
            i === 4 ? '本人' : '',
          ]),
          4
        ),
        wide('册名', '××××级毕业生名册(录取名单同此格式)'),
        opinion('学校核对', '名册与存档原件一致。', { sign: '经办人', stamped: true }),
        opinion('省级教育\n部门验印', '经核验,与备案名册一致。', { sign: '经办人', stamped: true }),
      ],
      foot: ['拍摄时应能看清本人姓名所在行及公章。'],
    })
  ),
  EDU_SECONDARY_OLD: one((title) =>
    upright({
      title,
      tone: 'gold',
      text: `${NAME},性别女,××××年××月××日生,参加××××年中等卫生专业学历资格考试,成绩合格。`,
      foot: [
        ['证书编号', '×'.repeat(12)],
        ['专业', '社区医学'],
      ],
      issuer: '示例省考试机构',
    })
  ),
  EDU_OVERSEAS: one((title) =>
    upright({
      title,
      tone: 'navy',
      sitter: 'man',
      code: 'OVERSEAS',
      text: `${NAME},男,××××年××月××日生。其在示例国示例大学(Sample University)学习临床医学课程,获得的医学学士学位证书经核查,具有相应的学历学位水平。`,
      foot: [
        ['认证书编号', '×'.repeat(12)],
        ['签发人', 'signature'],
      ],
      issuer: '示例留学服务机构',
    })
  ),
  EDU_STUDENT_CARD: one((title) =>
    booklet({
      title,
      tone: 'crimson',
      left: [
        ['姓名', NAME],
        ['学号', '××××××××××'],
        ['院系', '临床医学院'],
        ['专业', '临床医学(研究生)'],
      ],
      number: `入学日期:${MONTH}`,
      right: {
        heading: '学期注册',
        rows: [
          ['学年', '第一学期', '第二学期'],
          ['××××-××××', '已注册', '已注册'],
          ['××××-××××', '已注册', '已注册'],
          ['××××-××××', '已注册', '已注册'],
          ['××××-××××', '', ''],
        ],
        lines: [['乘车区间', '示例 至 示例']],
      },
      issuer: SCHOOL,
    })
  ),
  EDU_ENROLMENT: one((title) =>
    report({
      title: `教育部${title}`,
      english: 'Online enrolment verification report · SAMPLE',
      tone: '#0f7a6c',
      code: 'ENROL',
      fields: [
        ['姓名', NAME],
        ['性别', '女'],
        ['民族', '汉族'],
        ['出生日期', DAY],
        ['院校', SCHOOL],
        ['层次', '硕士研究生'],
        ['专业', '临床医学(专业学位)'],
        ['学制 / 学号', '3年 / ××××××××××'],
        ['入学日期', MONTH],
        ['学籍状态', '在籍(注册学籍)'],
      ],
      notes: PUBLIC_NOTES,
    })
  ),
  EDU_PG_TRAINING: one((title) =>
    form({
      title,
      top: [`培养单位:${SCHOOL}`, '年度:××××'],
      photoRows: 4,
      rows: [
        fields('姓名', NAME, '性别', '女'),
        fields('学号', '××××××××××', '学位类型', '专业学位'),
        fields('专业', '临床医学', '研究方向', '内科学'),
        fields('入学时间', MONTH, '毕业时间', MONTH),
        wide('实践机构', HOSPITAL),
        wide('训练时间', SPAN),
        list(
          [
            ['起止时间', 3],
            ['实践科室', 2],
            ['时长(月)', 1.4],
            ['考核结果', 1.6],
            ['带教老师', 1.8],
          ],
          [
            ['××××.××-××××.××', '内科', '×', '合格', '×××'],
            ['××××.××-××××.××', '外科', '×', '合格', '×××'],
            ['××××.××-××××.××', '急诊科', '×', '合格', '×××'],
          ]
        ),
        opinion('实践机构\n考核意见', '完成规定的临床实践训练,考核合格。', {
          sign: '负责人',
          stamped: true,
        }),
        opinion('培养单位\n意见', '情况属实,在学期间实践训练累计满一年。', {
          sign: '负责人',
          stamped: true,
        }),
      ],
    })
  ),
}
