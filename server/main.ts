import cluster from 'node:cluster'
import { createServer, type RequestListener } from 'node:http'
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { ServerBuild } from '@remix-run/node'
import { guardRoutes } from '../app/identity/guard-routes.server'
import type { Environment } from '../app/platform/env.server'
import { openShop, type Shop } from '../app/shop.server'
import { repeatWaits } from './answer-rules'
import type { Readiness } from './health'
import { answerMetricsQuestions } from './metrics'
import { readEnvironmentOrExit } from './read-environment'
import { shutDownOnSignal } from './shutdown'
import { cutSlowReaders } from './slow-readers'
import { createHotWeb, createWeb } from './web'

const HOT_RELOAD = process.argv.includes('--hot-reload')

const env = readEnvironmentOrExit()
const processes = env.WEB_CONCURRENCY ?? (env.NODE_ENV === 'production' ? availableParallelism() : 1)

if (cluster.isPrimary && processes > 1 && !HOT_RELOAD) superviseWebProcesses(processes)
else await serve(env)

/** One process per core; one that dies is replaced, until all are told to stop. */
function superviseWebProcesses(count: number): void {
  let isStopping = false
  answerMetricsQuestions()
  for (let started = 0; started < count; started++) cluster.fork()
  const replace = () => void (isStopping || cluster.fork())
  cluster.on('exit', () => {
    if (!isStopping) setTimeout(replace, 500)
    else if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      isStopping = true
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
    })
}

async function serve(env: Environment): Promise<void> {
  // Left alone, the heap grows to three times what is alive in it before anything is given back.
  setFlagsFromString('--heap-growing-percent=60')
  // Libraries read this name as "optimised"; whether this is a real shop is env.NODE_ENV's to say, read above.
  if (!HOT_RELOAD) process.env.NODE_ENV = 'production'

  const { shop, close } = await openShop(env, 'web')
  const readiness = { isStopping: false }
  const web = HOT_RELOAD ? await openHotWeb(shop, readiness) : await openWeb(shop, readiness)
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, web)

  cutSlowReaders(server)
  server.on('error', (fault: NodeJS.ErrnoException) => {
    shop.log.fatal({ fault: fault.message }, 'the web server could not listen')
    process.exit(1)
  })
  server.listen(env.PORT, env.HOST, () => {
    shop.log.info({ address: server.address() }, 'listening')
    process.send?.('ready')
  })
  shutDownOnSignal({
    log: shop.log,
    beforeClosing: () => {
      readiness.isStopping = true
    },
    web: { server, waitSeconds: env.SHUTDOWN_WAIT_SECONDS ?? (env.NODE_ENV === 'production' ? 5 : 0) },
    close,
  })
}

async function openWeb(shop: Shop, readiness: Readiness): Promise<RequestListener> {
  const file = pathToFileURL(`${process.cwd()}/build/server/index.js`).href
  return createWeb(shop, {
    build: repeatWaits(guardRoutes(await import(/* @vite-ignore */ file))),
    readiness,
  })
}

async function openHotWeb(shop: Shop, readiness: Readiness): Promise<RequestListener> {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ server: { middlewareMode: true } })
  return createHotWeb(shop, {
    readiness,
    hotReload: vite.middlewares,
    build: async () =>
      repeatWaits(guardRoutes((await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild)),
  })
}
