import { describe, expect, test } from 'vitest'
import { doors, ground, registers, rooms } from '../../app/rooms.js'
import {
  fieldsTakenRaw,
  formsReadUnchecked,
  queriesInDoors,
  routesWithoutAccess,
  testsAmongRoutes,
} from './doors'
import { readSources } from './read-sources'

const map = { rooms, ground, doors, registers }
const sources = readSources()

describe('the house as it stands', () => {
  test('doors hold no SQL', () => expect(queriesInDoors(sources, map)).toEqual([]))
  test('doors read forms through readForm', () => expect(formsReadUnchecked(sources)).toEqual([]))
  test('what people type is tidied before it is checked', () => expect(fieldsTakenRaw(sources)).toEqual([]))
  test('every route says who may enter', () => expect(routesWithoutAccess(sources)).toEqual([]))
  test('no test lies among the routes', () => expect(testsAmongRoutes(sources)).toEqual([]))
})

describe('a planted violation is caught:', () => {
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
  test('a route without a guard, and a test that would become a page', () => {
    const page = "export const loader = () => null\n// export const handle = { access: 'public' }"
    const routes = new Map([['app/routes/a.test.ts', page]])
    expect(routesWithoutAccess(routes)).toEqual(['app/routes/a.test.ts exports no handle.access'])
    expect(testsAmongRoutes(routes)).toEqual(['app/routes/a.test.ts'])
  })
})
