import { SimpleMessagesProvider } from '@vinejs/vine'
import vine from '@vinejs/vine'

/** Rules say what to do; the request's own language is bound by @adonisjs/i18n where it has a text. */
vine.messagesProvider = new SimpleMessagesProvider({})
