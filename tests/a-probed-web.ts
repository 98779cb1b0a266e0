import { freePort } from '../scripts/bring-up/ports'
import { startProcess } from './running-web'

type Question = 'reset' | 'held' | 'worked' | 'memory'

/** A web process that tells of its event loop and its memory: in milliseconds and megabytes; see loop-probe.mjs. */
export async function aProbedWeb(databaseUrl: string) {
  const port = await freePort(0)
  const env = { NODE_OPTIONS: '--import=./tests/loop-probe.mjs', LOOP_PROBE_PORT: String(port) }
  const web = await startProcess({ databaseUrl, env })
  return {
    ...web,
    async probe(question: Question): Promise<number> {
      const answer = await fetch(`http://127.0.0.1:${port}/${question}`)
      return Number(await answer.text())
    },
  }
}

export type ProbedWeb = Awaited<ReturnType<typeof aProbedWeb>>
