import type { Language } from '~/i18n/language'
import { queryWords, tellingWords, wordsOf } from '../understanding/query-words'

/** How the shop's documents are found in Meilisearch. */
export function indexSettings(language: Language, synonyms: readonly string[][]) {
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
    displayedAttributes: ['id', 'name', 'rangeSlug', 'references'],
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
    sortableAttributes: ['priceCents', 'createdAt', 'nameKey', 'id'],
    // Where a word stands comes first: a synonym in the name (two "typos" to Meilisearch) beats a mention in a description.
    rankingRules: [
      'sort',
      'words',
      'attribute',
      'typo',
      'proximity',
      'exactness',
      'isAvailable:desc',
      'id:asc',
    ],
    // How near words stand to each other tells little of names this short, and is nearly half of the work of indexing.
    proximityPrecision: 'byAttribute' as const,
    // Beside what Meilisearch splits at by itself, so that both engines see the same words.
    separatorTokens: [...'<>=+*~^`|°×™®#&%$€'],
    synonyms: synonymMap(language, synonyms),
    typoTolerance: {
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 8 },
      disableOnAttributes: ['references'],
      disableOnNumbers: true,
    },
    // Nobody searches among the values of a facet.
    facetSearch: false,
    faceting: { maxValuesPerFacet: 1_000 },
    pagination: { maxTotalHits: 50_000 },
    searchCutoffMs: 300,
  }
}

/**
 * Each phrase of a group means every other one. It is asked for as queries are asked, in their telling words, and stands
 * for the others as names have them, with all their words.
 */
function synonymMap(language: Language, groups: readonly string[][]): Record<string, string[]> {
  const map = new Map<string, Set<string>>()
  for (const phrases of groups)
    for (const phrase of phrases) {
      const asked = tellingWords(queryWords(phrase), language).join(' ')
      const means = map.get(asked) ?? new Set()
      for (const other of phrases) if (other !== phrase) means.add(wordsOf(other).join(' '))
      map.set(asked, means)
    }
  return Object.fromEntries([...map].map(([asked, means]) => [asked, [...means]]))
}
