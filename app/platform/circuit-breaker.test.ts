import { expect, test } from 'vitest'
import { circuitBreaker } from './circuit-breaker'

/** A breaker that two failures open, with a clock of its own. */
function aBreaker() {
  let now = 0
  const breaker = circuitBreaker({ failures: 2, restMs: 5_000, clock: () => now })
  return {
    breaker,
    mayAskAt(time: number) {
      now = time
      return breaker.mayAsk()
    },
    failsAt(time: number, subject?: string) {
      now = time
      breaker.failed(subject)
    },
  }
}

function anOpenBreaker() {
  const open = aBreaker()
  open.failsAt(1_000)
  open.failsAt(2_000)
  return open
}

test('one failure is no reason to stop asking', () => {
  const { breaker, mayAskAt, failsAt } = aBreaker()
  failsAt(0)
  expect(mayAskAt(1)).toBe(true)
  breaker.succeeded()
  failsAt(2)
  expect(mayAskAt(3)).toBe(true)
})

test('nor are many failures about the same thing', () => {
  const { mayAskAt, failsAt } = aBreaker()
  failsAt(0, 'one payment')
  failsAt(1, 'one payment')
  expect(mayAskAt(2)).toBe(true)
  failsAt(3, 'another payment')
  expect(mayAskAt(4)).toBe(false)
})

test('after failures in a row nobody asks until it has rested, then one', () => {
  const { mayAskAt } = anOpenBreaker()
  expect(mayAskAt(6_999)).toBe(false)
  expect(mayAskAt(7_000)).toBe(true)
  expect(mayAskAt(7_001)).toBe(false)
})

test('a try that fails again lets it rest again', () => {
  const { mayAskAt, failsAt } = anOpenBreaker()
  expect(mayAskAt(7_000)).toBe(true)
  failsAt(8_000)
  expect(mayAskAt(12_999)).toBe(false)
  expect(mayAskAt(13_000)).toBe(true)
})

test('after a try that says nothing of it the next one may try at once', () => {
  const { breaker, mayAskAt } = anOpenBreaker()
  expect(mayAskAt(7_000)).toBe(true)
  breaker.undecided()
  expect(mayAskAt(7_001)).toBe(true)
  expect(mayAskAt(7_002)).toBe(false)
})

test('a good answer brings it back for everybody', () => {
  const { breaker, mayAskAt } = anOpenBreaker()
  expect(mayAskAt(7_000)).toBe(true)
  breaker.succeeded()
  expect(breaker.isOpen).toBe(false)
  expect(mayAskAt(7_001)).toBe(true)
})
