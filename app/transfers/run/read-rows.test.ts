import { aFile } from '../../../tests/a-table-file'
import { describe, expect, test } from '../../../tests/shop-test'
import { examineFile } from './examine-file.server'
import { NotCsvFault, type Row, readRows } from './read-rows.server'

async function rowsOf(content: string | Buffer): Promise<string[][]> {
  const examined = await examineFile(aFile(content))
  if (!examined.ok) throw new Error(examined.reason)
  const rows: string[][] = []
  for await (const some of readRows(examined.file)) rows.push(...some.map(({ cells }) => cells))
  return rows
}

const wide = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}
const EXPECTED = [
  ['sku', 'nom'],
  ['A-1', 'Étrier “doré” 5 €'],
]
const TEXT = 'sku;nom\nA-1;Étrier “doré” 5 €\n'

describe('a file is read in', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 little end first', wide(`\ufeff${TEXT}`)],
    ['UTF-16 big end first', wide(`\ufeff${TEXT}`, true)],
    ['UTF-16 without its mark', wide(TEXT)],
    [
      'Windows-1252',
      Buffer.from(TEXT.replace('“', '\x93').replace('”', '\x94').replace('€', '\x80'), 'latin1'),
    ],
  ])('%s', async (_name, bytes) => expect(await rowsOf(bytes)).toEqual(EXPECTED))

  test('UTF-8 whose characters are cut by the chunks it is read in', async () => {
    const long = `a,b\n${'é€😀,x\n'.repeat(200_000)}`
    expect(new Set((await rowsOf(long)).slice(1).map(String))).toEqual(new Set(['é€😀,x']))
  })
})

describe('a file that is written in two ways', () => {
  const utf8 = (text: string) => Buffer.from(text)
  const latin = (text: string) => Buffer.from(text, 'latin1')

  async function doubtsOf(...lines: Buffer[]) {
    const examined = await examineFile(aFile(Buffer.concat(lines)))
    if (!examined.ok) throw new Error(examined.reason)
    const rows: Row[] = []
    for await (const some of readRows(examined.file)) rows.push(...some)
    return { encoding: examined.file.encoding, rows }
  }

  test('mostly UTF-8: one broken byte spoils no other accent, and its row is told', async () => {
    const { encoding, rows } = await doubtsOf(
      utf8('sku,nom\nA,"Étrier\n€"\nB,Été & '),
      latin('Café\nC,Noël\n'),
      utf8('D,Façade'),
    )
    expect(encoding).toBe('utf-8')
    expect(rows).toEqual([
      { number: 1, cells: ['sku', 'nom'] },
      { number: 2, cells: ['A', 'Étrier\n€'] },
      { number: 3, cells: ['B', 'Été & Café'], doubtful: 'Été & Café' },
      { number: 4, cells: ['C', 'Noël'], doubtful: 'Noël' },
      { number: 5, cells: ['D', 'Façade'] },
    ])
  })

  test('mostly Windows-1252: a line of UTF-8 is read as that and told', async () => {
    const { encoding, rows } = await doubtsOf(latin('sku,nom\nA,Étrier\nB,Été\nC,Noël\n'), utf8('D,Façade\n'))
    expect(encoding).toBe('windows-1252')
    expect(rows.slice(1).map(({ cells }) => cells[1])).toEqual(['Étrier', 'Été', 'Noël', 'Façade'])
    expect(rows.filter(({ doubtful }) => doubtful)).toHaveLength(1)
  })

  test.each([
    ['holds a sign that an earlier program wrote for a lost one', utf8('sku,nom\nA,Étrier\nB,Caf\ufffd\n')],
    ['is none of those that are known', latin('sku,nom\nA,Etrier\nB,\x90t\x82\n')],
  ])('a row is told that %s', async (_name, bytes) => {
    const { rows } = await doubtsOf(bytes)
    expect(rows.filter(({ doubtful }) => doubtful).map(({ number }) => number)).toEqual([3])
  })

  test('is read the same however it is cut into chunks', async () => {
    const { rows } = await doubtsOf(
      utf8(`a,b\n${'é€😀,x\n'.repeat(100_000)}`),
      latin('Café,x\n'),
      utf8('é,y'),
    )
    expect(rows).toHaveLength(100_003)
    expect(new Set(rows.slice(1, -2).map(({ cells }) => cells.join()))).toEqual(new Set(['é€😀,x']))
    expect(rows.slice(-2).map(({ cells }) => cells.join())).toEqual(['Café,x', 'é,y'])
  })
})

describe('a table is separated by', () => {
  test.each([
    ['commas', 'a,b\n"1;2",3'],
    ['semicolons', 'a;b\n"1;2";3'],
    ['tabs', 'a\tb\n1;2\t3'],
    ['what Excel names', 'sep=;\r\na;b\r\n"1;2";3'],
    ['commas, though its headings hold semicolons in quotes', '"a;;;",b\n1;2,3'],
  ])('%s', async (_name, text) => expect((await rowsOf(text)).at(-1)).toEqual(['1;2', '3']))
})

test('lines may end in any way, even in several', async () => {
  expect(await rowsOf('a,b\r\n1,2\r3,4\n5,"6\r\n7"\r\n\r\n;;\n\n8,9')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
    ['5', '6\r\n7'],
    [';;'],
    ['8', '9'],
  ])
})

test('a quote within a cell is a quote', async () => {
  expect((await rowsOf('a,b\nx,disque 11" et 12"\n')).at(-1)).toEqual(['x', 'disque 11" et 12"'])
})

describe('no table is', () => {
  test.each([
    ['an empty file', '', { reason: 'empty' }],
    ['blank lines', '\n \r\n\n', { reason: 'empty' }],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), { reason: 'binary' }],
    ['a workbook', Buffer.from('PK\x03\x04rest of the archive'), { reason: 'spreadsheet' }],
    ['a web page', '<!DOCTYPE html><html><body>a,b</body></html>', { reason: 'html' }],
    ['JSON', '[{"sku": "A-1"}]', { reason: 'json' }],
  ])('%s', async (_name, content, refusal) =>
    expect(await examineFile(aFile(content))).toMatchObject({ ok: false, ...refusal }),
  )

  test('a file that is not there', async () => {
    expect(await examineFile('/nowhere/table.csv')).toEqual({ ok: false, reason: 'no-such-file' })
  })
  test('one whose quote stays open to the end: its row is named', async () => {
    await expect(rowsOf('a,b\n1,2\n3,"open\n4,5\n')).rejects.toMatchObject({
      refusal: { reason: 'open-quote', row: 3 },
    })
  })
  test('one whose row never ends, whatever its size: no more than two million characters of it are kept', async () => {
    const endless = `a,b\n${'x'.repeat(3_000_000)}`
    await expect(rowsOf(endless)).rejects.toBeInstanceOf(NotCsvFault)
    await expect(rowsOf(endless)).rejects.toMatchObject({ refusal: { reason: 'endless-row', row: 2 } })
  })
})
