import { defineConfig, transports } from '@adonisjs/mail'
import env from '#start/env'

/** What an `smtp:` or `smtps:` address says, as the client wants it. */
export function smtpServer(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  if (!['smtp:', 'smtps:'].includes(protocol)) {
    throw new Error('SMTP_URL begins with smtp:// or smtps://')
  }
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    auth: username
      ? {
          type: 'login' as const,
          user: decodeURIComponent(username),
          pass: decodeURIComponent(password),
        }
      : undefined,
    // Somebody waits for the answer, and there is the link to show instead.
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
  }
}

/** Nothing is dialled before it is used, and it is used only where SMTP_URL is set (config/identity.ts). */
const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: env.get('MAIL_FROM', 'kaoqu@localhost'), name: '考区' },
  mailers: { smtp: transports.smtp(smtpServer(env.get('SMTP_URL', 'smtp://127.0.0.1'))) },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
