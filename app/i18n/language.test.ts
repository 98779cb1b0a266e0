import { describe, expect, test } from 'vitest'
import { isLanguage, languageOf, languageOfPath, localPath, pathWithoutLanguage } from './language'

describe('the language of a URL', () => {
  test.each([
    ['/', 'fr'],
    ['/cart', 'fr'],
    ['/en', 'en'],
    ['/en/', 'en'],
    ['/en/cart', 'en'],
    ['/EN/cart', 'en'],
    ['/energie', 'fr'],
    ['/c/en', 'fr'],
    ['//en', 'fr'],
  ])('%s is read in %s', (path, language) => {
    expect(languageOfPath(path)).toBe(language)
  })

  test.each([
    ['https://shop.test/en.data?_routes=root', 'en'],
    ['https://shop.test/_root.data', 'fr'],
    ['https://shop.test/en/p/disc.data', 'en'],
  ])('what Remix fetches for a page has its language: %s', (url, language) => {
    expect(languageOf(new Request(url))).toBe(language)
  })
})

describe('the same page in a language', () => {
  test.each([
    ['/', '/en'],
    ['/cart', '/en/cart'],
    ['/?q=a', '/en?q=a'],
    ['/#top', '/en#top'],
    ['/search?q=en', '/en/search?q=en'],
    ['/energie', '/en/energie'],
  ])('%s is %s in English, and back', (french, english) => {
    expect(localPath('en', french)).toBe(english)
    expect(localPath('en', english)).toBe(english)
    expect(localPath('fr', english)).toBe(french)
    expect(localPath('fr', french)).toBe(french)
    expect(pathWithoutLanguage(english)).toBe(french)
  })
})

test.each(['//evil.test', '/en//evil.test', '/en/\\evil.test', '/en///evil.test'])(
  'no language makes %s a link to another site',
  (path) => {
    expect(localPath('fr', path)).toBe('/evil.test')
    expect(localPath('en', path)).toBe('/en/evil.test')
  },
)

test('only French and English are languages', () => {
  expect(['fr', 'en', 'de', '', null, 3].map(isLanguage)).toEqual([true, true, false, false, false, false])
})
