import type { Request } from 'express'
import type { Environment } from '../app/platform/env.server'
import { networkOf } from '../app/platform/network-of.server'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** The origins the shop answers to: the configured one, and on a developer's machine its loopback twins. */
export function ownOrigins({ ORIGIN, NODE_ENV }: Pick<Environment, 'ORIGIN' | 'NODE_ENV'>): Set<string> {
  const { protocol, hostname, port } = new URL(ORIGIN)
  const isLocal = NODE_ENV !== 'production' && LOOPBACK.includes(hostname)
  const hosts = isLocal ? LOOPBACK : [hostname]
  return new Set(hosts.map((host) => new URL(`${protocol}//${host}${port && `:${port}`}`).origin))
}

/** Whom the limits count, as the configured proxy hop reports them. */
export function callerOf({ ip }: Pick<Request, 'ip'>): string {
  return networkOf(ip ?? 'unknown')
}
