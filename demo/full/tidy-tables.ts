import postgres from 'postgres'

const TABLES = [
  ...['products', 'product_texts', 'product_references', 'product_images', 'variants', 'variant_prices'],
  ...['price_tiers', 'price_history', 'stock', 'stock_movements', 'universal_products', 'fitment_conditions'],
  ...['product_documents', 'search_words', 'makes', 'models', 'vehicle_types'],
]

/** What autovacuum would do in the next minutes: only then are indexes read without their tables. */
export async function tidyTables(
  databaseUrl: string,
  onTidied: (tables: number, of: number) => void,
): Promise<number> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    // The ledger has just written every row of it a second time.
    await client`vacuum full stock`
    for (const [at, table] of TABLES.entries()) {
      await client`vacuum (analyze) ${client(table)}`
      onTidied(at + 1, TABLES.length)
    }
    return TABLES.length
  } finally {
    await client.end({ timeout: 5 })
  }
}
