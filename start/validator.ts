import { RequestValidator } from '@adonisjs/core/http'
import { SimpleMessagesProvider } from '@vinejs/vine'
import vine from '@vinejs/vine'

/** Outside of a request nobody reads the messages. */
vine.messagesProvider = new SimpleMessagesProvider({})

/** In a request they are in its language (resources/lang/…/validator.json) and say what to do. */
RequestValidator.messagesProvider = ({ i18n }) => i18n.createMessagesProvider()
