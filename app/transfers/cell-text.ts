/**
 * Spreadsheets run cells that begin like this as formulas. An export puts an apostrophe before them and an import takes one
 * away; a cell that has apostrophes there already gets one more, so that nothing is lost on the way.
 */
const RISKY = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/

export function guardCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
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
