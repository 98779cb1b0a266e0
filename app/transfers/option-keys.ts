import { slugOf } from './slug-of'

/** The keys under which a product's options are kept, one for each name, in any script: `Размер` is `razmer`. */
export function optionKeys(names: readonly string[]): string[] {
  const keys: string[] = []
  for (const name of names) {
    const plain = slugOf(name).replaceAll('-', '_')
    const base = /^[a-z]/.test(plain) ? plain : ['option', plain].filter(Boolean).join('_')
    let key = base
    for (let n = 2; keys.includes(key); n++) key = `${base}_${n}`
    keys.push(key)
  }
  return keys
}
