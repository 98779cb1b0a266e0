import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unevenMessages } from './messages'
import { readSources } from './read-sources'

describe('the house as it stands', () => {
  test('every message exists in both languages', () =>
    expect(unevenMessages(readMessages(), readSources())).toEqual([]))
})

describe('a planted violation is caught:', () => {
  test('a message without translation, and files that nobody gathers', () => {
    const messages = new Map<string, unknown>([
      ['app/cart/messages.fr.json', { title: 'Panier', line: { add: 'Ajouter' } }],
      ['app/cart/messages.en.json', { title: 'Cart' }],
    ])
    const register = new Map([['app/messages/fr.ts', "import cart from '~/cart/messages.fr.json'"]])
    expect(unevenMessages(messages, register)).toEqual([
      'app/cart/messages.en.json lacks line.add',
      'app/messages/en.ts lacks app/cart/messages.en.json',
    ])
  })
})

function readMessages(): Map<string, unknown> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)messages\.(fr|en)\.json$/.test(name))
    .map((name) => join('app', name))
  return new Map(files.map((path) => [path, JSON.parse(readFileSync(path, 'utf8'))]))
}
