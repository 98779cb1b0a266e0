import { createHash } from 'node:crypto'

const DIGITS = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ROUNDS = 1000
/** Which bytes of the digest make up each group of four digits. */
const GROUPS = [
  [0, 6, 12],
  [1, 7, 13],
  [2, 8, 14],
  [3, 9, 15],
  [4, 10, 5],
]

/**
 * `$1$salt$…` of a password: Poul-Henning Kamp's MD5-crypt, as FreeBSD's and glibc's crypt(3) do it. Old shops kept passwords so; no
 * library on the registry gets letters with accents right.
 * @param {string} password
 * @param {string} salt at most eight characters
 */
export function md5Crypt(password, salt) {
  const secret = Buffer.from(password)
  const inner = md5(secret, salt, secret)
  const parts = [secret, '$1$', salt, repeated(inner, secret.length)]
  for (let left = secret.length; left > 0; left >>= 1)
    parts.push(left & 1 ? Buffer.of(0) : secret.subarray(0, 1))

  let digest = md5(...parts)
  for (let round = 0; round < ROUNDS; round++)
    digest = md5(
      round % 2 ? secret : digest,
      round % 3 ? salt : '',
      round % 7 ? secret : '',
      round % 2 ? digest : secret,
    )
  return `$1$${salt}$${inDigits(digest)}`
}

/** @param {...(Buffer | string)} parts */
function md5(...parts) {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** @param {Buffer} bytes @param {number} length */
function repeated(bytes, length) {
  return Buffer.alloc(length, bytes)
}

/** @param {Buffer} digest */
function inDigits(digest) {
  const groups = GROUPS.map(([high, middle, low]) =>
    digits((digest[high] << 16) | (digest[middle] << 8) | digest[low], 4),
  )
  return groups.join('') + digits(digest[11], 2)
}

/** @param {number} value @param {number} count */
function digits(value, count) {
  return Array.from({ length: count }, (_, place) => DIGITS[(value >> (6 * place)) & 63]).join('')
}
