import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MarkedName } from './marked-name'
import { readMarks } from './marked-text'

const shown = (text: string) =>
  renderToStaticMarkup(<MarkedName name={readMarks(text)} />).replace(/ class="[^"]*"/g, '')

test('what an engine marked is marked', () => {
  expect(shown('\uE000Disque\uE001 de frein')).toBe('<mark>Disque</mark> de frein')
})

test('markup in an answer is text', () => {
  expect(shown('<script>alert(1)</script> \uE000<img onerror=x>\uE001')).toBe(
    '&lt;script&gt;alert(1)&lt;/script&gt; <mark>&lt;img onerror=x&gt;</mark>',
  )
  expect(shown('<em>Disque</em>')).toBe('&lt;em&gt;Disque&lt;/em&gt;')
})

test('broken marks mark nothing and leave no trace', () => {
  expect(shown('\uE001Disque\uE000 de')).toBe('Disque de')
  expect(shown('')).toBe('')
})
