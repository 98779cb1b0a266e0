import { expect, test } from 'vitest'
import fr from '~/messages/fr'

test('French punctuation never begins a line, nor does an opening guillemet end one', () => {
  const texts = textsOf(fr)
  expect(texts.length).toBeGreaterThan(500)

  const breakable = texts.filter((text) => / [;!?€%»]| :(\s|$)|« /.test(text))

  expect(breakable).toEqual([])
})

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : textsOf(word)))
}
