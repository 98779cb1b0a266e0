import type { Database } from '~/platform/db.server'
import { ownColumn } from '../formats/own-columns'
import { openSaidFacts } from '../formats/said-facts'
import { type ReportLine, reportLine } from '../report'
import { writeCell } from '../run/cells.server'
import { type Frame, openFrame } from '../run/frame.server'
import type { BatchOutcome, BatchRun, Importer } from '../run/importer'
import { applyProducts } from './apply-products.server'
import type { Change, Difference } from './difference'
import { openGathering, type ProductPlan } from './group-products'
import type { ProductReader } from './product-rows.server'
import { type Weighed, weighProducts } from './weigh-products.server'

const BATCH = 1_000

export function openProductImporter(dialect: string, reader: ProductReader): Importer<ProductPlan> {
  const gathering = openGathering()
  const said = openSaidFacts()
  let frame: Frame | undefined

  async function run(tx: Database, plans: readonly ProductPlan[], batch: BatchRun): Promise<BatchOutcome> {
    if (!frame) throw new Error('An importer is prepared before it runs')
    const known = frame
    const weighed = await weighProducts(tx, plans, { frame: known, said, ...batch })
    const told = { counts: countsOf(weighed), lines: linesOf(weighed, batch) }
    if (batch.isDry)
      return { ...told, before: {}, productIds: [], learn: () => known.learn(weighed.pretended) }
    const { before, learnt, productIds } = await applyProducts(tx, weighed, { frame: known, ...batch })
    return { ...told, before, productIds, learn: () => known.learn(learnt) }
  }

  return {
    kind: 'products',
    dialect,
    batchSize: BATCH,
    add: (row) => gathering.add(reader.read(row)),
    end: gathering.end,
    notes: reader.notes,
    prepare: async (db) => {
      frame = await openFrame(db)
    },
    run,
  }
}

function countsOf({ refused, unchanged, due }: Weighed) {
  const created = due.filter(({ stored }) => !stored).length
  return { created, changed: due.length - created, unchanged: unchanged.length, refused: refused.length }
}

function linesOf({ refused, unchanged, due, notes }: Weighed, { isDetailed }: BatchRun): ReportLine[] {
  return [
    ...notes.map(({ row, column, reason, read }) =>
      reportLine({ row, outcome: 'note', column, reason, after: read }),
    ),
    ...refused.flatMap(({ plan, problems }) =>
      problems.map(({ row, column, reason, read }) =>
        reportLine({ row, outcome: 'refused', subject: plan.slug ?? '', column, reason, after: read }),
      ),
    ),
    ...due.flatMap(linesOfAdded),
    ...(isDetailed ? unchanged : []).map(({ plan, slug }) =>
      reportLine({ row: plan.row, outcome: 'unchanged', subject: slug }),
    ),
    ...(isDetailed ? due : []).flatMap(linesOfChange),
  ].sort((a, b) => a.row - b.row)
}

/** Told in every run: a SKU that was mistyped becomes a variant too. */
function linesOfAdded({ stored, slug, variants }: Difference): ReportLine[] {
  return variants
    .filter((variant) => stored && !variant.stored)
    .map(({ plan: { row, sku } }) =>
      reportLine({ row, outcome: 'note', subject: slug, sku, column: 'sku', reason: 'variant-created' }),
    )
}

function linesOfChange({ plan, stored, slug, changes, variants }: Difference): ReportLine[] {
  const begin: ReportLine[] = stored
    ? []
    : [
        reportLine({
          row: plan.row,
          outcome: 'create',
          subject: slug,
          after: String(plan.product['name:fr']),
        }),
      ]
  const cells = [...changes, ...variants.flatMap((variant) => variant.changes)]
  return [...begin, ...cells.map((change) => lineOfCell(change, slug, !stored))]
}

function lineOfCell({ row, sku, heading, before, after }: Change, subject: string, isNew: boolean) {
  const kind = ownColumn(heading)?.kind ?? 'value'
  return reportLine({
    row,
    outcome: isNew ? 'create' : 'change',
    subject,
    sku: sku ?? '',
    column: heading,
    before: writeCell(kind, before),
    after: writeCell(kind, after),
  })
}
