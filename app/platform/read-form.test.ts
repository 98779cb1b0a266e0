import { expect, test } from 'vitest'
import { readForm } from './read-form.server'

const send = (body: string, type = 'application/x-www-form-urlencoded') =>
  readForm(new Request('https://shop.test/', { method: 'POST', body, headers: { 'content-type': type } }))

test('an ordinary form is read as it was typed, repeated fields and all', async () => {
  const form = await send(
    'shipping.street=1+rue+%C3%A9troite&pickupPoint.la-poste=R%26C&code=A&code=B&empty=',
  )

  expect([...form]).toEqual([
    ['shipping.street', '1 rue étroite'],
    ['pickupPoint.la-poste', 'R&C'],
    ['code', 'A'],
    ['code', 'B'],
    ['empty', ''],
  ])
})

test('a field in which nothing can be seen was left empty', async () => {
  const form = await send(
    new URLSearchParams({ name: '\u200b', company: '\u3164\u2800', city: ' \u00a0' }).toString(),
  )

  expect([...form.values()]).toEqual(['', '', ''])
})

test('bytes that are no text become the sign for it (A-061)', async () => {
  expect((await send('code=%ff%c0%ae%ed%a0%80')).get('code')).toMatch(/^\ufffd+$/)
})

test.for([
  ['an instruction to the form library', '__intent__=%7B%7D'],
  ['a state for the form library', '__state__=x'],
  ['a prototype (A-064)', '__proto__[level]=10'],
  ['a prototype by its other name (A-064)', 'constructor.prototype.isAdmin=true'],
  ['what every object has (A-064)', 'toString=1'],
  ['the same further down (A-064)', 'shipping.hasOwnProperty=1'],
  ['a list (A-063)', 'intent[]=add'],
  ['an operator (A-063)', 'intent[$ne]=1'],
  ['a list with a far end', 'lines[99999999]=1'],
  ['a bottomless path', `${'a.'.repeat(5000)}a=1`],
  ['no name at all', '=1'],
  ['more fields than any page has', 'a=1&'.repeat(101)],
  ['a NUL in a value (A-060)', 'code=a%00b'],
  ['a NUL in a name (A-060)', 'co%00de=a'],
])('%s: 400', async ([, body = '']) => {
  await expect(send(body)).rejects.toMatchObject({ status: 400 })
})

test.for([
  ['a type without form', '{}', 'application/json'],
  ['parts without a border', 'x', 'multipart/form-data'],
  [
    'a file',
    '--b\r\ncontent-disposition: form-data; name="a"; filename="b"\r\n\r\nc\r\n--b--',
    'multipart/form-data; boundary=b',
  ],
])('%s: 400', async ([, body = '', type]) => {
  await expect(send(body, type)).rejects.toMatchObject({ status: 400 })
})
