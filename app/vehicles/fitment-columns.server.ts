import { type SQL, sql } from 'drizzle-orm'
import { numberArray } from '~/platform/is-among.server'

/** Fitments as columns: so twenty thousand of them travel as three texts. */
export type FitmentColumns = {
  typeIds: readonly number[]
  productIds: readonly number[]
  conditionIds: readonly (number | null)[]
}

export function givenFitments({ typeIds, productIds, conditionIds }: FitmentColumns): SQL {
  return sql`unnest(${numberArray(typeIds)}, ${numberArray(productIds)}, ${numberArray(conditionIds)})
    with ordinality as given (type_id, product_id, condition_id, at)`
}
