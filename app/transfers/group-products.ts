import { type Facts, isNothing, isSameFact } from './facts'
import type { Problem } from './problems'
import type { ProductRow } from './product-rows.server'
import { openSeenKeys } from './seen-keys'

export type VariantPlan = { row: number; sku: string; facts: Facts }

/** What a file wants one product to be: all of it is imported, or nothing. */
export type ProductPlan = {
  row: number
  lastRow: number
  slug: string | null
  product: Facts
  hints: Record<string, string>
  barcodes: string[]
  variants: VariantPlan[]
  problems: Problem[]
}

/** Gathers rows into products: neighbours of one slug belong together, a row without a slug stands for its variant. */
export function openGathering() {
  const seenSlug = openSeenKeys()
  const seenSku = openSeenKeys()
  let open: ProductPlan | null = null

  function add(row: ProductRow): ProductPlan | null {
    if (open && row.slug !== null && row.slug === open.slug) {
      join(open, row)
      return null
    }
    const ended = open
    open = begin(row)
    return ended
  }

  function begin(row: ProductRow): ProductPlan {
    const plan: ProductPlan = {
      row: row.row,
      lastRow: row.row,
      slug: row.slug,
      product: row.product,
      hints: row.hints,
      barcodes: [],
      variants: [],
      problems: [],
    }
    const before = row.slug === null ? null : seenSlug(row.slug, row.row)
    if (before !== null)
      plan.problems.push({
        row: row.row,
        column: 'slug',
        reason: 'rows-apart',
        read: `${row.slug} (${before})`,
      })
    take(plan, row)
    return plan
  }

  function join(plan: ProductPlan, row: ProductRow): void {
    for (const [heading, fact] of Object.entries(row.product)) {
      const said = plan.product[heading]
      if (isNothing(fact)) continue
      if (isNothing(said)) plan.product[heading] = fact
      else if (!isSameFact(heading, said, fact))
        plan.problems.push({
          row: row.row,
          column: heading,
          reason: 'differs-within-product',
          read: String(fact),
        })
    }
    for (const [name, hint] of Object.entries(row.hints)) plan.hints[name] ||= hint
    take(plan, row)
  }

  function take(plan: ProductPlan, row: ProductRow): void {
    plan.lastRow = row.row
    plan.problems.push(...row.problems)
    if (row.barcode) plan.barcodes.push(row.barcode)
    if (!row.variant) return
    if (row.sku === null) {
      if (plan.slug === null || Object.values(row.variant).some((fact) => !isNothing(fact)))
        plan.problems.push({ row: row.row, column: 'sku', reason: 'missing', read: '' })
      return
    }
    const before = seenSku(row.sku, row.row)
    if (before !== null)
      plan.problems.push({
        row: row.row,
        column: 'sku',
        reason: 'doubled-sku',
        read: `${row.sku} (${before})`,
      })
    plan.variants.push({ row: row.row, sku: row.sku, facts: row.variant })
  }

  return {
    /** Takes the next row; answers the product that ended before it. */
    add,
    /** The product that the last row ended. */
    end(): ProductPlan | null {
      const ended = open
      open = null
      return ended
    },
  }
}
