/**
 * Spreadsheets run cells that begin with one of these as formulas: `= + - @`, and what reads as one of them once it is
 * normalised. Before the sign they skip spaces, quotes and what cannot be seen. And they split a cell where their own
 * language does, so that a formula may begin after any separator or end of line inside a text.
 */
const SIGNS = '=+\\-@⁺⁻⁼₊₋₌−⩵⩶﬩﹢﹣﹦﹫＋－＝＠'
const SEPARATORS = ',;\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029'
const SKIPPED = `(?:(?![${SEPARATORS}])["\\p{Z}\\p{Cc}\\p{Default_Ignorable_Code_Point}\\p{Cf}\\u2800])*`
const RUNS = `'*${SKIPPED}[${SIGNS}]`
/** Some spreadsheets drop a tab or return at the beginning of a cell, and run what follows. */
const AT_THE_START = `'*[\\t\\r]|${RUNS}`

const RISKY = new RegExp(`^(?=${AT_THE_START})|(?<=[${SEPARATORS}])(?=${RUNS})`, 'gu')
const GUARDED = new RegExp(`^'(?=${AT_THE_START})|(?<=[${SEPARATORS}])'(?=${RUNS})`, 'gu')

/** An apostrophe before whatever could run, one more where apostrophes stand already: so nothing is lost on the way. */
export function guardCell(text: string): string {
  return text.replace(RISKY, "'")
}

export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, '')
}

/** Several texts in one cell, with `|` between them and `\` before a `|` or `\` of their own. */
export function joinList(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join('|')
}

export function splitList(cell: string): string[] {
  const parts = ['']
  for (let at = 0; at < cell.length; at++) {
    const character = cell.charAt(at)
    const next = cell.charAt(at + 1)
    if (character === '|') parts.push('')
    else {
      const isEscape = character === '\\' && (next === '|' || next === '\\')
      parts[parts.length - 1] += isEscape ? next : character
      if (isEscape) at++
    }
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}
