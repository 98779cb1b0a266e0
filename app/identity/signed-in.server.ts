import type { AppLoadContext } from '@remix-run/node'
import type { SignedInAccount } from './access'

/** Who asks, on a route that lets nobody else in. @throws a 401 for the shop's error page. */
export async function requireAccount(context: AppLoadContext): Promise<SignedInAccount> {
  const account = await context.findAccount()
  if (!account) throw new Response(null, { status: 401 })
  return account
}
