import anyAscii from 'any-ascii'

/** A text of any script, spelt in the letters and signs of ASCII: `Размер` is `Razmer`, `é` is `e`. */
export function inAscii(text: string): string {
  return anyAscii(text)
}
