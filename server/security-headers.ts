import { randomBytes } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet, { type HelmetOptions } from 'helmet'

type Options = {
  /** Where a payment form may send the shopper: a browser applies form-action to the redirect as well. */
  bankOrigins: string[]
  isHttps: boolean
  isHotReloading: boolean
}

type Directives = Record<string, string[]>

const TWO_YEARS = 2 * 365 * 24 * 3600
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=()'

const POLICY = 'content-security-policy'
const NONCE_GAP = 'NONCE'
const NONCE = `'nonce-${NONCE_GAP}'`
const HASHES_GAP = "'sha256-HASHES'"

export type SecurityHeaders = ReturnType<typeof securityHeaders>

/** The headers of every answer. They are the same each time but for what allows the page's scripts. */
export function securityHeaders({ bankOrigins, isHttps, isHotReloading }: Options) {
  const page: Directives = {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'strict-dynamic'", NONCE],
    styleSrc: isHotReloading ? ["'self'", "'unsafe-inline'"] : ["'self'", NONCE],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: isHotReloading ? ["'self'", 'ws:'] : ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'", ...bankOrigins],
    ...(isHttps && { upgradeInsecureRequests: [] }),
  }
  // Modules that a script imports inherit the trust of a nonce, but not that of a hash: files of our own are allowed.
  const keptPage: Directives = {
    ...page,
    scriptSrc: ["'self'", HASHES_GAP],
    styleSrc: ["'self'"],
  }
  // Mails are written with inline styles; they are shown in a sandboxed frame of the developer's page.
  const keptMail: Directives = {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", NONCE],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'"],
  }
  const [ofPage, ofKeptPage, ofMail] = [page, keptPage, keptMail].map((directives) =>
    headersWith(directives, isHttps),
  ) as [HeaderSet, HeaderSet, HeaderSet]

  return {
    /** Gives the answer a nonce of its own. */
    set: ((request, response, next) => {
      const nonce = randomBytes(18).toString('base64')
      response.locals.cspNonce = nonce
      const headers = request.path.startsWith('/dev/mail') ? ofMail : ofPage
      for (const [name, value] of headers)
        response.setHeader(name, name === POLICY ? value.replaceAll(NONCE_GAP, nonce) : value)
      next()
    }) satisfies RequestHandler,

    /** For a page that is kept: its scripts are allowed by what they say. */
    forScripts: (hashes: readonly string[]) =>
      Object.fromEntries(
        ofKeptPage.map(([name, value]) => [name, value.replace(HASHES_GAP, hashes.join(' '))]),
      ),
  }
}

type HeaderSet = [name: string, value: string][]

/** What helmet says is the same for every answer, so it is asked once. */
function headersWith(directives: Directives, isHttps: boolean): HeaderSet {
  const options: HelmetOptions = {
    strictTransportSecurity: isHttps && { maxAge: TWO_YEARS, includeSubDomains: true },
    // 'no-referrer' would make browsers send `Origin: null` and break every form without JavaScript.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: { useDefaults: false, directives },
  }
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(options)(request, response, () => {})
  response.setHeader('Permissions-Policy', PERMISSIONS)
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))])
}
