import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../app/i18n/language'
import { doors, ground, registers, rooms } from '../../app/rooms.js'
import { UNSAID_MESSAGES, WORDS_OF_OTHERS } from '../walls-known'
import { besidesKnown } from './known'
import { languagesListedElsewhere, unevenMessages, unsaidMessages, wordsOfOthers } from './messages'
import { readSources } from './read-sources'

const map = { rooms, ground, doors, registers }
const sources = readSources()
const messages = readMessages()

describe('the house as it stands', () => {
  test('every message exists in every language', () =>
    expect(unevenMessages(messages, sources, LANGUAGES)).toEqual([]))
  test('a room speaks with its own words, those of the ground and of rooms it may import', () =>
    expect(besidesKnown(wordsOfOthers(messages, sources, map), WORDS_OF_OTHERS)).toEqual([]))
  test('every message is said somewhere', () =>
    expect(besidesKnown(unsaidMessages(messages, sources), UNSAID_MESSAGES)).toEqual([]))
  test('the languages are listed once', () => expect(languagesListedElsewhere(sources)).toEqual([]))
})

describe('a planted violation is caught:', () => {
  test('a message without translation, and files that nobody gathers', () => {
    const messages = new Map<string, unknown>([
      ['app/cart/messages.fr.json', { title: 'Panier', line: { add: 'Ajouter' } }],
      ['app/cart/messages.en.json', { title: 'Cart' }],
    ])
    const register = new Map([['app/messages/fr.ts', "import cart from '~/cart/messages.fr.json'"]])
    expect(unevenMessages(messages, register, ['fr', 'en'])).toEqual([
      'app/cart/messages.en.json lacks line.add',
      'app/messages/en.ts lacks app/cart/messages.en.json',
    ])
  })

  const small = {
    rooms: { cart: { mayImport: ['stock'] }, stock: { mayImport: [] } },
    ground: ['ui'],
    doors: ['routes'],
    registers: [],
  }
  const words = new Map<string, unknown>([
    ['app/cart/messages.fr.json', { add: 'Ajouter', line_one: 'Une', line_other: 'Des' }],
    ['app/stock/messages.fr.json', { few: 'Peu', state: { in: 'En stock', out: 'Épuisé' } }],
    ['app/ui/messages.fr.json', { close: 'Fermer' }],
  ])
  test.each([
    ['a key', "<p>{t('cart.add')}</p>"],
    ['a message that travels', "return message('cart.line', { count: 2 })"],
    ['a key with a gap', `t(\`cart.\${verb}\`)`],
  ])('words of a room that may not be imported, by %s', (_how, code) => {
    const speaking = (path: string) => wordsOfOthers(words, new Map([[path, code]]), small)
    expect(speaking('app/stock/shelf.tsx')).toEqual(['app/stock/shelf.tsx speaks with words of cart'])
    expect(speaking('app/ui/badge.tsx')).toEqual(['app/ui/badge.tsx speaks with words of cart'])
    expect(speaking('app/cart/line.tsx')).toEqual([])
    expect(speaking('app/routes/cart.tsx')).toEqual([])
  })
  test('but not those of the ground, nor of a room that may be imported', () => {
    const code = `t(\`stock.state.\${state}\`); t('ui.close')`
    expect(wordsOfOthers(words, new Map([['app/cart/line.tsx', code]]), small)).toEqual([])
  })
  test('a message that nobody says', () => {
    const code = `t('cart.line', { count }); t('stock.few'); t(\`stock.state.\${state}\`); message('ui.close')`
    expect(unsaidMessages(words, new Map([['app/routes/cart.tsx', code]]))).toEqual(['cart.add'])
  })
  test.each([
    ['a column', "text('language', { enum: ['fr', 'en'] })"],
    ['a type', "function worded(language: 'fr' | 'en') {}"],
    ['a pattern of paths', 'const PAGES = /^(?:\\/en)?\\/cart/'],
  ])('a list of languages in %s', (_where, code) => {
    expect(languagesListedElsewhere(new Map([['app/cart/cart.ts', code]]))).toHaveLength(1)
  })
})

function readMessages(): Map<string, unknown> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)messages\.(fr|en)\.json$/.test(name))
    .map((name) => join('app', name))
  return new Map(files.map((path) => [path, JSON.parse(readFileSync(path, 'utf8'))]))
}
