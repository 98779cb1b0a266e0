import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { beforeAll } from 'vitest'
import type { Access, RouteHandle } from '~/identity/access'
import { describe, expect, type RunningWeb, test } from '../running-web'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const LEVELS = [0, 1, 4, 7, 9]

type Door = { id: string; path: string; access: Access; hasAction: boolean }

let doors: Door[] = []

beforeAll(async () => {
  const build: ServerBuild = await import(pathToFileURL('build/server/index.js').href)
  const all = Object.entries(build.routes).flatMap(([id, route]) => {
    if (!route || id === 'root') return []
    const access = (route.module.handle as RouteHandle | undefined)?.access
    if (!access) throw new Error(`${id} declares no access`)
    return [{ id, path: pathOf(build, id), access, hasAction: route.module.action !== undefined }]
  })
  // The sessions of this test end where it signs out.
  doors = all.sort(
    (one, other) => Number(one.id.includes('sign-out')) - Number(other.id.includes('sign-out')),
  )
})

/** The route's path with a plausible value for every parameter. */
function pathOf(build: ServerBuild, id: string): string {
  const parts: string[] = []
  for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? ''])
    if (route.path) parts.unshift(route.path)
  return `/${parts.join('/')}`.replace(/:\w+\??/g, '1').replace(/\*$/, 'x')
}

function isAllowed(access: Access, level: number): boolean {
  if (access === 'public' || access === 'development') return true
  if (access === 'signed-in') return level >= 1
  return level >= access.level
}

/** 302 to the sign-in page or 401 for a stranger, 403 for somebody of too low a level, 405 where there is no action. */
function refusal({ hasAction }: Door, level: number, method: string): number {
  const isReading = method === 'GET' || method === 'HEAD'
  if (!isReading && !hasAction) return 405
  if (level > 0) return 403
  return isReading ? 302 : 401
}

let visitors = 0

/** The limit per client IP is another test's business. */
function fromAnotherIp(): Record<string, string> {
  visitors += 1
  return { 'x-forwarded-for': `10.2.${visitors >> 8}.${visitors & 255}` }
}

async function statusOf(web: RunningWeb, door: Door, method: string, cookie: string, data: boolean) {
  const path = data
    ? `${door.path === '/' ? '/_root' : door.path}.data?_routes=${encodeURIComponent(door.id)}`
    : door.path
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: new URLSearchParams({ nothing: '1' }) }
  const answer = await web.ask(path, { method, headers: { cookie, ...fromAnotherIp() }, ...body })
  await answer.arrayBuffer()
  // Single fetch wraps a redirect in a 202.
  const isWrappedRedirect = data && answer.status === 202
  return isWrappedRedirect ? 302 : answer.status
}

describe('every route, for every level, by every method (A-043)', () => {
  test('a restricted route refuses those below its level and nobody else; nothing crashes', async ({
    web,
  }) => {
    const cookies = new Map<number, string>([[0, '']])
    for (const level of LEVELS.slice(1)) cookies.set(level, await web.signedIn(level))

    const wrong: string[] = []
    for (const door of doors)
      for (const method of METHODS)
        for (const level of LEVELS) {
          const status = await statusOf(web, door, method, cookies.get(level) ?? '', false)
          const isRight = isAllowed(door.access, level)
            ? status !== 401 && status !== 403
            : status === refusal(door, level, method)
          if (!isRight || status >= 500) wrong.push(`${method} ${door.path} level ${level}: ${status}`)
        }

    expect(wrong).toEqual([])
  }, 300_000)

  test('a child of a guarded page is refused when it is asked for alone (A-044)', async ({ web }) => {
    const customer = await web.signedIn(1)
    const restricted = doors.filter(({ access }) => typeof access === 'object')
    expect(restricted.length).toBeGreaterThan(1)

    for (const door of restricted)
      for (const method of ['GET', 'POST']) {
        for (const [level, cookie] of [
          [0, ''],
          [1, customer],
        ] as const)
          expect(await statusOf(web, door, method, cookie, true), `${method} ${door.path}`).toBe(
            refusal(door, level, method),
          )
      }
  }, 60_000)

  test('the older data protocol is not spoken', async ({ web }) => {
    const answer = await web.ask('/admin/orders?_data=routes%2Fadmin.orders')
    expect(answer.status).toBe(400)
  })
})
