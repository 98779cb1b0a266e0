import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

type Options = {
  /** Where a payment form may send the shopper: a browser applies form-action to the redirect as well. */
  bankOrigins: string[]
  isHttps: boolean
  isHotReloading: boolean
}

const TWO_YEARS = 2 * 365 * 24 * 3600
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=()'

const nonceOf = (_request: IncomingMessage, response: ServerResponse) =>
  `'nonce-${(response as Response).locals.cspNonce}'`

export function securityHeaders({ bankOrigins, isHttps, isHotReloading }: Options): RequestHandler[] {
  const pages = helmet({
    strictTransportSecurity: isHttps && { maxAge: TWO_YEARS, includeSubDomains: true },
    // 'no-referrer' would make browsers send `Origin: null` and break every form without JavaScript.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'strict-dynamic'", nonceOf],
        styleSrc: isHotReloading ? ["'self'", "'unsafe-inline'"] : ["'self'", nonceOf],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: isHotReloading ? ["'self'", 'ws:'] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", ...bankOrigins],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
  })

  // Mails are written with inline styles; they are shown in a sandboxed frame of the developer's page.
  const keptMails = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonceOf],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
      },
    },
  })

  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(18).toString('base64')
      response.set('Permissions-Policy', PERMISSIONS)
      next()
    },
    (request, response, next) =>
      (request.path.startsWith('/dev/mail') ? keptMails : pages)(request, response, next),
  ]
}
