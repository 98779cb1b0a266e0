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
