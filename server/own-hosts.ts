import type { IncomingMessage } from 'node:http'
import type { Environment } from '../app/platform/env.server'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** The origins the shop answers to: the configured one, and on a developer's machine its loopback twins. */
export function ownOrigins({ ORIGIN, NODE_ENV }: Pick<Environment, 'ORIGIN' | 'NODE_ENV'>): Set<string> {
  const { protocol, hostname, port } = new URL(ORIGIN)
  const isLocal = NODE_ENV !== 'production' && LOOPBACK.includes(hostname)
  const hosts = isLocal ? LOOPBACK : [hostname]
  return new Set(hosts.map((host) => new URL(`${protocol}//${host}${port && `:${port}`}`).origin))
}

/** Whether a request says exactly one name for the shop; a proxy before us may have read the other one. */
export function namesOneHost({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1
  }
  return hosts === 1
}

/** The host of a request as it is compared: a final dot and the case of letters are the same name. */
export function hostOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return (headers.host ?? '').toLowerCase().replace(/\.(?=$|:\d+$)/, '')
}
