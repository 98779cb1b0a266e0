import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type Request, type Response } from 'express'
import expressStaticGzip from 'express-static-gzip'
import { readSessionId } from '../app/identity/session-cookie.server'
import { findSessionAccount } from '../app/identity/sessions.server'
import type { RequestContext, Shop } from '../app/shop.server'
import { answerWithRemix } from './answer-with-remix'
import { healthPages, type Readiness } from './health'
import { countDegradedSearches, countKeptPages, measureRequests, metricsPage } from './metrics'
import { originCheck } from './origin-check'
import { ownOrigins } from './own-hosts'
import { answerKept, drawAndKeep } from './page-cache/answer-kept'
import { drawForNobody } from './page-cache/draw-for-nobody'
import { keepPages } from './page-cache/kept-pages'
import { pageContents } from './page-cache/page-contents'
import { clientIpOf, rateLimit } from './rate-limit'
import { openRemix } from './remix'
import { requestChecks } from './request-checks'
import { requestLog } from './request-log'
import { type SecurityHeaders, securityHeaders } from './security-headers'

type Options = {
  build: ServerBuild
  readiness: Readiness
}

/** The whole shop over HTTP: a kept page at once, everything else the long way. */
export function createWeb(shop: Shop, { build, readiness }: Options): RequestListener {
  const headers = headersOf(shop, { isHotReloading: false })
  const remix = openRemix(build)
  const draw = drawForNobody({ shop, remix, headersFor: headers.forScripts })
  const pages = keepPages({ draw, log: shop.log })
  shop.changes.tell(pages)
  countKeptPages(pages)

  const app = longWay(shop, { headers, readiness, files: unlessPage(builtFiles()) })
  app.use(drawAndKeep(pages))
  app.all('*', answerWithRemix(remix, contextOf(shop)))
  const ownHosts = new Set([...ownOrigins(shop.env)].map((origin) => new URL(origin).host))
  return answerKept({ pages, ownHosts, log: shop.log, otherwise: app })
}

/** For developing: modules are served and reloaded as they are, and no page is kept. */
export function createHotWeb(
  shop: Shop,
  {
    build,
    readiness,
    hotReload,
  }: { build: () => Promise<ServerBuild>; readiness: Readiness; hotReload: express.RequestHandler },
): RequestListener {
  const headers = headersOf(shop, { isHotReloading: true })
  const app = longWay(shop, { headers, readiness, files: hotReload })
  app.all('*', createRequestHandler({ build, mode: 'development', getLoadContext: contextOf(shop) }))
  return app
}

function headersOf({ env, gateways }: Shop, { isHotReloading }: { isHotReloading: boolean }) {
  return securityHeaders({
    bankOrigins: [...gateways.values()].flatMap((gateway) => gateway.origins),
    isHttps: env.ORIGIN.startsWith('https://'),
    isHotReloading,
  })
}

type LongWay = { headers: SecurityHeaders; readiness: Readiness; files: express.RequestHandler }

/** The order is the point: cheap refusals first, then what costs, Remix last. */
function longWay(shop: Shop, { headers, readiness, files }: LongWay): Express {
  const { env, log } = shop
  const origins = ownOrigins(env)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUSTED_PROXY_HOPS)
  app.set('etag', false)
  app.set('query parser', false)

  app.use(requestLog(log))
  app.use(headers.set)
  app.use(healthPages(shop, readiness))
  app.use(metricsPage({ token: env.METRICS_TOKEN, isProduction: env.NODE_ENV === 'production' }))
  app.use(measureRequests())
  countDegradedSearches(shop.productSearch.onDegraded)
  app.use(requestChecks(origins))
  app.use(unlessPage(compressed()))
  app.use(files)
  app.use(rateLimit(shop))
  app.use(originCheck(origins))
  return app
}

/** The URLs of files and of data have a dot; pages, which compress themselves, have none. */
function unlessPage(handler: express.RequestHandler): express.RequestHandler {
  return (request, response, next) =>
    /[.]|^\/__manifest/.test(request.path) ? handler(request, response, next) : next()
}

function compressed(): express.RequestHandler {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
  return compression({ brotli } as compression.CompressionOptions)
}

function builtFiles(): express.Router {
  const folder = join(process.cwd(), 'build/client')
  const files = express.Router()
  files.use(
    '/assets',
    expressStaticGzip(join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y' },
    }),
  )
  files.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('Not found.\n')
  })
  files.use(express.static(folder, { maxAge: '1h', index: false, redirect: false }))
  return files
}

function contextOf(shop: Shop) {
  return (request: Request, response: Response): AppLoadContext => {
    let account: ReturnType<RequestContext['findAccount']> | undefined
    const findAccountNow = () =>
      readSessionId(shop.env, request.headers.cookie ?? null).then((id) =>
        id ? findSessionAccount(shop, id) : null,
      )
    return {
      ...shop,
      cspNonce: response.locals.cspNonce,
      requestId: response.locals.requestId,
      clientIp: clientIpOf(request),
      // Drawn for one person, it is kept for nobody.
      page: pageContents(),
      findAccount() {
        account ??= findAccountNow()
        return account
      },
      findAccountNow,
    }
  }
}
