import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { endLeftover, type Kept, untilReady } from './children'
import { freePort } from './ports'

interface Wanted {
  dir: string
  port: number
  fast: boolean
  say: (line: string) => void
}

/** Starts the system's Redis, installed from Debian when we may; undefined when this machine has none. */
export async function startRedis(kept: Kept, { dir, port, fast, say }: Wanted): Promise<string | undefined> {
  await endLeftover(dir, 'redis', 'SIGTERM')
  if (!isInstalled() && !install(say)) {
    say(
      'No redis-server here: the shop keeps cache and sessions in its own memory (fine to try it, not to sell).',
    )
    return undefined
  }
  const data = join(dir, 'redis')
  mkdirSync(data, { recursive: true })
  const free = await freePort(port)
  const durability = fast ? ['--save', '', '--appendonly', 'no'] : ['--appendonly', 'yes']
  const child = kept.start(
    'redis',
    'redis-server',
    ['--port', String(free), '--bind', '127.0.0.1', '--dir', data, '--databases', '64', ...durability],
    { cwd: data },
  )
  await untilReady(child, { name: 'Redis', log: kept.logOf('redis'), isReady: () => answersPing(free) })
  return `redis://127.0.0.1:${free}/0`
}

function isInstalled() {
  return spawnSync('redis-server', ['--version']).status === 0
}

function install(say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  say('Installing redis-server from Debian …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { env })
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'redis-server'], { env })
  return isInstalled()
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const answer = (isReady: boolean) => {
      socket.destroy()
      resolve(isReady)
    }
    socket.setTimeout(1000, () => answer(false))
    socket.once('error', () => answer(false))
    socket.once('data', (chunk) => answer(String(chunk).startsWith('+PONG')))
  })
}
