import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { v7 } from 'uuid'

/** A name for a row, sortable by time. It is no secret: what must not be guessed carries a token of its own. */
export function newId(): string {
  return v7()
}

/** 160 random bits, safe in a URL and in a cookie. */
export function newToken(): string {
  return randomBytes(20).toString('base64url')
}

/** 160 bits that only the holder of the secret can compute, so that no copy needs to be stored. */
export function signedToken(secret: string, ...parts: string[]): string {
  return createHmac('sha256', secret).update(parts.join('\n')).digest().subarray(0, 20).toString('base64url')
}

export function isSameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return UUID.test(text)
}
