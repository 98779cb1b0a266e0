import type { Database } from '~/platform/db.server'
import { listProducts } from './listing-queries.server'
import { readMarks, unmarked } from './marked-text'
import { NOTHING_FOUND, type ProductFinder, type ProductQuestion } from './product-search'
import { matchText } from './text-match.server'

/** Finds products with Postgres alone: full text, trigrams for misspelt words, synonyms, references. */
export function postgresFinder(db: Database): ProductFinder {
  return { search: (question) => searchPostgres(db, question) }
}

async function searchPostgres(db: Database, { language, query, ...question }: ProductQuestion) {
  const found = query === '' ? undefined : await matchText(db, { language, query })
  if (found === null) return NOTHING_FOUND

  const { products, total, facets } = await listProducts(db, {
    ...question,
    language,
    scope: { everything: true },
    match: found?.match,
  })
  return {
    hits: products.map(({ productId, name }) => ({
      productId,
      name: found ? readMarks(name) : unmarked(name),
    })),
    total,
    facets,
    reference: found?.reference ?? null,
    isLoose: found?.isLoose ?? false,
  }
}
