import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { doors, ground, registers, rooms } from '../app/rooms.js'
import {
  circles,
  fieldsTakenRaw,
  foreignWrites,
  forgottenLibraries,
  formsReadUnchecked,
  librariesInSeveralFiles,
  offTheMap,
  queriesInDoors,
  routesWithoutAccess,
  type Sources,
  testsAmongRoutes,
  tooLongFiles,
  unevenMessages,
  unexplainedCodes,
  unexplainedVariables,
  unmarkedServerFiles,
  untakenLimits,
  unusedEdges,
} from './architecture'
import { readSources } from './read-sources'

const map = { rooms, ground, doors, registers }
const dependencies = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies)
const sources = readSources()

describe('the house as it stands', () => {
  test('every folder of app is on the map', () => {
    const folders = readdirSync('app', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(
      offTheMap(
        folders.map((entry) => entry.name),
        map,
      ),
    ).toEqual([])
  })
  test('the map of rooms has no circle', () => expect(circles(map)).toEqual([]))
  test('a table is written only by its room', () => expect(foreignWrites(sources)).toEqual([]))
  test('the map of rooms names no edge that nobody uses', () => expect(unusedEdges(sources, map)).toEqual([]))
  test('each library that does one job is imported by one file', () =>
    expect(librariesInSeveralFiles(sources, dependencies)).toEqual([]))
  test('what the lists of libraries name is installed', () =>
    expect(forgottenLibraries(dependencies)).toEqual([]))
  test('what touches database or vendor stays on the server', () =>
    expect(unmarkedServerFiles(sources, dependencies)).toEqual([]))
  test('doors hold no SQL', () => expect(queriesInDoors(sources, map)).toEqual([]))
  test('doors read forms through readForm', () => expect(formsReadUnchecked(sources)).toEqual([]))
  test('what people type is tidied before it is checked', () => expect(fieldsTakenRaw(sources)).toEqual([]))
  test('every limit that is declared is taken', () => expect(untakenLimits(sources)).toEqual([]))
  test('no file is longer than 300 lines', () => expect(tooLongFiles(sources)).toEqual([]))
  test('every route says who may enter', () => expect(routesWithoutAccess(sources)).toEqual([]))
  test('no test lies among the routes', () => expect(testsAmongRoutes(sources)).toEqual([]))
  test('every message exists in both languages', () =>
    expect(unevenMessages(readMessages(), sources)).toEqual([]))
  test('every code of a requirement or an attack is explained', () => {
    expect(unexplainedCodes(sources, readFileSync('docs/requirements.md', 'utf8'))).toEqual([])
  })
  test('.env.example explains every variable', () => {
    const schema = sources.get('app/platform/variables.ts') ?? ''
    expect(unexplainedVariables(schema, readFileSync('.env.example', 'utf8'))).toEqual([])
  })
})

describe('a planted violation is caught:', () => {
  const small = {
    rooms: { cart: { mayImport: ['stock'] }, stock: { mayImport: [] } },
    ground: [],
    doors: [],
    registers: [],
  }

  test('a folder that is on no map, a room without folder, an import of nowhere', () => {
    expect(
      offTheMap(['cart', 'utils'], { ...small, rooms: { ...small.rooms, cart: { mayImport: ['shop'] } } }),
    ).toEqual([
      'app/utils is not in app/rooms.js',
      'stock is in app/rooms.js and has no folder',
      'cart → shop: no such room',
    ])
  })
  test('two rooms that may import each other', () => {
    const round = { ...small, rooms: { cart: { mayImport: ['stock'] }, stock: { mayImport: ['cart'] } } }
    expect(circles(round)).toEqual(['cart → stock → cart', 'stock → cart → stock'])
  })
  test('an edge of the map that nobody uses', () => {
    expect(unusedEdges(planted('app/cart/take.ts', ''), small)).toEqual(['cart → stock: nobody uses it'])
    expect(unusedEdges(planted('app/cart/take.ts', "import { a } from '~/stock/a'"), small)).toEqual([])
  })
  const IMPORT = "import { stock } from '~/stock/stock-tables.server'\n"
  const ALIAS = "import { stock as shelves } from '~/stock/stock-tables.server'\n"

  test.each([
    ['by the builder', `${IMPORT}await db.update(stock).set({})`],
    ['under another name', `${ALIAS}await tx\n  .insert(shelves).values({})`],
    ['by SQL naming the variable', `${IMPORT}sql\`delete from \${stock} where true\``],
    ['by SQL inside a query', 'sql`with gone as (update stock set on_hand = 0 returning 1) select 1`'],
    ['by SQL with a quoted name', 'sql`INSERT INTO "stock" (id) values (1)`'],
  ])('a write into the table of another room, %s', (_how, code) => {
    expect(foreignWrites(planted('app/cart/take.server.ts', code))).toEqual([
      'app/cart/take.server.ts writes stock, which belongs to stock',
    ])
  })
  test.each([
    ['a locking read', `${IMPORT}await db.select().from(stock).for('update')`],
    ['a comment, a hash', 'hash.update(stock)\n// it would update stock\n'],
    ['a table of a longer name', 'sql`update stock_alerts set seen = true`'],
  ])('but not %s', (_what, code) => {
    expect(foreignWrites(planted('app/cart/take.server.ts', code))).toEqual([])
  })
  test('a vendor in two files, or in a file that may reach the browser', () => {
    const twice = new Map([
      ['app/payments/stripe.server.ts', "import Stripe from 'stripe'"],
      ['app/payments/refund.ts', "import type { Refund } from 'stripe'\nconst sdk = await import('stripe')"],
    ])
    expect(librariesInSeveralFiles(twice, ['stripe', 'zod'])).toEqual([
      'stripe is imported by app/payments/stripe.server.ts, app/payments/refund.ts',
    ])
    expect(unmarkedServerFiles(twice, ['stripe', 'zod'])).toEqual([
      'app/payments/refund.ts imports stripe and is not called .server.ts',
    ])
  })
  test.each([
    ["import { eq } from 'drizzle-orm'", 'imports a query builder'],
    ["import { stock } from '~/stock/stock-tables.server'", 'imports tables'],
    ['const n = sql`select 1`', 'writes SQL'],
    ['await context.db.select()', 'queries'],
  ])('SQL in a door: %s', (code, what) => {
    expect(queriesInDoors(new Map([['app/routes/a.tsx', code]]), map)).toEqual([`app/routes/a.tsx ${what}`])
  })
  test('a form read as it came', () => {
    const door = new Map([['app/routes/a.tsx', 'const typed = await request.formData()']])
    expect(formsReadUnchecked(door)).toEqual(['app/routes/a.tsx reads a form without readForm'])
  })
  test('a field that takes a text as it came', () => {
    const form = (field: string) => fieldsTakenRaw(new Map([['app/cart/cart-forms.ts', field]]))
    expect(form('name: z\n  .string()\n  .max(10)')).toEqual([
      'app/cart/cart-forms.ts takes a text raw: see app/text/typed-fields.ts',
    ])
    expect(form('email: z.email()')).toHaveLength(1)
    expect(form('id: z.string().regex(/^\\d{1,9}$/), name: typedLine(10)')).toEqual([])
  })
  test('a limit that nobody takes', () => {
    const limits =
      "const LIMITS = {\n  'sign-in': { points: 5 },\n  read: { points: 5 },\n  order: { points: 5 },\n}"
    const planted = new Map([
      ['app/platform/rate-limits.server.ts', limits],
      ['app/identity/sign-in.server.ts', "await limits.take('sign-in', address)"],
      ['server/rate-limit.ts', "limits.take(isReading ? 'read' : 'write', caller)"],
    ])
    expect(untakenLimits(planted)).toEqual(['order'])
  })
  test('a file of 301 lines', () => {
    expect(tooLongFiles(new Map([['app/cart/all.ts', 'x\n'.repeat(301)]]))).toEqual([
      'app/cart/all.ts has 301 lines',
    ])
  })
  test('a route without a guard, and a test that would become a page', () => {
    const page = "export const loader = () => null\n// export const handle = { access: 'public' }"
    const routes = new Map([['app/routes/a.test.ts', page]])
    expect(routesWithoutAccess(routes)).toEqual(['app/routes/a.test.ts exports no handle.access'])
    expect(testsAmongRoutes(routes)).toEqual(['app/routes/a.test.ts'])
  })
  test('a message without translation, and files that nobody gathers', () => {
    const messages = new Map<string, unknown>([
      ['app/cart/messages.fr.json', { title: 'Panier', line: { add: 'Ajouter' } }],
      ['app/cart/messages.en.json', { title: 'Cart' }],
    ])
    const register = new Map([['app/messages/fr.ts', "import cart from '~/cart/messages.fr.json'"]])
    expect(unevenMessages(messages, register)).toEqual([
      'app/cart/messages.en.json lacks line.add',
      'app/messages/en.ts lacks app/cart/messages.en.json',
    ])
  })
  test('a code that nobody explains', () => {
    const unknown = ['A', '142'].join('-')
    const tests = new Map([['app/cart/add.test.ts', `test('twice (${unknown})'); // as CART-3 asks`]])
    expect(unexplainedCodes(tests, '| CART-3 | at most 100 |')).toEqual([
      `app/cart/add.test.ts names ${unknown}, which docs/requirements.md does not explain`,
    ])
  })
  test('a variable that nobody explains, an explanation of nothing', () => {
    expect(unexplainedVariables('  PORT: z.number(),\n', 'HOST=\n')).toEqual([
      '.env.example lacks PORT',
      'nothing reads HOST',
    ])
  })
})

function planted(path: string, code: string): Sources {
  return new Map([
    ['app/stock/stock-tables.server.ts', "export const stock = pgTable('stock', {})"],
    [path, code],
  ])
}

function readMessages(): Map<string, unknown> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)messages\.(fr|en)\.json$/.test(name))
    .map((name) => join('app', name))
  return new Map(files.map((path) => [path, JSON.parse(readFileSync(path, 'utf8'))]))
}
