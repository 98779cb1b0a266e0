import { join } from 'node:path'
import { constants } from 'node:zlib'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type Request, type Response } from 'express'
import expressStaticGzip from 'express-static-gzip'
import { readSessionId } from '../app/identity/session-cookie.server'
import { findSessionAccount } from '../app/identity/sessions.server'
import type { RequestContext, Shop } from '../app/shop.server'
import { callerOf, ownOrigins } from './addresses'
import { healthPages, type Readiness } from './health'
import { countDegradedSearches, measureRequests, metricsPage } from './metrics'
import { originCheck } from './origin-check'
import { rateLimit } from './rate-limit'
import { requestChecks } from './request-checks'
import { requestLog } from './request-log'
import { securityHeaders } from './security-headers'

type Options = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  readiness: Readiness
  /** Serves modules and reloads them while developing; absent when the built files are served. */
  hotReload?: express.RequestHandler
}

/** The order is the point: cheap refusals first, then what costs, Remix last. */
export function createWeb(shop: Shop, { build, readiness, hotReload }: Options): Express {
  const { env, log, gateways } = shop
  const origins = ownOrigins(env)
  const isProduction = env.NODE_ENV === 'production'
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUSTED_PROXY_HOPS)
  app.set('etag', false)

  app.use(requestLog(log))
  app.use(
    securityHeaders({
      bankOrigins: [...gateways.values()].flatMap((gateway) => gateway.origins),
      isHttps: env.ORIGIN.startsWith('https://'),
      isHotReloading: hotReload !== undefined,
    }),
  )
  app.use(healthPages(shop, readiness))
  app.use(metricsPage({ token: env.METRICS_TOKEN, isProduction }))
  app.use(measureRequests())
  countDegradedSearches(shop.productSearch.onDegraded)
  app.use(requestChecks(origins))
  app.use(
    compression({
      brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    } as compression.CompressionOptions),
  )
  if (hotReload) app.use(hotReload)
  else serveBuiltFiles(app)
  app.use(rateLimit(shop))
  app.use(originCheck(origins))

  const answer = createRequestHandler({
    build,
    mode: hotReload ? 'development' : 'production',
    getLoadContext: (request, response) => ({ ...shop, ...contextOf(shop, request, response) }),
  })
  app.all('*', answer)
  return app
}

function serveBuiltFiles(app: Express): void {
  const folder = join(process.cwd(), 'build/client')
  app.use(
    '/assets',
    expressStaticGzip(join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y' },
    }),
  )
  app.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('Not found.\n')
  })
  app.use(express.static(folder, { maxAge: '1h', index: false, redirect: false }))
}

function contextOf(shop: Shop, request: Request, response: Response): RequestContext {
  let account: ReturnType<RequestContext['findAccount']> | undefined
  return {
    cspNonce: response.locals.cspNonce,
    requestId: String(request.id),
    clientAddress: callerOf(request),
    findAccount() {
      account ??= readSessionId(shop.env, request.headers.cookie ?? null).then((id) =>
        id ? findSessionAccount(shop, id) : null,
      )
      return account
    },
  }
}
