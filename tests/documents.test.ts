import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').map((name) => `docs/${name}`),
]

test('every test that a document names exists', () => {
  const named = documents
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(/`((?:app|tests)\/[\w/-]+\.(?:test|spec)\.ts)`/g),
    ])
    .map(([, path = '']) => path)

  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

test('every decision has a number of its own, in its name and in its title', () => {
  const records = readdirSync('docs/decisions')
  const numbers = records.map((name) => Number(name.slice(0, 4)))
  const titled = records.map((name) =>
    Number.parseInt(readFileSync(`docs/decisions/${name}`, 'utf8').slice(2), 10),
  )

  expect(new Set(numbers).size).toBe(records.length)
  expect(titled).toEqual(numbers)
})
