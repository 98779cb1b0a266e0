import type { StoredProduct, StoredVariant } from '~/catalog/stored-products.server'
import { type Column, FIXED_COLUMNS, type ProductField, type VariantField } from '../formats/own-columns'
import type { Fact, Facts } from './facts'

type FieldColumn = Column & { field: string }

const isField = (column: Column): column is FieldColumn => column.field !== undefined
const OF_PRODUCT = FIXED_COLUMNS.filter(isField).filter(({ of }) => of === 'product')
const OF_VARIANT = FIXED_COLUMNS.filter(isField).filter(({ of }) => of === 'variant')

/** The facts that a product's own fields hold. */
export function factsOfProduct(product: Pick<StoredProduct, ProductField>): Facts {
  return factsIn(OF_PRODUCT, product)
}

export function factsOfVariant(variant: Pick<StoredVariant, VariantField>): Facts {
  return factsIn(OF_VARIANT, variant)
}

/** The fields that hold these facts. `FIXED_COLUMNS` lets no column name a field that is of another kind. */
export function fieldsOfProduct(facts: Facts): Pick<StoredProduct, ProductField> {
  return fieldsIn(OF_PRODUCT, facts) as Pick<StoredProduct, ProductField>
}

export function fieldsOfVariant(facts: Facts): Pick<StoredVariant, VariantField> {
  return fieldsIn(OF_VARIANT, facts) as Pick<StoredVariant, VariantField>
}

/** Whether a variant keeps in a field of its own what this heading is about. */
export function isFieldOfVariant(heading: string): boolean {
  return OF_VARIANT.some((column) => column.heading === heading)
}

function factsIn(columns: readonly FieldColumn[], thing: Record<string, unknown>): Facts {
  return Object.fromEntries(columns.map(({ heading, field }) => [heading, thing[field] as Fact]))
}

function fieldsIn(columns: readonly FieldColumn[], facts: Facts): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ heading, field, whenNew }) => [field, facts[heading] ?? whenNew]))
}
