const zh = {
  lang: 'zh-CN',
  otherLang: 'en',
  otherLangName: 'English',
  site: '国家医学考试 报名系统（沙箱）',
  siteShort: '国家医学考试 报名系统',
  sandbox: '沙箱',
  banner: '演示环境：这不是真实的报名系统，人员、证件和报名信息均为虚构。',
  portal: '考区材料上传与审核平台',
  backToPortal: '返回考区平台',
  footer: '仅供演示和测试使用',

  loginTitle: '登录报名账号',
  loginLead: '登录后将返回考区平台，办理材料上传。',
  account: '账号',
  password: '密码',
  login: '登录',
  person: (name: string, account: string) => `${name}（${account}）`,
  cancel: '取消，返回考区平台',
  wrongPassword: '账号或密码不正确。请核对后重新输入，或在“演示账号”中点选一个。',
  missingFields: '请输入账号和密码。',
  signedInAs: (who: string) => `当前已登录：${who}。登录另一个账号后，将改用新账号。`,
  demoTitle: '演示账号',
  demoLead: '点选一个账号即可填入，再点“登录”。所有账号的密码都是',
  filled: (who: string) => `已填入 ${who}，请点“登录”。`,

  consentTitle: '授权确认',
  consentLead: '申请使用您的报名信息',
  consentGets: '同意后，该平台将获得以下信息：',
  name: '姓名',
  idNo: '证件号码',
  phone: '手机号',
  registrations: '报名信息',
  registrationOf: (region: string, season: number) => `${region} ${season} 年度`,
  consentPurpose: '信息仅用于报名材料的上传、审核和结果通知。同意一次即可，以后登录不再询问。',
  agree: '同意授权',
  refuse: '拒绝',
  currentAccount: (who: string) => `当前账号：${who}`,
  switchAccount: '换一个账号',

  logoutTitle: '退出报名账号',
  logoutLead: '退出后，下次登录需要重新输入账号和密码。',
  logout: '退出登录',
  stay: '保持登录',
  loggedOutTitle: '已退出登录',
  loggedOutLead: '您已退出报名账号，可以关闭本页面，或返回考区平台换一个账号登录。',

  homeTitle: '这是演示用的报名系统',
  homeLead:
    '它代替真实的国家医学考试报名系统：考生用这里的账号登录考区平台，并授权平台读取自己的报名信息。请从考区平台开始登录。',

  regions: {
    SC: '四川考区',
    BJ: '北京考区',
    SH: '上海考区',
    GD: '广东考区',
    SD: '山东考区',
    HA: '河南考区',
  } as Record<string, string>,
}

export type Texts = typeof zh

const en: Texts = {
  lang: 'en',
  otherLang: 'zh-CN',
  otherLangName: '中文',
  site: 'National Medical Examination Registration (sandbox)',
  siteShort: 'Medical Examination Registration',
  sandbox: 'Sandbox',
  banner:
    'Demo: this is not the real registration system. All people, documents and entries are made up.',
  portal: 'Exam region portal',
  backToPortal: 'Back to the region portal',
  footer: 'For demonstration and testing only',

  loginTitle: 'Sign in to your registration account',
  loginLead: 'You will return to the region portal to upload your materials.',
  account: 'Account',
  password: 'Password',
  login: 'Sign in',
  person: (name, account) => `${name} (${account})`,
  cancel: 'Cancel and go back to the portal',
  wrongPassword:
    'Account or password is not right. Check them and try again, or pick a demo account.',
  missingFields: 'Enter account and password.',
  signedInAs: (who) => `Signed in now: ${who}. Signing in to another account replaces it.`,
  demoTitle: 'Demo accounts',
  demoLead: 'Pick an account to fill it in, then press "Sign in". The password of all accounts is',
  filled: (who) => `${who} is filled in. Press "Sign in".`,

  consentTitle: 'Authorisation',
  consentLead: 'asks to use your registration',
  consentGets: 'If you agree, it receives:',
  name: 'Name',
  idNo: 'ID number',
  phone: 'Mobile phone',
  registrations: 'Registration',
  registrationOf: (region, season) => `${region} ${season}`,
  consentPurpose:
    'Used only to upload and review your materials and to tell you the result. You agree once; later sign-ins do not ask again.',
  agree: 'Agree',
  refuse: 'Refuse',
  currentAccount: (who) => `Account: ${who}`,
  switchAccount: 'Use another account',

  logoutTitle: 'Sign out of your registration account',
  logoutLead: 'After that, the next sign-in asks for account and password.',
  logout: 'Sign out',
  stay: 'Stay signed in',
  loggedOutTitle: 'Signed out',
  loggedOutLead:
    'You may close this page, or go back to the region portal and use another account.',

  homeTitle: 'This is the registration system of the demo',
  homeLead:
    'It stands in for the national registration system: candidates sign in to the region portals with these accounts and let the portal read their registration. Start at the region portal.',

  regions: {
    SC: 'Sichuan',
    BJ: 'Beijing',
    SH: 'Shanghai',
    GD: 'Guangdong',
    SD: 'Shandong',
    HA: 'Henan',
  },
}

/** What an error page says, in both languages: it may come before a language is known. */
export const ERRORS = {
  session_expired: {
    zh: '这次登录已过期或已完成。请返回考区平台，重新点“登录”。',
    en: 'This sign-in has expired or is already done. Go back to the region portal and sign in again.',
  },
  unknown_client: {
    zh: '发起登录的平台没有在报名系统登记。请联系平台管理员核对接入配置。',
    en: 'The portal that asked is not known here. Its administrator should check the client settings.',
  },
  bad_redirect: {
    zh: '平台的返回地址没有登记，为安全起见已停止。请联系平台管理员核对访问地址。',
    en: "The portal's return address is not registered, so the sign-in was stopped. Its administrator should check the address.",
  },
  not_found: {
    zh: '没有这个页面。请从考区平台开始登录。',
    en: 'There is no such page. Start at the region portal.',
  },
  server_error: {
    zh: '报名系统出了问题。请稍后返回考区平台重试。',
    en: 'Something went wrong here. Go back to the region portal and try again later.',
  },
  bad_request: {
    zh: '登录请求不完整或不正确。请返回考区平台，重新点“登录”。',
    en: 'The sign-in request is incomplete or wrong. Go back to the region portal and sign in again.',
  },
}

export type ErrorKind = keyof typeof ERRORS

/** Chinese unless English was asked for: by the page's switch, its cookie, or the portal's `ui_locales`. */
export function textsFor(...wishes: (string | null | undefined)[]): Texts {
  const wish = wishes.find((each) => each)
  return wish?.toLowerCase().startsWith('en') ? en : zh
}
