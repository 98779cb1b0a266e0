import { inAscii } from '~/text/in-ascii.server'

/**
 * A name as it stands in an address: `Disque de frein 280 mm` is `disque-de-frein-280-mm`, `Размер` is `razmer`. Empty if
 * nothing is left.
 */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\P{L}a-zA-Z]+/gu, inAscii)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 150)
    .replace(/^-+|-+$/g, '')
}
