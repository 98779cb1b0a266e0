import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Load, LoadJob } from './jobs'

export type Generator = Awaited<ReturnType<typeof startGenerator>>

/** Starts the process that makes the load, and hands it one job after the other. */
export async function startGenerator() {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return {
    pid: child.pid ?? 0,
    async run(job: LoadJob): Promise<Load> {
      const answered = once(child, 'message')
      child.send(job)
      const [{ load, fault }] = (await answered) as [{ load?: Load; fault?: string }]
      if (!load) throw new Error(`The load generator failed: ${fault}`)
      return load
    },
    stop: () => child.disconnect(),
  }
}
