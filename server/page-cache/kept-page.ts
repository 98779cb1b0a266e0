import { createHash } from 'node:crypto'
import { decode, ENCODINGS, type Encoding, encode } from '../encodings'

export type HeaderList = string[]

/** A page as it was drawn for nobody, and what it is sent with. */
export type KeptPage = {
  etag: string
  /** Names and values in turn, as `writeHead` takes them; without those of the body. */
  headers: HeaderList
  /** In each encoding that was asked for so far. */
  bodies: Partial<Record<Encoding, { body: Buffer; headers: HeaderList }>>
}

type Drawn = {
  html: string
  /** What this drawing carried and no other may: the nonce of its scripts and the id of its request. */
  nonce: string
  requestId: string
  /** The headers for scripts with these hashes. */
  headersFor: (scriptHashes: string[]) => Record<string, string>
}

/**
 * Takes out of a page what belongs to one request; its scripts are allowed by their hash from now on. Only what carries
 * the nonce is hashed: what somebody else smuggled into the page cannot know it, and stays forbidden.
 * Null where the nonce or the id stands in a place that is not known.
 */
export function keepable({ html, nonce, requestId, headersFor }: Drawn): KeptPage | null {
  const hashes = [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)]
    .filter(([, attributes = '']) => attributes.includes(` nonce="${nonce}"`))
    .map(([, , script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const text = html
    .replaceAll(` nonce="${nonce}"`, '')
    .replace(`<meta name="request-id" content="${requestId}"/>`, '')
  if (text.includes(nonce) || text.includes(requestId)) return null

  const body = Buffer.from(text)
  // Weak: one mark for the page in whatever encoding it travels.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    ...headersFor([...new Set(hashes)]),
    ETag: etag,
    // Asked again each time: who has signed in meanwhile, or filled a cart, gets a page of their own.
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding',
  }
  const page: KeptPage = { etag, headers: Object.entries(headers).flat(), bodies: {} }
  addBody(page, 'identity', body)
  return page
}

/** The page in this encoding, made when it is first asked for. */
export function bodyIn(page: KeptPage, encoding: Encoding) {
  const made = page.bodies[encoding]
  if (made) return made
  const from = ENCODINGS.find((one) => page.bodies[one])
  const source = from && page.bodies[from]
  if (!source) throw new Error('A kept page has no body')
  return addBody(page, encoding, encode(decode(source.body, from), encoding, 'often'))
}

/** What nearly everybody asks for is kept compressed; the rest can be made from it again. */
export function compressed(page: KeptPage): KeptPage {
  bodyIn(page, 'br')
  delete page.bodies.identity
  return page
}

/** What the page holds of the memory. */
export function sizeOf({ headers, bodies }: KeptPage): number {
  const texts = headers.reduce((sum, text) => sum + text.length, 1_000)
  return ENCODINGS.reduce((sum, encoding) => sum + (bodies[encoding]?.body.length ?? 0), texts)
}

function addBody(page: KeptPage, encoding: Encoding, made: Buffer) {
  const body = alone(made)
  const ofBody = {
    'Content-Type': 'text/html; charset=utf-8',
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    'Content-Length': String(body.length),
  }
  const kept = { body, headers: [...page.headers, ...Object.entries(ofBody).flat()] }
  page.bodies[encoding] = kept
  return kept
}

/** Bytes that hold no more memory than they are long: what a compressor gives is a part of something larger. */
function alone(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}
