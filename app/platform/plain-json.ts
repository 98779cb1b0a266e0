/** More than any message of a bank needs; what is deeper exhausts whoever walks through it. */
const DEEPEST = 64

/** A name with its colon, any other string, or a bracket. */
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs

type Level = { names: Set<string>; isFree: boolean }

/**
 * Whether every reader reads the same in this JSON: no object has a name twice, also not in another case, and nothing
 * lies deeper than a reader can go. What others name as they like (`metadata`) may differ by case alone. The text has to
 * be JSON already.
 */
export function isPlainJson(text: string): boolean {
  const levels: Level[] = []
  let last = ''
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') levels.pop()
    else if (token === '{' || token === '[') {
      levels.push({ names: new Set(), isFree: token === '{' && last === 'metadata' })
      if (levels.length > DEEPEST) return false
      last = ''
    } else if (colon) {
      last = nameOf(token.slice(0, -colon.length))
      const level = levels.at(-1)
      const known = level?.isFree ? last : last.toLowerCase()
      if (!level || level.names.has(known)) return false
      level.names.add(known)
    } else last = ''
  }
  return true
}

function nameOf(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
}
