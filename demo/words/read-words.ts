import { readFileSync } from 'node:fs'
import type { Language } from '~/i18n/language'

export type RangeWords = {
  name: string
  one: string
  gender: 'm' | 'f'
  about: string
  notes: readonly string[]
}
export type FamilyWords = {
  name: string
  about: string
  tips: readonly string[]
  ranges: Map<string, RangeWords>
}

/**
 * Reads `words/<family>.<language>.md`: `# Family`, what it is, `> advice`, then for each range `## slug`,
 * `Title = un article`, what it is, `- a note that may use {facts}`.
 */
export function readFamilyWords(family: string, language: Language): FamilyWords {
  const text = readFileSync(new URL(`./${family}.${language}.md`, import.meta.url), 'utf8')
  const [head = '', ...sections] = text.split(/^## /m)
  const [title = '', about = ''] = linesOf(head)
  return {
    name: title.replace(/^# /, ''),
    about,
    tips: listed(head, '> '),
    ranges: new Map(sections.map((section) => readRange(section))),
  }
}

/** The words of one of the family's ranges. */
export function wordsOfRange({ name, ranges }: FamilyWords, slug: string): RangeWords {
  const found = ranges.get(slug)
  if (!found) throw new Error(`${name} has no words for ${slug}`)
  return found
}

function readRange(section: string): [string, RangeWords] {
  const [slug = '', title = '', about = ''] = linesOf(section)
  const [name = '', article = ''] = title.split(' = ')
  return [
    slug,
    {
      name,
      one: article.replace(/^une? /, ''),
      gender: article.startsWith('une ') ? 'f' : 'm',
      about,
      notes: listed(section, '- '),
    },
  ]
}

const linesOf = (text: string) => text.split('\n').filter(Boolean)
const listed = (text: string, mark: string) =>
  linesOf(text)
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length))
