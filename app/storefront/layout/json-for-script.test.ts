import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonForScript } from './json-for-script'

test('a product named like markup stays a name (A-081)', () => {
  for (const name of [
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>',
    '</SCRIPT >',
    '\u2028alert(1)',
    '&lt;/script&gt;',
  ]) {
    const json = jsonForScript({ name })
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual({ name })
  }
})

test('whatever is said is read again as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = jsonForScript(value)
      expect(json).not.toContain('<')
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
