import { expect, test } from 'vitest'
import type { MessageKey } from './translate'
import { wordsInBrowser } from './words-in-browser'

const key = (text: string) => text as MessageKey
const greeting = { hello: 'Bonjour' }

test('what was learnt beforehand is said at once', async () => {
  const { t, learnAll } = wordsInBrowser('fr', () => Promise.resolve(greeting))
  await learnAll(['cart', 'cart'])

  expect(t(key('cart.hello'))).toBe('Bonjour')
})

test('a room that is not known yet is fetched once, while React waits', async () => {
  let fetched = 0
  const { t } = wordsInBrowser('fr', () => {
    fetched += 1
    return Promise.resolve(greeting)
  })

  await thrownBy(() => t(key('cart.hello')))
  await thrownBy(() => t(key('cart.hello')))
  expect(t(key('cart.hello'))).toBe('Bonjour')
  expect(fetched).toBe(1)
})

test('a text that is no key waits for nothing', () => {
  const { t } = wordsInBrowser('fr', () => undefined)

  expect(t(key('Carte refusée. Essayez-en une autre.'))).toBe('Carte refusée. Essayez-en une autre.')
})

test('a room that cannot be fetched is a fault for the error page, not an endless wait', async () => {
  const { t } = wordsInBrowser('fr', () => Promise.reject(new TypeError('Failed to fetch')))

  await thrownBy(() => t(key('cart.hello')))
  expect(() => t(key('cart.hello'))).toThrow('Failed to fetch')
})

async function thrownBy(say: () => string): Promise<unknown> {
  try {
    return say()
  } catch (thrown) {
    return thrown
  }
}
