declare module 'talisman/phonetics/french/phonetic.js' {
  /** Édouard Bergé's "phonetic": a French word as it is spoken, in capitals. */
  export default function phonetic(word: string): string
}
