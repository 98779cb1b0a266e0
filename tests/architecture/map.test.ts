import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { doors, ground, registers, rooms } from '../../app/rooms.js'
import { circles, offTheMap, unusedEdges } from './map'
import { readSources } from './read-sources'

const map = { rooms, ground, doors, registers }

describe('the house as it stands', () => {
  test('every folder of app is on the map', () => {
    const folders = readdirSync('app', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(
      offTheMap(
        folders.map((entry) => entry.name),
        map,
      ),
    ).toEqual([])
  })
  test('the map of rooms has no circle', () => expect(circles(map)).toEqual([]))
  test('the map of rooms names no edge that nobody uses', () =>
    expect(unusedEdges(readSources(), map)).toEqual([]))
})

describe('a planted violation is caught:', () => {
  const small = {
    rooms: { cart: { mayImport: ['stock'] }, stock: { mayImport: [] } },
    ground: [],
    doors: [],
    registers: [],
  }

  test('a folder that is on no map, a room without folder, an import of nowhere', () => {
    expect(
      offTheMap(['cart', 'utils'], { ...small, rooms: { ...small.rooms, cart: { mayImport: ['shop'] } } }),
    ).toEqual([
      'app/utils is not in app/rooms.js',
      'stock is in app/rooms.js and has no folder',
      'cart → shop: no such room',
    ])
  })
  test('two rooms that may import each other', () => {
    const round = { ...small, rooms: { cart: { mayImport: ['stock'] }, stock: { mayImport: ['cart'] } } }
    expect(circles(round)).toEqual(['cart → stock → cart', 'stock → cart → stock'])
  })
  test('an edge of the map that nobody uses', () => {
    const taking = (code: string) => unusedEdges(new Map([['app/cart/take.ts', code]]), small)
    expect(taking('')).toEqual(['cart → stock: nobody uses it'])
    expect(taking("import { a } from '~/stock/a'")).toEqual([])
  })
})
