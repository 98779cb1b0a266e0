import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { migrate } from '~/platform/migrate.server'
import { buildShop, isBuildStale } from './build'
import { endLeftover, readText } from './children'
import { claimFolder, releaseFolder } from './claimed-folder'
import { fillDemonstration, forgetHalfAFilling, isEmpty, refuseHalfAFullShop } from './demonstration'
import { environmentOf } from './environment'
import { noteServices } from './known-services'
import { isFree } from './ports'
import { builtProcess, keepAlive, type Supervised, untilServing } from './processes'
import { note, step } from './progress'
import { bringUpServices, type ServicesPlan, SHOP_PORTS } from './services'

export interface ShopPlan {
  dir: string
  port: number
  servicePorts: ServicesPlan['ports']
  isDev?: boolean
  /** Data may be lost: the disk is not waited for. */
  fast?: boolean
  env?: Record<string, string>
}

export interface RunningShop {
  origin: string
  databaseUrl: string
  dir: string
  stop: () => Promise<void>
}

/** `npm start` and `npm run dev`. */
export async function main() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const isDev = process.argv.includes('--dev')
  try {
    const shop = await bringUpShop({
      dir: resolve('.comptoir'),
      port: Number(process.env.PORT || 3000),
      servicePorts: SHOP_PORTS,
      isDev,
    })
    welcome(shop, isDev)
    stopOnSignal(shop.stop)
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

/** Services, schema, build, demonstration data, web and worker: whatever of it is not there yet. */
export async function bringUpShop(plan: ShopPlan): Promise<RunningShop> {
  const { dir, port, isDev = false } = plan
  const host = process.env.HOST || '127.0.0.1'
  const owner = claimFolder(dir)
  if (owner) throw new Error(`The shop of this folder runs already (process ${owner}). Stop that one first.`)
  for (const name of ['worker', 'web']) await endLeftover(dir, name, 'SIGTERM')
  await refuseTakenPort(port, host)

  const services = await step('Database, cache and search', () =>
    bringUpServices({
      dir,
      ports: plan.servicePorts,
      fast: plan.fast,
      say: note,
    }),
  )
  noteServices(dir, services.urls)
  const running: Supervised[] = []
  const stop = async () => {
    for (const each of running) each.expectEnd()
    await services.stop()
    releaseFolder(dir)
  }
  const abandon = () => void stop().then(() => process.exit(130))
  for (const signal of STOP_SIGNALS) process.once(signal, abandon)

  try {
    const env = environmentOf(plan, services.urls, host)
    const databaseUrl = env.DATABASE_URL ?? ''
    await forgetHalfAFilling(dir, databaseUrl)
    await step('Database schema', () => migrate(databaseUrl))
    await refuseHalfAFullShop(databaseUrl)
    if (!isDev && isBuildStale()) await step('Build', buildShop)
    if (await isEmpty(databaseUrl)) await fillDemonstration(dir, env)

    running.push(
      keepAlive(services.kept, { name: 'web', args: processArgs('web', isDev), env, isLoud: isDev }),
    )
    running.push(
      keepAlive(services.kept, { name: 'worker', args: processArgs('worker', isDev), env, isLoud: isDev }),
    )
    const web = running[0] as Supervised
    await step('Web and worker', () => untilServing(`http://${host}:${port}`, web))
    for (const signal of STOP_SIGNALS) process.off(signal, abandon)
    return { origin: env.ORIGIN ?? '', databaseUrl, dir, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function stopOnSignal(stop: () => Promise<void>) {
  let isStopping = false
  const once = async () => {
    if (isStopping) return
    isStopping = true
    clearInterval(watch)
    console.log('\nStopping …')
    await stop()
    console.log('Stopped.')
    process.exit(0)
  }
  for (const signal of STOP_SIGNALS) process.on(signal, () => void once())
  // npm passes no signal on when it is killed outright: other ancestors are the only sign of it.
  const ancestors = ancestorsOf(process.ppid)
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && ancestorsOf(process.ppid) !== ancestors) void once()
  }, 1_000)
}

/** npm starts us through a shell, so that npm itself is the parent's parent. */
function ancestorsOf(parent: number): string {
  const stat = readText(`/proc/${parent}/stat`)
  return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`
}

async function refuseTakenPort(port: number, host: string) {
  if (await isFree(port, host)) return
  throw new Error(
    `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  )
}

function processArgs(name: 'web' | 'worker', isDev: boolean): string[] {
  if (!isDev) return ['--enable-source-maps', ...builtProcess(name)]
  if (name === 'web') return ['--import', 'tsx', 'server/main.ts', '--hot-reload']
  return ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/worker.ts']
}

function welcome({ origin, dir }: RunningShop, isDev: boolean) {
  const staff = readText(join(dir, 'staff.txt')).trim()
  const lines = [
    '',
    `  The shop is open      ${origin}`,
    `  Mails it sends        ${origin}/dev/mail`,
    ...(staff ? [`  Staff sign-in         ${origin}/sign-in`, ...indent(staff)] : []),
    isDev
      ? '  Sources are served with hot reload.'
      : `  Logs                  ${relative('.', join(dir, 'logs'))}`,
    '  To stop               Ctrl-C',
    '',
  ]
  console.log(lines.join('\n'))
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `                        ${line}`)
}
