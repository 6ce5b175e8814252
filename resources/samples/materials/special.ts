import { booklet, upright } from '../templates/certificate.js'
import { band, fields, form, list, opinion, wide } from '../templates/form.js'
import { letter } from '../templates/letter.js'
import { slip } from '../templates/slip.js'
import { DAY, ID, MONTH, NAME, SCHOOL, SPAN, one, type Places } from './kinds.js'

export const special: Record<string, Places> = {
  MIL_APPROVAL: one((title) =>
    letter({
      title,
      subtitle: '式样由考区提供,仅作内容要素示意',
      to: '示例考区、考点办公室:',
      paragraphs: [
        `兹有我部${NAME},证件号码××××××××,符合报名条件,拟参加××××年医师资格考试。`,
        '经研究,同意其报考。',
        '现役军人请按考区通知到现场提交,勿在线上传。',
      ],
      closing: '特此证明。',
      signed: [
        ['负责人', 'signature'],
        ['联系电话', '××××××××'],
      ],
      stamps: ['政治工作部门(盖章)'],
    })
  ),
  MIL_TRANSITION: one((title) =>
    booklet({
      title: `${title.replace('证明', '')}证明`,
      tone: 'green',
      sitter: 'man',
      left: [
        ['姓名', NAME],
        ['性别', '男'],
        ['出生日期', '××××年××月'],
        ['编号', '×'.repeat(10)],
      ],
      number: '照片页',
      right: {
        heading: '内容页',
        lines: [
          ['入伍时间', MONTH],
          ['离队时间', MONTH],
          ['离队方式', '□退役 ☑转业 □复员'],
          ['安置地', '示例省示例市'],
        ],
      },
      issuer: '示例安置机关',
    })
  ),
  HMT_LICENSE: one((title) =>
    upright({
      title: `${title}公证书`,
      subtitle: 'Notarised copy of a licence to practise · SAMPLE',
      tone: 'navy',
      sitter: 'man',
      code: 'HMT',
      text: `兹证明前面相连的医师执照影印件与${NAME}(男,××××年××月××日生)出示的原件相符,原件属实,执照编号××××××。`,
      foot: [
        ['公证书编号', '(××××)示证字第×××号'],
        ['公证员', 'signature'],
      ],
      issuer: '示例公证处',
    })
  ),
  HMT_INTERN: one((title) => internship(title, '居民来往通行证', '示例地区')),
  FOREIGN_INTERN: one((title) => internship(title, '护照', '示例国')),
  PRIOR_EXAM_PROOF: one(() =>
    slip({
      title: '医师资格考试准考证',
      subtitle: '××××年(往年) · 也可上传往年成绩单',
      code: 'TICKET',
      fields: [
        ['姓名', NAME],
        ['性别', '女'],
        ['证件号码', ID],
        ['准考证号', '××××××××××××'],
        ['报考类别', '临床执业医师'],
        ['考点名称', '示例考区 示例考点'],
        ['考点地址', '示例省示例市示例路××号'],
      ],
      rows: [
        ['单元', '考试日期', '考试时间', '机房 / 座位'],
        ['第一单元', '××月××日', '××:××-××:××', '×× / ××'],
        ['第二单元', '××月××日', '××:××-××:××', '×× / ××'],
        ['第三单元', '××月××日', '××:××-××:××', '×× / ××'],
      ],
      notesTitle: '考生须知',
      notes: [
        '凭本证与有效身份证件入场。',
        '开考后按规定时间停止入场。',
        '遵守考场纪律,服从工作人员安排。',
      ],
      stamped: '示例考点',
    })
  ),
  OTHER: one((title) =>
    letter({
      title,
      subtitle: '情况说明(按审核意见提供)',
      to: '示例考点办公室:',
      paragraphs: [
        `本人${NAME},证件号码${ID}。`,
        `根据${DAY}的审核意见,现就所要求的事项补充说明如下:`,
        '1. 说明事项:××××××××××××××××。',
        '2. 所附材料:××××××××(共 × 页)。',
        '以上内容真实,请予核对。上传时请在备注中写明本材料的名称与用途。',
      ],
      signed: [
        ['说明人(签名)', 'signature'],
        ['联系电话', '×××××××××××'],
      ],
      stamps: ['所在单位(如要求盖章)'],
    })
  ),
}

/** The two application forms for an internship differ in who applies. */
function internship(title: string, document: string, from: string) {
  return form({
    title,
    top: ['共 × 页 第 1 页', `申请日期:${DAY}`],
    photoRows: 4,
    sitter: 'man',
    rows: [
      fields('姓名', NAME, '性别', '男'),
      fields('出生日期', '××××.××.××', '籍属', from),
      fields('证件类型', document, '证件号码', 'A××××××××'),
      fields('毕业学校', SCHOOL, '所学专业', '临床医学'),
      fields('学历学位', '本科 / 学士', '毕业时间', MONTH),
      wide('实习医院', `${SCHOOL}附属示例医院`),
      wide('实习时间', SPAN),
      band('实习考核'),
      list(
        [
          ['实习科室', 2],
          ['起止时间', 3],
          ['考核成绩', 1.6],
          ['带教医师', 2],
        ],
        [
          ['内科', '××××.××-××××.××', '合格', '×××'],
          ['外科', '××××.××-××××.××', '合格', '×××'],
        ]
      ),
      opinion('申请人\n声明', '以上填写属实。', { sign: '申请人签名', grow: 0.6 }),
      opinion('实习医院\n意见', '同意接受实习,期满一年,考核合格。', {
        sign: '法定代表人',
        stamped: true,
      }),
      opinion('考区审核\n意见', '同意。', { sign: '审核人', stamped: true }),
    ],
  })
}
