import type { Language } from '~/i18n/language'
import type { SynonymGroup } from './read-query'

/** How the shop's documents are found in Meilisearch. */
export function indexSettings(language: Language, synonyms: readonly SynonymGroup[]) {
  return {
    searchableAttributes: [
      'name',
      'rangeName',
      'references',
      'brandName',
      'keywords',
      'familyName',
      'description',
    ],
    displayedAttributes: ['id', 'name', 'references'],
    filterableAttributes: [
      'brandSlug',
      'rangeSlug',
      'priceCents',
      'priceBand',
      'isAvailable',
      'references',
      // Makes `attributes.axle` and all the others filterable.
      'attributes',
    ],
    sortableAttributes: ['priceCents', 'createdAt', 'name', 'id'],
    rankingRules: [
      'sort',
      'words',
      'typo',
      'proximity',
      'attribute',
      'exactness',
      'isAvailable:desc',
      'id:asc',
    ],
    // Beside what Meilisearch splits at by itself, so that both engines see the same words.
    separatorTokens: [...'<>=+*~^`|°×™®#&%$€'],
    stopWords: STOP_WORDS[language],
    synonyms: synonymMap(synonyms),
    typoTolerance: {
      minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
      disableOnAttributes: ['references'],
      disableOnNumbers: true,
    },
    faceting: { maxValuesPerFacet: 1_000 },
    pagination: { maxTotalHits: 50_000 },
    searchCutoffMs: 300,
  }
}

const STOP_WORDS: Record<Language, string[]> = {
  fr: 'a à au aux avec ce ces d dans de des du en et l la le les ou par pour sans sur un une'.split(' '),
  en: 'a an and at by for from in of on or the to with'.split(' '),
}

/** Each phrase of a group means every other one. */
function synonymMap(groups: readonly SynonymGroup[]): Record<string, string[]> {
  const map = new Map<string, Set<string>>()
  for (const group of groups) {
    const phrases = group.map((words) => words.join(' '))
    for (const phrase of phrases) {
      const means = map.get(phrase) ?? new Set()
      for (const other of phrases) if (other !== phrase) means.add(other)
      map.set(phrase, means)
    }
  }
  return Object.fromEntries([...map].map(([phrase, means]) => [phrase, [...means]]))
}
