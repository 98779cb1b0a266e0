const LONGEST = 155

/** What a search engine shows under the title: as many whole words as fit. */
export function inShort(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s,;:.]+$/, '')}…`
}
