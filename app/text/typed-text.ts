/**
 * The one cleaning of whatever people type, paste or send in files, done before anything is checked (decision 28).
 * Names and prose keep every sign that can be seen; codes are read for what they mean.
 */

/** Marks that hide in a text or turn its direction, control characters, and what is no character at all. */
const HIDDEN =
  /(?![\t\n\v\f\r\u0085])[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cc}\p{Cs}\p{NChar}]/gu

/** They spell the flags of Scotland and Wales; anywhere else they hide. */
const STRAY_TAG = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,8})[\u{e0001}\u{e0020}-\u{e007f}]/gu

/** Letters of the scripts that joiners shape. Between Latin letters a joiner is only what was pasted along. */
const SHAPED = String.raw`(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\u0300-\u036f\ufe00-\ufe0f])`
const LETTER = String.raw`${SHAPED}[\p{L}\p{M}]`
const KEPT_JOINERS = [
  String.raw`(?<=${LETTER})[\u200c\u200d](?=${LETTER})`,
  // Malayalam writes some letters at the end of a word so.
  String.raw`(?<=${SHAPED}\p{M})\u200d`,
  String.raw`(?<=\p{ExtPict}|\p{EMod}|\ufe0f)\u200d(?=\p{ExtPict})`,
]
const JOINER = new RegExp(String.raw`(${KEPT_JOINERS.join('|')})|[\u200c\u200d]`, 'gu')

/** What looks like a gap and nothing else: spaces of every width, line ends, the blank signs of Braille and Hangul. */
const GAP = /[\s\u0085\u2800\u3164\uffa0]+/gu
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u

/** No language puts thirty accents on one letter; composing thousands costs their square (Unicode's stream-safe text). */
const TOWER = /(\p{M}{30})\p{M}+/gu

/** A name or a line of prose: composed, on one line, with single spaces. Nothing that can be seen is lost. */
export function tidyText(typed: string): string {
  const seen = settled(typed.replace(HIDDEN, '').replace(STRAY_TAG, '')).trim()
  return isInvisible(seen) ? '' : seen
}

/** Prose of several lines: `tidyText` of each, with one empty line at most between two. */
export function tidyParagraphs(typed: string): string {
  const lines = typed.split(LINE_END).map(tidyText)
  return lines
    .filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim()
}

/**
 * What is read for its meaning: numbers, telephones, e-mails, postcodes, codes, references, searches. Full-width and
 * ligatures become plain letters, digits of any script 0 to 9, every dash `-`, every quote `'` or `"`; no mark is left
 * that cannot be seen. Case and spaces between words stay.
 */
export function tidyCode(typed: string): string {
  return typed
    .replace(APOSTROPHE, "'")
    .replace(QUOTE, '"')
    .replace(BLANK_LETTER, ' ')
    .replace(UNSEEN, '')
    .replace(TOWER, '$1')
    .normalize('NFKC')
    .replace(TOWER, '$1')
    .replace(APOSTROPHE, "'")
    .replace(QUOTE, '"')
    .replace(DASH, '-')
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(GAP, ' ')
    .trim()
}

const APOSTROPHE = /[\u00b4\u02b9\u02bb-\u02bd\u2018-\u201b\u2032\u2035\u2039\u203a]/gu
const QUOTE = /[\u00ab\u00bb\u201c-\u201f\u2033\u2036\u3003\u301d-\u301f]/gu
const DASH = /[\p{Pd}\u2043\u2212\u02d7]/gu
const BLANK_LETTER = /[\u3164\uffa0]/gu
const UNSEEN = /(?![\t\n\v\f\r\u0085])[\p{DI}\p{Cf}\p{Cc}\p{Cs}\p{NChar}]/gu

/** The digits of every script stand in a row from its zero to its nine. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

/** Whether nothing of a text can be seen: it is empty, whatever its length. */
export function isInvisible(text: string): boolean {
  return !/[^\s\p{Z}\p{DI}\p{Cf}\p{Cc}\p{Cs}\p{NChar}\u2800]/u.test(text)
}

/** Where a joiner falls, gaps meet and accents change places: looked at again until nothing moves. */
function settled(text: string): string {
  const next = text
    .replace(TOWER, '$1')
    .normalize('NFC')
    .replace(GAP, ' ')
    .replace(JOINER, (_, kept = '') => kept)
  return next === text ? text : settled(next)
}
