import { expect, test } from 'vitest'
import { circuitBreaker } from './circuit-breaker'

const open = () => {
  const breaker = circuitBreaker({ failures: 2, restMs: 5_000 })
  breaker.failed(1_000)
  breaker.failed(2_000)
  return breaker
}

test('one failure is no reason to stop asking', () => {
  const breaker = circuitBreaker({ failures: 2, restMs: 5_000 })
  breaker.failed(0)
  expect(breaker.mayAsk(1)).toBe(true)
  breaker.succeeded()
  breaker.failed(2)
  expect(breaker.mayAsk(3)).toBe(true)
})

test('after failures in a row nobody asks until it has rested, then one', () => {
  const breaker = open()
  expect(breaker.mayAsk(6_999)).toBe(false)
  expect(breaker.mayAsk(7_000)).toBe(true)
  expect(breaker.mayAsk(7_001)).toBe(false)
})

test('a good answer brings it back for everybody', () => {
  const breaker = open()
  expect(breaker.mayAsk(7_000)).toBe(true)
  breaker.succeeded()
  expect(breaker.isOpen).toBe(false)
  expect(breaker.mayAsk(7_001)).toBe(true)
})
