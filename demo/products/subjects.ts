import { readFileSync } from 'node:fs'
import type { Words } from '../words/grammar'

/** What a card, a figurine or a print is of: its title in both languages, and the kind of picture that shows it. */
export type Subject = { title: Words; kind?: string }

export type Game = { key: string; brand: string; sets: readonly Words[] }

/** Read from subjects.txt: lists of titles in French and English under their names. */
const lists = new Map(
  readFileSync(new URL('./subjects.txt', import.meta.url), 'utf8')
    .split(/^= /m)
    .slice(1)
    .map((section) => {
      const [name = '', ...lines] = section.split('\n').filter(Boolean)
      return [name, lines.map(readWords)] as const
    }),
)

function readWords(line: string): Words {
  const [fr = '', en = fr] = line.split(' | ')
  return { fr, en }
}

function listOf(name: string): readonly Words[] {
  const list = lists.get(name)
  if (!list) throw new Error(`subjects.txt has no list of ${name}`)
  return list
}

const titles = (list: readonly Words[]): Subject[] => list.map((title) => ({ title }))

/** Every entry of the one list with every entry of the other. */
const across = (left: readonly Words[], right: readonly Words[]): Words[] =>
  left.flatMap((a) => right.map((b) => ({ fr: `${a.fr} ${b.fr}`, en: `${a.en} ${b.en}` })))

/** Each kind of picture has the list of its name. */
const byKind = (kinds: readonly string[], titled = (list: readonly Words[]) => list): Subject[] =>
  kinds.flatMap((kind) => titled(listOf(kind)).map((title) => ({ title, kind })))

const SUBJECTS: Record<string, readonly Subject[]> = {
  'cartes-a-l-unite': byKind(
    ['tower', 'golem', 'serpent', 'phoenix', 'crystal', 'owl', 'knight', 'sprite'],
    (beings) => across(beings, listOf('of')),
  ),
  'tapis-de-jeu': titles(listOf('playmats')),
  figurines: titles(across(listOf('roles'), listOf('places'))),
  'robots-en-tole': titles(across(listOf('robots'), listOf('robot numbers'))),
  statuettes: byKind(['cat', 'bust', 'horse'], (statues) => across(statues, listOf('finishes'))),
  'miniatures-automobiles': titles(across(listOf('car names'), listOf('car types'))),
  'monnaies-et-medailles': titles(across(listOf('medals'), listOf('medal places'))),
  timbres: byKind(['birds', 'ships', 'mountains', 'flowers']),
  'disques-vinyles': titles(listOf('records')),
  'affiches-et-plaques': titles(listOf('posters')),
  'pins-emailles': byKind(['star', 'shield', 'moon', 'leaf']),
  'livres-et-catalogues': titles(listOf('books')),
}

export const GAMES: readonly Game[] = [
  { key: 'brumes', brand: 'Brumes Éditions', sets: listOf('brumes') },
  { key: 'kaldrem', brand: 'Kaldrem Games', sets: listOf('kaldrem') },
  { key: 'astrea', brand: 'Astréa', sets: listOf('astrea') },
  { key: 'lichen', brand: 'Ateliers du Lichen', sets: listOf('lichen') },
]

/** The subject of the nth product of a range; the list is walked in an order of its own so that neighbours differ. */
export function subjectOf(range: string, index: number): Subject | null {
  const list = SUBJECTS[range]
  if (!list) return null
  const step = [37, 23, 11, 7, 5, 3, 1].find((size) => list.length % size !== 0 || size === 1) ?? 1
  const subject = list[(index * step) % list.length]
  const round = Math.floor(index / list.length)
  if (!subject || round === 0) return subject ?? null
  const title = {
    fr: `${subject.title.fr}, série ${round + 1}`,
    en: `${subject.title.en}, series ${round + 1}`,
  }
  return { ...subject, title }
}
