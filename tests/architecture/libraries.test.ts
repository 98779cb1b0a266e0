import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { forgottenLibraries, librariesInSeveralFiles, unmarkedServerFiles } from './libraries'
import { readSources } from './read-sources'

const dependencies = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies)
const sources = readSources()

describe('the house as it stands', () => {
  test('each library that does one job is imported by one file', () =>
    expect(librariesInSeveralFiles(sources, dependencies)).toEqual([]))
  test('what the lists of libraries name is installed', () =>
    expect(forgottenLibraries(dependencies)).toEqual([]))
  test('what touches database or vendor stays on the server', () =>
    expect(unmarkedServerFiles(sources, dependencies)).toEqual([]))
})

describe('a planted violation is caught:', () => {
  test('a vendor in two files, or in a file that may reach the browser', () => {
    const twice = new Map([
      ['app/payments/stripe.server.ts', "import Stripe from 'stripe'"],
      ['app/payments/refund.ts', "import type { Refund } from 'stripe'\nconst sdk = await import('stripe')"],
    ])
    expect(librariesInSeveralFiles(twice, ['stripe', 'zod'])).toEqual([
      'stripe is imported by app/payments/stripe.server.ts, app/payments/refund.ts',
    ])
    expect(unmarkedServerFiles(twice, ['stripe', 'zod'])).toEqual([
      'app/payments/refund.ts imports stripe and is not called .server.ts',
    ])
  })
})
