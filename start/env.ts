import './environment.js'
import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  PORT: Env.schema.number(),
  HOST: Env.schema.string({ format: 'host' }),
  APP_URL: Env.schema.string({ format: 'url', tld: false }),
  LOG_LEVEL: Env.schema.string(),
  DATA_DIR: Env.schema.string(),
  KAOQU_DEMO: Env.schema.boolean.optional(),

  APP_KEY: Env.schema.secret(),
  FIELD_KEY: Env.schema.secret(),
  INDEX_KEY: Env.schema.secret(),

  DB_CONNECTION: Env.schema.enum(['sqlite', 'mysql'] as const),
  DB_HOST: Env.schema.string.optional({ format: 'host' }),
  DB_PORT: Env.schema.number.optional(),
  DB_SOCKET: Env.schema.string.optional(),
  DB_USER: Env.schema.string.optional(),
  DB_PASSWORD: Env.schema.string.optional(),
  DB_DATABASE: Env.schema.string.optional(),
  DB_POOL: Env.schema.number.optional(),

  REDIS_URL: Env.schema.string.optional(),
  SMTP_URL: Env.schema.string.optional(),
  MAIL_FROM: Env.schema.string.optional({ format: 'email' }),

  REGISTRATION_ISSUER: Env.schema.string({ format: 'url', tld: false }),
  REGISTRATION_CLIENT_ID: Env.schema.string(),
  REGISTRATION_CLIENT_SECRET: Env.schema.secret(),
  REGISTRATION_SERVICE_TOKEN: Env.schema.secret(),
  SANDBOX_PORT: Env.schema.number(),
  SANDBOX_PEOPLE: Env.schema.string.optional(),
})
