import { createHash } from 'node:crypto'
import { parse } from 'node-html-parser'
import { expect, type RunningWeb } from './running-web'

export type Answer = { status: number; text: string; headers: Headers }

export const FORM = 'application/x-www-form-urlencoded'

let visitors = 0

/** Limits per client IP are another test's business: every request comes from one of its own. */
export function fromSomewhere(): string {
  visitors += 1
  return `10.${100 + (visitors >> 16)}.${(visitors >> 8) & 255}.${visitors & 255}`
}

/** Sends what no page of the shop would, and looks whether the answer is one that may be given to a stranger. */
export async function provoke(web: RunningWeb, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { 'x-forwarded-for': fromSomewhere(), ...init.headers }
  const answer = await web.ask(path, { ...init, headers })
  const text = await answer.text()
  const what = `${init.method ?? 'GET'} ${path} ${init.body ?? ''}`.slice(0, 300)
  expect(answer.status, what).toBeLessThan(500)
  expect(answer.headers.get('content-security-policy'), what).toContain("object-src 'none'")
  expect(leaks(text), what).toEqual([])
  if (answer.headers.get('content-type')?.startsWith('text/html'))
    expect(foreignMarkup(text, answer.headers.get('content-security-policy') ?? ''), what).toEqual([])
  return { status: answer.status, text, headers: answer.headers }
}

export function post(web: RunningWeb, path: string, body: string | Record<string, string>, cookie = '') {
  return provoke(web, path, {
    method: 'POST',
    body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
    headers: { 'content-type': FORM, cookie },
  })
}

const INNER_WORKINGS = [
  /^\s+at .+:\d+:\d+\)?$/m,
  /node_modules\//,
  /build\/server\//,
  /Failed query/,
  /(Postgres|DrizzleQuery|Range|Syntax|Type)Error:/,
]

/** A stack trace, SQL or a path of ours in an answer. */
function leaks(text: string): string[] {
  return INNER_WORKINGS.flatMap((sign) => text.match(sign)?.[0] ?? [])
}

/** How a policy names a script that it allows by what it says. */
export function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

const NEVER = 'iframe:not([sandbox]), object, embed, base, applet, meta[http-equiv]'
const LINKS = ['href', 'src', 'action', 'formaction', 'xlink:href']

/** Markup that the shop did not write: scripts that its policy forbids, handlers, frames, links that run something. */
export function foreignMarkup(html: string, policy = ''): string[] {
  const root = parse(html)
  const nonce = root.querySelector('script[nonce]')?.getAttribute('nonce')
  const scripts = root
    .querySelectorAll('script')
    .filter((script) => script.getAttribute('type') !== 'application/ld+json')
    .filter(
      (script) =>
        !(nonce && script.getAttribute('nonce') === nonce) && !policy.includes(hashOf(script.rawText)),
    )
  const acting = root.querySelectorAll('*').filter(({ attributes }) =>
    Object.entries(attributes).some(([name, value]) => {
      const isHandler = /^on/i.test(name) || /^style$|^srcdoc$/i.test(name)
      return (
        isHandler ||
        (LINKS.includes(name.toLowerCase()) && !/^(\/(?!\/)|https?:|mailto:|tel:|#|\?|$)/.test(value))
      )
    }),
  )
  return [...root.querySelectorAll(NEVER), ...scripts, ...acting].map((element) =>
    element.outerHTML.slice(0, 200),
  )
}

/** The cookie of a visitor with one unit in the cart. */
export async function aCartWith(web: RunningWeb, variantId: number): Promise<string> {
  const added = await post(web, '/cart', { intent: 'add', variantId: String(variantId), quantity: '1' })
  expect(added.status).toBe(303)
  return added.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** What people and programs send where a number is asked for. */
export const WRONG_NUMBERS = [
  '-1 0 1.5 1e9 0x10 1_000 NaN Infinity 9007199254740993 99999999999999999999 +1 1,5'.split(' '),
  ['', ' ', "1'", '1;select pg_sleep(5)--', 'null', 'true', '[object Object]'],
].flat()

/** The fields that a page says are wrong. */
export function wrongFields(html: string): (string | undefined)[] {
  return parse(html)
    .querySelectorAll('[aria-invalid="true"]')
    .map((field) => field.getAttribute('name'))
}
