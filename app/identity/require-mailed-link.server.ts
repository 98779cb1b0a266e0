import { type AppLoadContext, data } from '@remix-run/node'
import { refusedWith } from '~/platform/refused-with'
import { type LinkKind, readLinkCode } from './mailed-links.server'

/**
 * The id of the row that the request's link names, or null. Who tries many links is made to wait.
 * @throws a 429 for the shop's error page.
 */
export async function requireMailedLink(
  request: Request,
  context: AppLoadContext,
  kind: LinkKind,
): Promise<string | null> {
  const codes = new URL(request.url).searchParams.getAll('link')
  const id = codes.length === 1 ? readLinkCode(kind, codes[0] ?? null, context.env.LINK_SECRET) : null
  if (id) return id

  const allowance = await context.limits.take('mailed-link', context.clientIp)
  if (!allowance.ok) throw data({ retryAfterSeconds: allowance.retryAfterSeconds }, refusedWith(allowance))
  return null
}
