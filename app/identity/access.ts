/**
 * Who may call a route's loader and action. Declared beside the route and applied by the server to each of them: a rule
 * on a parent route protects no child, because every loader can be called alone.
 */
export type Access =
  | 'public'
  /** Pages for people who build the shop; they do not exist in production. */
  | 'development'
  | 'signed-in'
  | { level: StaffLevel }

export type StaffLevel = 7 | 8 | 9 | 10

const FIRST_STAFF_LEVEL: StaffLevel = 7

/** Who works in the shop, and may enter the back office. */
export function isStaff({ level }: Pick<SignedInAccount, 'level'>): boolean {
  return level >= FIRST_STAFF_LEVEL
}

export type RouteHandle = { access: Access }

export type SignedInAccount = { id: string; email: string; name: string; level: number; sessionHash: string }

export type Admission = 'admitted' | 'not-found' | 'sign-in' | 'forbidden'

/** What a rule says to an account; null is a visitor who is not signed in. */
export function admit(
  access: Access,
  account: Pick<SignedInAccount, 'level'> | null,
  { isProduction }: { isProduction: boolean },
): Admission {
  if (access === 'public') return 'admitted'
  if (access === 'development') return isProduction ? 'not-found' : 'admitted'
  if (!account) return 'sign-in'
  if (access === 'signed-in') return 'admitted'
  return account.level >= access.level ? 'admitted' : 'forbidden'
}
