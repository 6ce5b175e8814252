import type { HttpContext } from '@adonisjs/core/http'

/** A program asks for data; a page visit (Inertia also says JSON) is led on to the next page. */
export function answersJson({ request }: HttpContext): boolean {
  return !request.header('x-inertia') && request.accepts(['html', 'json']) === 'json'
}
