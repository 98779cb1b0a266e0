import type { Language } from '~/i18n/language'

export type Words = Record<Language, string>

/** One piece of a range, with what French needs to speak of it. */
export type Piece = { one: string; gender: 'm' | 'f' }

const startsWithVowel = (word: string) => /^[aeiouyhàâäéèêëîïôöûü]/i.test(word)

/** The words around one piece: {Ce} {Le} {Un} {un} {le} {e} {Il} in French, {a} {A} in English. */
export function articles({ one, gender }: Piece, language: Language): Record<string, string> {
  if (language === 'en') {
    const a = /^[aeiou]/i.test(one) ? 'an' : 'a'
    return { one, a: `${a} ${one}`, A: `${capital(a)} ${one}` }
  }
  const isMasculine = gender === 'm'
  const elided = startsWithVowel(one)
  const le = elided ? `l’${one}` : `${isMasculine ? 'le' : 'la'} ${one}`
  const ce = isMasculine ? (elided ? 'cet' : 'ce') : 'cette'
  const un = `${isMasculine ? 'un' : 'une'} ${one}`
  return {
    one,
    ce: `${ce} ${one}`,
    Ce: `${capital(ce)} ${one}`,
    le,
    Le: capital(le),
    un,
    Un: capital(un),
    e: isMasculine ? '' : 'e',
    Il: isMasculine ? 'Il' : 'Elle',
  }
}

export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** Puts words in the gaps of a sentence; null when one of them is missing. */
export function fill(sentence: string, words: Record<string, string>): string | null {
  let isComplete = true
  const filled = sentence.replace(/\{(\w+)\}/g, (_, key: string) => {
    const word = words[key]
    if (word === undefined) isComplete = false
    return word ?? ''
  })
  return isComplete ? capital(filled) : null
}

/** « a, b et c », "a, b and c". */
export function enumerated(
  parts: readonly string[],
  language: Language,
  last = { fr: 'et', en: 'and' },
): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} ${last[language]} ${parts.at(-1)}`
}

export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
