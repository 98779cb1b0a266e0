import { foldedText } from '~/text/alike'
import { slugOf } from '../products/slug-of'

/** What stands between words, and means nothing by itself: `Genesis R-Spec` is `Genesis R Spec`. */
const BETWEEN_WORDS = /[\s\-‐-―_.,;:/\\|·•()[\]'’"“”«»]+/g

/**
 * What a name is compared by: capitals, accents and what stands between words do not count, every other sign does, so that
 * `Golf +` is not `Golf`. A slug loses such signs and is no key for a name.
 */
export function nameKey(name: string): string {
  return foldedText(name.normalize('NFKC')).replace(BETWEEN_WORDS, ' ').trim()
}

/** The address that a name makes for itself; `+` is spelled out. */
export function addressOf(name: string): string {
  return slugOf(name.normalize('NFKC').replaceAll('+', ' plus '))
}

/** Whether the address says all that the name says: then who has the one is meant by the other. */
export function isWholeAddress(address: string, name: string): boolean {
  return nameKey(address) === nameKey(name)
}

/** The address itself, or with the first number after it that nobody has. */
export function freeAddress(address: string, isTaken: (address: string) => boolean): string {
  let free = address
  for (let n = 2; isTaken(free); n++) free = `${address}-${n}`
  return free
}
