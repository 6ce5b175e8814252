import { booklet, diploma } from '../templates/certificate.js'
import { letter } from '../templates/letter.js'
import { DAY, ID, NAME, one, type Places } from './kinds.js'

/** Traditional medicine and the rural stream. */
export const traditional: Record<string, Places> = {
  TCM_MASTER: one((title) =>
    booklet({
      title,
      tone: 'crimson',
      left: [
        ['姓名', NAME],
        ['性别', '女'],
        ['出生日期', '××××年××月'],
        ['指导老师', '×××'],
      ],
      number: `证书编号:${'×'.repeat(12)}`,
      right: {
        heading: '出师证明',
        text: `${NAME}于××××年××月至××××年××月跟师学习传统医学满三年,经出师考核合格,准予出师。`,
      },
      issuer: '示例省中医药管理局',
    })
  ),
  TCM_EXPERTISE: one((title) =>
    booklet({
      title,
      tone: 'gold',
      left: [
        ['姓名', NAME],
        ['性别', '男'],
        ['出生日期', '××××年××月'],
        ['专长', '传统医学外治'],
      ],
      number: `证书编号:${'×'.repeat(12)}`,
      sitter: 'man',
      right: {
        heading: '考核证明',
        text: `${NAME}从事传统医学临床实践五年以上,经考核,其医术确有专长,特发此证。`,
      },
      issuer: '示例市中医药管理局',
    })
  ),
  WEST_LEARN_TCM: one((title) =>
    diploma({
      title: '西医学习中医培训结业证书',
      subtitle: title,
      tone: 'gold',
      text: `${NAME},性别女,××××年××月至××××年××月参加省级中医药主管部门认可的西医学习中医培训班,系统学习中医理论与临床课程×××学时,成绩合格,准予结业。`,
      foot: [
        ['证书编号', '×'.repeat(12)],
        ['负责人', 'signature'],
      ],
      issuer: '示例中医药大学',
    })
  ),
  RURAL_SERVICE: one((title, aside) =>
    letter({
      title,
      subtitle: `${aside}之单位证明页`,
      number: '编号:××××××××',
      paragraphs: [
        `兹证明${NAME},女,公民身份号码${ID},受聘于我院,聘用合同编号××××××××。`,
        `该同志自${DAY}至${DAY}在示例村卫生室工作,从事全科诊疗,累计满一年。`,
        '示例村卫生室隶属我院,实行一体化管理,登记号××××××××。',
      ],
      closing: '特此证明。',
      signed: [
        ['法定代表人', 'signature'],
        ['联系电话', '××××-××××××××'],
      ],
      stamps: ['示例乡镇卫生院(盖章)'],
    })
  ),
  RURAL_DOCTOR_CERT: one((title) =>
    booklet({
      title,
      tone: 'green',
      left: [
        ['姓名', NAME],
        ['性别', '女'],
        ['出生日期', '××××年××月'],
        ['证书编码', '×'.repeat(12)],
      ],
      number: '照片页',
      right: {
        heading: '注册页',
        lines: [
          ['执业地点', '示例村卫生室'],
          ['主管机构', '示例乡镇卫生院'],
          ['注册日期', DAY],
          ['有效期至', DAY],
          ['再次注册', DAY],
        ],
      },
      issuer: '示例县卫生健康局',
    })
  ),
}
