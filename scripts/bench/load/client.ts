import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { Asked } from './jobs'

export type Answer = {
  status: number
  location: string | undefined
  cookies: string[]
  headers: IncomingHttpHeaders
  bytes: Buffer
}

export type Client = ReturnType<typeof openClient>

/** A small client that keeps its connections: the load generator shares the machine with what it measures. */
export function openClient(origin: string, { connections }: { connections: number }) {
  const { hostname, port, host } = new URL(origin)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })

  function send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        { agent, hostname, port, method, path, headers: { host, ...headers } },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              location: answer.headers.location,
              cookies: answer.headers['set-cookie'] ?? [],
              headers: answer.headers,
              bytes: Buffer.concat(parts),
            }),
          )
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }

  return {
    ask: ({ path, headers = {}, body }: Asked) =>
      send(body === undefined ? 'GET' : 'POST', path, headers, body),

    /** A form as a browser without scripts sends it. */
    submit(path: string, fields: Record<string, string>, headers: Record<string, string>) {
      const body = new URLSearchParams(fields).toString()
      return send(
        'POST',
        path,
        {
          ...headers,
          origin,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(body.length),
        },
        body,
      )
    },

    close: () => agent.destroy(),
  }
}

let visitors = 0

/** An IP nobody had before, as a proxy in front of the shop reports it: what is limited per visitor stays so. */
export function nextIp(): string {
  visitors += 1
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
}
