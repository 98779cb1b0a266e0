import { expect, test } from 'vitest'
import { nextPath } from './next-path'

test('a path of the shop is followed', () => {
  expect(nextPath('/admin/orders?state=paid', '/')).toBe('/admin/orders?state=paid')
})

test.each([
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '/%5cevil.test',
  '/%2fevil.test',
  '/%09/evil.test',
  'javascript:alert(1)',
  '/..//evil.test',
  'http:/evil.test',
  '/x%0d%0aSet-Cookie:a=b\r\n',
  `/${'a'.repeat(2000)}`,
  '',
  null,
])('%j leads home', (wanted) => {
  expect(nextPath(wanted, '/')).toBe('/')
})
