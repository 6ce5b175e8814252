import type { HttpContext } from '@adonisjs/core/http'
import { readiness } from '#app/shared/readiness'

/** For load balancers and supervisors: JSON, nothing about the machine. */
export default class HealthController {
  async live({ response }: HttpContext) {
    return response.header('Cache-Control', 'no-store').send({ status: 'ok' })
  }

  async ready({ response }: HttpContext) {
    const { isHealthy, status, checks } = await readiness.run()
    response.header('Cache-Control', 'no-store').status(isHealthy ? 200 : 503)
    return response.send({
      status,
      checks: checks.map(({ name, status: state, message }) => ({ name, status: state, message })),
    })
  }
}
