/** A text in pieces, some of which are marked because they were sought. React escapes each of them. */
export type MarkedText = { text: string; isMarked: boolean }[]

/** Characters of private use stand around what an engine marks: no text of ours has them. */
export const MARK_BEGIN = '\uE000'
export const MARK_END = '\uE001'

/** Cuts an engine's answer at its marks. Nothing in the text is taken for markup. */
export function readMarks(text: string): MarkedText {
  const pieces = text
    .split(/(\uE000[^\uE001]*\uE001)/)
    .map((piece) => ({ text: piece.replace(/[\uE000\uE001]/g, ''), isMarked: piece.startsWith(MARK_BEGIN) }))
    .filter((piece) => piece.text !== '')
  return pieces
}

export function unmarked(text: string): MarkedText {
  return text === '' ? [] : [{ text, isMarked: false }]
}
