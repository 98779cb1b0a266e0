import { tidyCode } from './typed-text'

/**
 * What two names have in common that a person would take for one: « Citroën », "CITROEN" and "citroën" are `citroen`, whatever
 * apostrophe, hyphen or width of letters a keyboard has. Marks are dropped from Latin and Greek letters only: in other scripts they make another letter.
 */
export function foldedText(text: string): string {
  return tidyCode(text)
    .normalize('NFD')
    .replace(/([\p{sc=Latin}\p{sc=Greek}])[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[œæßłøđı]/g, (letter) => PLAIN[letter] ?? letter)
}

/** Letters that are no accent on another, and are written as these where a keyboard lacks them. */
const PLAIN: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ı: 'i' }
