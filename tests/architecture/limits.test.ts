import { expect, test } from 'vitest'
import { untakenLimits } from './limits'
import { readSources } from './read-sources'

test('every limit that is declared is taken', () => expect(untakenLimits(readSources())).toEqual([]))

test('a planted violation is caught: a limit that nobody takes', () => {
  const limits =
    "const LIMITS = {\n  'sign-in': { points: 5 },\n  read: { points: 5 },\n  order: { points: 5 },\n}"
  const planted = new Map([
    ['app/platform/rate-limits.server.ts', limits],
    ['app/identity/sign-in.server.ts', "await limits.take('sign-in', address)"],
    ['server/rate-limit.ts', "limits.take(isReading ? 'read' : 'write', caller)"],
  ])
  expect(untakenLimits(planted)).toEqual(['order'])
})
