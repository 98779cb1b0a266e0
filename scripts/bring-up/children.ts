import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export interface Kept {
  /** Starts a process that ends with us, and writes what it says to a log of its own. */
  start(name: string, command: string, args: string[], options?: StartOptions): ChildProcess
  logOf(name: string): string
  keeperPid: number | undefined
  /** Ends all of them, the latest first; resolves when they are gone. */
  stop(): Promise<void>
}

interface StartOptions extends SpawnOptions {
  stopSignal?: NodeJS.Signals
  /** Called with what it prints instead of writing a log. */
  onOutput?: (text: string) => void
}

/** The keeper outlives us by the moment it needs to end our children, however we died. */
export function keepChildren(dir: string): Kept {
  mkdirSync(join(dir, 'logs'), { recursive: true })
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('keeper.mjs', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const keeperEnded = new Promise<void>((resolve) => keeper.once('exit', () => resolve()))
  const { stdin } = keeper
  stdin.on('error', () => {})
  const logOf = (name: string) => join(dir, 'logs', `${name}.log`)

  return {
    logOf,
    keeperPid: keeper.pid,
    start(name, command, args, { stopSignal = 'SIGTERM', onOutput, ...options } = {}) {
      const output = onOutput ? 'pipe' : openLog(logOf(name))
      const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', output, output] })
      child.stdout?.on('data', (chunk) => onOutput?.(String(chunk)))
      child.stderr?.on('data', (chunk) => onOutput?.(String(chunk)))
      const { pid } = child
      if (pid) {
        stdin.write(`keep ${pid} ${stopSignal}\n`)
        writeFileSync(pidFile(dir, name), `${pid} ${startTimeOf(pid)}`)
        child.once('exit', () => stdin.write(`forget ${pid}\n`))
      }
      return child
    },
    async stop() {
      stdin.end()
      await keeperEnded
    },
  }
}

/** Ends what an earlier run left behind, known by its pid and the moment it started. */
export async function endLeftover(dir: string, name: string, signal: NodeJS.Signals) {
  const [pid, startTime] = readText(pidFile(dir, name)).split(' ')
  rmSync(pidFile(dir, name), { force: true })
  if (!pid || !startTime || startTimeOf(Number(pid)) !== startTime) return
  for (const attempt of [signal, 'SIGKILL'] as const) {
    process.kill(Number(pid), attempt)
    for (let waited = 0; waited < 10_000; waited += 50) {
      if (startTimeOf(Number(pid)) !== startTime) return
      await sleep(50)
    }
  }
}

/** Waits until `isReady` says yes; gives up with the end of the log when the process dies or time runs out. */
export async function untilReady(
  child: ChildProcess,
  { name, log, isReady, seconds = 60 }: ReadyQuestion,
): Promise<void> {
  let failure: string | undefined
  child.once('error', (error) => {
    failure = error.message
  })
  child.once('exit', (code, signal) => {
    failure ??= `it ended with ${signal ?? `code ${code}`}`
  })
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(60)) {
    if (failure) break
    if (await isReady().catch(() => false)) return
  }
  const lastLines = readText(log).trimEnd().split('\n').slice(-8).join('\n  ')
  throw new Error(`${name} did not start: ${failure ?? `no answer in ${seconds} s`}.\n  ${lastLines}`)
}

interface ReadyQuestion {
  name: string
  log: string
  isReady: () => Promise<boolean>
  seconds?: number
}

/** When the process started, or an empty string when it is gone: together with the pid it names one process for ever. */
export function startTimeOf(pid: number): string {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return ''
  }
  if (process.platform !== 'linux') return 'alive'
  const stat = readText(`/proc/${pid}/stat`)
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return !state || state === 'Z' ? '' : (rest[18] ?? '')
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function openLog(path: string) {
  const isTooLong = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000
  return openSync(path, isTooLong ? 'w' : 'a')
}

function pidFile(dir: string, name: string) {
  return join(dir, `${name}.pid`)
}
