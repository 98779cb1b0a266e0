import { tidyText } from './typed-text'

/**
 * What two names have in common that a person would take for one: « Citroën », "CITROEN" and "citroën" are `citroen`. Marks
 * are dropped from Latin and Greek letters only: in other scripts they make another letter.
 */
export function foldedText(text: string): string {
  return tidyText(text)
    .normalize('NFD')
    .replace(/([\p{sc=Latin}\p{sc=Greek}])[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
}
