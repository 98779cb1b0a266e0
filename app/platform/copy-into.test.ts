import { sql } from 'drizzle-orm'
import { expect, test } from '../../tests/shop-test'
import { type Cell, copyInto, inBulk } from './copy-into.server'
import type { Database } from './db.server'

const notes = { table: 'notes', columns: ['id', 'text', 'words', 'facts', 'at'] }

async function makeNotes(db: Database) {
  await db.execute(sql`
    create table notes (id int primary key, text text, words text[], facts jsonb, at timestamptz)`)
}

async function listNotes(db: Database) {
  return [
    ...(await db.execute(
      sql`select id, text, words, facts, at = '2026-01-02T03:04:05Z' as "isThen" from notes`,
    )),
  ]
}

test('what is copied arrives as it was, whatever characters are in it', async ({ ownDb, ownDbUrl }) => {
  await makeNotes(ownDb)
  const hostile = 'a\tb\nc\rd\\n "e" {f},g \\N é 🚗'
  const rows: Cell[][] = [
    [1, hostile, [hostile, '', 'NULL'], { [hostile]: hostile }, new Date('2026-01-02T03:04:05Z')],
    [2, '', [], {}, null],
    [3, null, null, null, null],
  ]

  await inBulk(ownDbUrl, (load) => copyInto(load, notes, rows))

  expect(await listNotes(ownDb)).toEqual([
    { id: 1, text: hostile, words: [hostile, '', 'NULL'], facts: { [hostile]: hostile }, isThen: true },
    { id: 2, text: '', words: [], facts: {}, isThen: null },
    { id: 3, text: null, words: null, facts: null, isThen: null },
  ])
})

test.for([
  ['in the last rows', 2],
  ['long before the end', 300_000],
] as const)(
  'a row that is refused %s stops the load, which leaves nothing',
  async ([, count], { ownDb, ownDbUrl }) => {
    await makeNotes(ownDb)
    function* rows(): Generator<Cell[]> {
      for (let n = 0; n < count; n++) yield [Math.min(n, 0), 'twice', [], {}, null]
    }

    const loading = inBulk(ownDbUrl, (load) => copyInto(load, notes, rows()))

    await expect(loading).rejects.toMatchObject({ code: '23505', constraint_name: 'notes_pkey' })
    expect(await listNotes(ownDb)).toEqual([])
  },
)

test('a load whose rows fail to come stops, and leaves nothing', async ({ ownDb, ownDbUrl }) => {
  await makeNotes(ownDb)
  function* rows(): Generator<Cell[]> {
    yield [1, 'the only one', [], {}, null]
    throw new Error('no more rows')
  }

  const loading = inBulk(ownDbUrl, (load) => copyInto(load, notes, rows()))

  await expect(loading).rejects.toThrow('no more rows')
  expect(await listNotes(ownDb)).toEqual([])
})
