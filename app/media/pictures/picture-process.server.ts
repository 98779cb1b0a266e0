import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import pLimit from 'p-limit'
import { z } from 'zod'
import type { ImageFormat } from '../image-sizes'

export type PictureJob =
  | { task: 'master'; bytes: Uint8Array; mostPixels: number; mostFrames: number }
  | { task: 'variant'; bytes: Uint8Array; mostPixels: number; width: number; format: ImageFormat }

export type Bounds = { deadlineMs: number; mostBytes: number }

const answer = z.union([
  z.object({ reason: z.enum(['not-an-image', 'too-many-pixels']) }),
  z.object({
    bytes: z.instanceof(Uint8Array),
    contentType: z.enum(['image/jpeg', 'image/png']).optional(),
    width: z.number().optional(),
    height: z.number().optional(),
  }),
])

/** `too-costly`: it took more time or memory than any picture needs, and its process was ended. */
export type PictureAnswer = z.infer<typeof answer> | { reason: 'too-costly' }

// Beside the sources, or in the build where there are none; written by `scripts/build-processes.mjs`.
const SCRIPTS = ['app/media/pictures/picture-process.mjs', 'build/picture.js']
const LOOK_EVERY_MS = 50

/** One picture at a time: the others queue, so that a burst of them leaves pages their processor and memory. */
const inTurn = pLimit(1)
let running: ChildProcess | undefined

/** Has a picture decoded in the process for that, within these bounds. */
export function decodePicture(job: PictureJob, bounds: Bounds): Promise<PictureAnswer> {
  return inTurn(() => decodeIn(runningProcess(), job, bounds))
}

function decodeIn(child: ChildProcess, job: PictureJob, bounds: Bounds): Promise<PictureAnswer> {
  return new Promise((done) => {
    const began = performance.now()
    const watch = setInterval(() => {
      if (performance.now() - began > bounds.deadlineMs || bytesOf(child) > bounds.mostBytes) end()
    }, LOOK_EVERY_MS)
    const settle = (said: PictureAnswer | Promise<PictureAnswer>) => {
      clearInterval(watch)
      child.off('message', onMessage).off('exit', onExit)
      keepAlive(child, false)
      done(said)
    }
    const onMessage = (message: unknown) => settle(answer.parse(message))
    const onExit = (code: number | null) => {
      forget(child)
      // It had waited long enough, and went home as the picture was brought.
      settle(code === 0 ? decodeIn(runningProcess(), job, bounds) : { reason: 'too-costly' })
    }
    const end = () => {
      forget(child)
      child.kill('SIGKILL')
    }
    keepAlive(child, true)
    child.on('message', onMessage).on('exit', onExit)
    child.send(job, (fault) => fault && end())
  })
}

function runningProcess(): ChildProcess {
  if (running?.connected && running.exitCode === null) return running
  const script = SCRIPTS.find((path) => existsSync(path)) ?? ''
  const child = fork(script, {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=64'],
    // Nothing of the shop's environment: who breaks in there finds no secret.
    env: { NODE_ENV: 'production', PATH: process.env.PATH, MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('exit', () => forget(child))
  child.on('error', () => forget(child))
  running = child
  return child
}

function forget(child: ChildProcess): void {
  if (running === child) running = undefined
}

/** A process that waits for pictures keeps nobody from ending. */
function keepAlive(child: ChildProcess, isNeeded: boolean): void {
  for (const handle of [child, child.channel])
    if (isNeeded) handle?.ref()
    else handle?.unref()
}

const PAGE = 4096

/** The memory it has in use, where the system tells; elsewhere the deadline and the number of pixels bound it. */
function bytesOf({ pid }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE
  } catch {
    return 0
  }
}
