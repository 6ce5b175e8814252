import Message from '#app/messages/models/message'
import { wordVariables } from '#app/shared/wording'

/** The candidate's messages about a dossier, newest first, with variables in the reader's language. */
export async function messagesOfDossier(dossierId: string, locale: string) {
  const messages = await Message.query()
    .where('dossierId', dossierId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
  return messages.map(({ id, createdAt, template, variables, readAt }) => ({
    id,
    at: createdAt,
    template,
    params: wordVariables(variables, locale),
    readAt,
  }))
}
