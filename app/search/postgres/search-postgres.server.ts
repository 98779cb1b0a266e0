import type { Database } from '~/platform/db.server'
import { NOTHING_FOUND, type ProductFinder, type ProductQuestion } from '../engine/product-search'
import { countProducts, listProducts } from '../listing/listing-queries.server'
import { readMarks, unmarked } from '../suggestions/marked-text'
import { matchText } from './text-match.server'

/** Finds products with Postgres alone: full text, trigrams for misspelt words, synonyms, references. */
export function postgresFinder(db: Database): ProductFinder {
  return { search: (question) => searchPostgres(db, question) }
}

async function searchPostgres(
  db: Database,
  { language, query, filters, sort, page, perPage, facets, rangesFirst }: ProductQuestion,
) {
  const found = query === '' ? undefined : await matchText(db, { language, query, rangesFirst })
  if (found === null) return NOTHING_FOUND

  const sought = { language, scope: { everything: true }, match: found?.match, filters } as const
  const [products, counted] = await Promise.all([
    listProducts(db, { ...sought, sort, limit: perPage, skip: (page - 1) * perPage }),
    countProducts(db, { ...sought, facets }),
  ])
  return {
    hits: products.map(({ productId, name }) => ({
      productId,
      name: found ? readMarks(name) : unmarked(name),
    })),
    ...counted,
    reference: found?.reference ?? null,
    isLoose: found?.isLoose ?? false,
  }
}
