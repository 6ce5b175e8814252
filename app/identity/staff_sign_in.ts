import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import identityConfig from '#config/identity'
import { MINUTE } from '#app/core/time'
import { rememberDevice } from '#app/identity/known_devices'
import Staff from '#app/identity/models/staff'
import { secondFactorOf } from '#app/identity/second_factors'
import { clock } from '#app/shared/clock'

const KEY = 'staff_pending'
/** Between the password and the code nobody is signed in; who takes longer begins again. */
const PENDING_LIMIT = 5 * MINUTE
/** Fetching a phone and an app the first time takes longer. */
const ENROLMENT_LIMIT = 20 * MINUTE

interface Pending {
  staffId: string
  until: number
  /** Of the password that was given: when it changes meanwhile, this sign-in is over. */
  seal: string
}

/** After the right password: signs in, or says which page asks for what is missing. */
export async function goOn(ctx: HttpContext, staff: Staff): Promise<string> {
  const enrolled = await secondFactorOf(staff.id)
  if (!enrolled && identityConfig.secondFactor === 'optional') return finishSignIn(ctx, staff)
  // Whoever was signed in here before is not the one whose code is asked for.
  await ctx.auth.use('staff').logout()
  const until = clock.now() + (enrolled ? PENDING_LIMIT : ENROLMENT_LIMIT)
  ctx.session.put(KEY, { staffId: staff.id, until, seal: sealOf(staff) } satisfies Pending)
  ctx.session.regenerate()
  return enrolled ? '/staff/login/code' : '/staff/second-factor'
}

/** Who has given the password and not yet the code; null when nobody has, or too long ago. */
export async function pendingStaff({ session }: HttpContext): Promise<Staff | null> {
  const pending: Pending | undefined = session.get(KEY)
  if (!pending || clock.now() >= pending.until) return null
  const staff = await Staff.find(pending.staffId)
  return staff && staff.suspendedAt === null && sealOf(staff) === pending.seal ? staff : null
}

/** The only way to a session of staff. */
export async function finishSignIn(ctx: HttpContext, staff: Staff): Promise<string> {
  ctx.session.forget(KEY)
  rememberDevice(ctx, staff.login)
  await ctx.auth.use('staff').login(staff)
  return '/staff'
}

function sealOf(staff: Staff) {
  return createHash('sha256').update(staff.password).digest('hex').slice(0, 16)
}
