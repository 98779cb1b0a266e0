import { expect, test } from 'vitest'
import { pageNumber } from './page-number'

test('only whole positive numbers name a page', () => {
  expect(pageNumber('7')).toBe(7)
  for (const text of [null, '', '0', '-1', '1.5', '1e3', '01', 'x', '9999999', '２', '1\n'])
    expect(pageNumber(text)).toBe(1)
})
