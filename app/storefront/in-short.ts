import { charactersIn, cutText } from '~/text/cut-text'

const LONGEST = 155

/** What a search engine shows under the title: as many whole words as fit. */
export function inShort(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (charactersIn(line) <= longest) return line
  const cut = cutText(line, longest)
  const words = cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))
  const kept = charactersIn(words) < longest / 2 ? cutText(cut, longest / 2) : words
  return `${kept.replace(/[\s,;:.]+$/, '')}…`
}
