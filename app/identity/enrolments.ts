import type { HttpContext } from '@adonisjs/core/http'
import { encode } from 'uqr'
import type Staff from '#app/identity/models/staff'
import { pendingStaff } from '#app/identity/staff_sign_in'
import { keyUri, newSecret } from '#app/identity/totp'

const KEY = 'staff_enrolment'
const ISSUER = 'Kaoqu'

interface Enrolment {
  staffId: string
  secret: string
}

/** Who may set up a second factor now: the signed-in person, or one who has just given his password. */
export async function enrollingStaff(
  ctx: HttpContext
): Promise<{ staff: Staff; signedIn: boolean } | null> {
  const guard = ctx.auth.use('staff')
  if ((await guard.check()) && guard.user!.suspendedAt === null) {
    return { staff: guard.user!, signedIn: true }
  }
  const staff = await pendingStaff(ctx)
  return staff && { staff, signedIn: false }
}

/** The secret that the app is being shown; it stays the same when the page is loaded again. */
export function secretToEnrol({ session }: HttpContext, staff: Staff): string {
  const begun: Enrolment | undefined = session.get(KEY)
  if (begun?.staffId === staff.id) return begun.secret
  const secret = newSecret()
  session.put(KEY, { staffId: staff.id, secret } satisfies Enrolment)
  return secret
}

export function forgetEnrolment({ session }: HttpContext) {
  session.forget(KEY)
}

/** The picture for the app as one SVG path on a square of `size` modules. */
export function qrOf(secret: string, login: string): { size: number; path: string } {
  const { size, data } = encode(keyUri(secret, { issuer: ISSUER, login }), { ecc: 'M', border: 3 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
  return { size, path }
}
