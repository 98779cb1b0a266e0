import type { LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { readImagePath } from '~/media/image-sizes'
import { openImageVariant } from '~/media/image-variants.server'

export const handle = { access: 'public' } satisfies RouteHandle

/** The name holds the content's hash, so an answer stays true for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable'

export async function loader({ request, params, context: { storage } }: LoaderFunctionArgs) {
  const variant = readImagePath(params['*'] ?? '')
  if (!variant) throw notFound()

  const etag = `"${variant.hash.slice(0, 32)}-${variant.width}-${variant.format}"`
  const headers = { 'Cache-Control': FOR_EVER, ETag: etag }
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })

  const bytes = await openImageVariant(storage, variant)
  if (!bytes) throw notFound()
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      'Content-Type': `image/${variant.format}`,
      'Content-Length': String(bytes.byteLength),
    },
  })
}

function notFound() {
  return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
}
