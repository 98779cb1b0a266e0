import autocannon from 'autocannon'
import type { Asked, Load } from './jobs'
import { startTally } from './tally'

/** GETs and JSON questions as fast as the connections get their answers; each connection begins at another of them. */
export async function flood({
  origin,
  asked,
  connections,
  seconds,
}: {
  origin: string
  asked: Asked[]
  connections: number
  seconds: number
}): Promise<Load> {
  const requests = asked.map(({ path, headers, body }) => ({
    path,
    method: body === undefined ? ('GET' as const) : ('POST' as const),
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  }))
  const step = Math.max(1, Math.floor(requests.length / connections))
  let client = 0
  const tally = startTally()
  await new Promise<void>((done, fail) => {
    const run = autocannon(
      {
        url: origin,
        connections,
        duration: seconds,
        requests,
        setupClient(connection) {
          const first = (client++ * step) % requests.length
          connection.setRequests([...requests.slice(first), ...requests.slice(0, first)])
        },
      },
      (error, { errors }) => {
        if (errors > 0) tally.fail('the connection broke', errors)
        error ? fail(error) : done()
      },
    )
    run.on('response', (_client, status, _bytes, milliseconds) => {
      tally.count(milliseconds)
      if (status !== 200) tally.fail(`answered ${status}`)
    })
  })
  return tally.end()
}
