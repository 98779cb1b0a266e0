import { dirname, join } from 'node:path'
import { application, isTest, roomOf, type Sources, withoutComments } from './sources'
import { declaredTables } from './tables'

/**
 * The walls between rooms, as functions over sources. The top of a room's folder is what it offers; what lies in a
 * subfolder is its own business. Its tables are read by itself (decision 38).
 */

/** Where a room keeps what fills a whole shop at once: open to the demonstration, the seed and tests, never to the shop. */
const BULK = 'bulk'
const FILLERS = /^(demo|scripts|tests)\//
const OFFERED_BY_NATURE = /(-tables\.server|\/announcements)\.ts$/

interface Import {
  from: string
  to: string
}

/** Imports that reach into a subfolder of a room from outside it. */
export function reachedInside(sources: Sources, rooms: string[]): string[] {
  return importsOf(sources)
    .filter(({ from, to }) => !isTest(from) && !from.startsWith('tests/') && areApart(from, to, rooms))
    .filter(({ from, to }) => isInside(to) && !(FILLERS.test(from) && subfolderOf(to) === BULK))
    .map(({ from, to }) => `${from} reaches into ${to}`)
}

/** What a room offers, at the top of its folder, and nobody outside takes: it belongs into a subfolder. */
export function offeredToNobody(sources: Sources, rooms: string[]): string[] {
  const taken = new Set(
    importsOf(sources)
      .filter(({ from, to }) => areApart(from, to, rooms))
      .map(({ to }) => to),
  )
  return [...sources.keys()]
    .filter((path) => path.startsWith('app/') && rooms.includes(roomOf(path)) && !isInside(path))
    .filter((path) => !isTest(path) && !OFFERED_BY_NATURE.test(path) && !taken.has(path))
    .map((path) => `${path} is used by its own room only`)
}

/** Files that import another room's tables and are no table file themselves. */
export function tablesOverTheWall(sources: Sources): string[] {
  return importsOf(new Map(application(sources)))
    .filter(({ from, to }) => from.startsWith('app/') && roomOf(from) !== roomOf(to))
    .filter(({ from, to }) => /-tables\.server\.ts$/.test(to) && !/-tables\.server\.ts$/.test(from))
    .map(({ from, to }) => `${from} imports ${to}`)
}

/** SQL that names a table of another room: path and table. */
export function foreignTablesInSql(sources: Sources): string[] {
  const tables = declaredTables(sources)
  return application(sources).flatMap(([path, text]) => {
    const code = withoutComments(text)
    return tables
      .filter(({ room }) => room !== roomOf(path))
      .filter(({ name }) => new RegExp(`\\b(from|join|using)\\s+"?${name}"?(?![\\w.'])`, 'i').test(code))
      .map(({ name }) => `${path} ${name}`)
  })
}

const LOCK_OF_ORDERS = 'app/orders/lock-order.server.ts'

/** Statements that lock an order beside the one function for it. */
export function otherLocksOnOrders(sources: Sources): string[] {
  const byBuilder = /\.from\(\s*orders\s*\)(?:(?!\.from\()[\s\S])*?\.for\(/
  const bySql = /\bfrom\s+"?orders"?(?![\w.])[^`]*?\bfor\s+(no\s+key\s+)?(update|share)\b/i
  return application(sources)
    .filter(([path]) => path !== LOCK_OF_ORDERS)
    .filter(([, text]) => byBuilder.test(withoutComments(text)) || bySql.test(withoutComments(text)))
    .map(([path]) => `${path} locks an order by itself`)
}

function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) =>
    [...text.matchAll(/(?:from|import|import\() ?'((?:~|\.{1,2})\/[^']+)'/g)].flatMap(
      ([, specifier = '']) => {
        const to = resolved(sources, from, specifier)
        return to ? [{ from, to }] : []
      },
    ),
  )
}

function resolved(sources: Sources, from: string, specifier: string): string | undefined {
  const path = specifier.startsWith('~/') ? join('app', specifier.slice(2)) : join(dirname(from), specifier)
  return ['', '.ts', '.tsx', '.mjs']
    .map((ending) => path + ending)
    .find((candidate) => sources.has(candidate))
}

function areApart(from: string, to: string, rooms: string[]) {
  return (
    to.startsWith('app/') &&
    rooms.includes(roomOf(to)) &&
    !(from.startsWith('app/') && roomOf(from) === roomOf(to))
  )
}

function isInside(path: string) {
  return path.split('/').length > 3
}

function subfolderOf(path: string) {
  return path.split('/')[2]
}
