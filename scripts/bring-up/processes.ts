import { setTimeout as sleep } from 'node:timers/promises'
import pretty from 'pino-pretty'
import { type Kept, readText } from './children'

const LONGEST_PAUSE_MS = 30_000
const HEALTHY_AFTER_MS = 20_000

/** How a built process is started: left alone, Node lets its memory grow until the machine's is scarce. */
export function builtProcess(name: 'web' | 'worker'): string[] {
  return ['--max-old-space-size=256', `build/${name === 'web' ? 'server' : 'worker'}.js`]
}

export interface ProcessPlan {
  name: string
  args: string[]
  env: NodeJS.ProcessEnv
  /** Shows its words in the terminal instead of its log. */
  isLoud?: boolean
}

/** Starts a Node process and starts it again when it crashes, with growing pauses. */
export function keepAlive(kept: Kept, { name, args, env, isLoud = false }: ProcessPlan): Supervised {
  const terminal = isLoud ? pretty({ ignore: 'process', translateTime: 'SYS:HH:MM:ss' }) : undefined
  let stopping = false
  let crashes = 0
  const startOnce = () => {
    const began = Date.now()
    const onOutput = terminal && ((text: string) => void terminal.write(text))
    const child = kept.start(name, process.execPath, args, { env, onOutput })
    child.once('exit', async (code, signal) => {
      if (stopping) return
      crashes = Date.now() - began > HEALTHY_AFTER_MS ? 1 : crashes + 1
      const pause = Math.min(500 * 2 ** crashes, LONGEST_PAUSE_MS)
      const lastLines = isLoud ? '' : `\n${lastLinesOf(kept.logOf(name))}`
      console.error(`${name} ended (${signal ?? code}); starting it again in ${pause / 1000} s.${lastLines}`)
      await sleep(pause, undefined, { ref: false })
      if (!stopping) startOnce()
    })
  }
  startOnce()
  return {
    crashes: () => crashes,
    expectEnd() {
      stopping = true
    },
  }
}

export interface Supervised {
  crashes: () => number
  /** From now on an end of the process is wanted. */
  expectEnd: () => void
}

/** Resolves when the shop says it is ready to serve. */
export async function untilServing(origin: string, web: Supervised, seconds = 120): Promise<void> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(100)) {
    if (web.crashes() >= 3) throw new Error('The web process does not stay up; what it said stands above.')
    const answer = await fetch(new URL('/health/ready', origin), {
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
  }
  throw new Error(`The shop did not get ready in ${seconds} s: see the logs.`)
}

export function lastLinesOf(log: string): string {
  return readText(log).trimEnd().split('\n').slice(-12).join('\n')
}
