import type { ApiClient, ApiRequest } from '@japa/api-client'
import { materialJson } from '#app/core/material_json'
import { parseCatalog } from '#app/core/release'
import type Staff from '#app/identity/models/staff'
import { seedDocument } from '#database/demo/people'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** As the catalog's pages send: JSON, in the name of somebody or of a guest. */
export function send(
  client: ApiClient,
  staff: Staff | null,
  method: Method,
  path: string,
  form?: object
) {
  // What the routes' types say of a body is of no use for an address made here.
  const request: ApiRequest = client[method](path).withCsrfToken().accept('json').redirects(0)
  if (form) request.json(form)
  return staff ? request.withGuard('staff').loginAs(staff) : request
}

/** What a page was given. */
export async function propsOf(client: ApiClient, staff: Staff, path: string): Promise<any> {
  const page = await client.get(path).withGuard('staff').loginAs(staff).withInertia()
  page.assertStatus(200)
  return page.inertiaProps
}

/** Fields of a national material as its form has them. */
export function fieldsOf(code: string): Record<string, any> {
  const { materials } = parseCatalog(seedDocument('catalog.json'))
  return { ...materialJson(materials.find((one) => one.code === code)!) }
}
