import { hashOf } from '../products/seen-keys'
import { slugOf } from '../products/slug-of'

/** Scripts whose letters are spelt in Latin ones without becoming each other. */
const SPELT = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{M}\p{N}\p{P}\p{Z}\p{Sc}\p{Sm}\p{Sk}°]*$/u

/** The keys under which a product's options are kept, one for each name, in any script: `Размер` is `razmer`, `色` is `se_` and its own number. */
export function optionKeys(names: readonly string[]): string[] {
  const keys: string[] = []
  for (const name of names) {
    const plain = slugOf(name).replaceAll('-', '_')
    const spelt = /^[a-z]/.test(plain) ? plain : ['option', plain].filter(Boolean).join('_')
    const base = isSpelt(name) ? spelt : `${spelt}_${hashOf(name, 0).toString(36)}`
    let key = base
    for (let n = 2; keys.includes(key); n++) key = `${base}_${n}`
    keys.push(key)
  }
  return keys
}

/** Names of other scripts, and pictures, sound alike or like nothing: two of them must not share a key. */
function isSpelt(name: string): boolean {
  return SPELT.test(name)
}
