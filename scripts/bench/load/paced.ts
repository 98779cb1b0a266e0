import { setTimeout as sleep } from 'node:timers/promises'
import { nextIp, openClient } from './client'
import type { Asked, Load } from './jobs'
import { startTally } from './tally'

/** Asks at even intervals. A late answer delays no later question, so that waiting is not left out of the times. */
export async function paced({
  origin,
  asked,
  perSecond,
  seconds,
}: {
  origin: string
  asked: Asked[]
  perSecond: number
  seconds: number
}): Promise<Load> {
  const client = openClient(origin, { connections: 64 })
  const tally = startTally()
  const began = performance.now()
  const running: Promise<void>[] = []

  async function askOne(one: Asked, due: number) {
    const headers = { 'x-forwarded-for': nextIp(), ...one.headers }
    const answer = await client.ask({ ...one, headers }).catch((fault: Error) => fault)
    tally.count(performance.now() - due)
    if (answer instanceof Error) tally.fail(answer.message)
    else if (answer.status !== 200) tally.fail(`${one.path} answered ${answer.status}`)
  }

  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = began + (turn * 1000) / perSecond
    const pause = due - performance.now()
    if (pause > 0) await sleep(pause)
    const one = asked[turn % asked.length]
    // Measured from when it was sent: a timer that rings late is not the shop's fault.
    if (one) running.push(askOne(one, performance.now()))
  }
  await Promise.all(running)
  client.close()
  return tally.end()
}
