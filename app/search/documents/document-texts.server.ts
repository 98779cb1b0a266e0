import { type SQL, sql } from 'drizzle-orm'
import { variantView } from '~/catalog/catalog-views.server'
import { isWithin, type ProductsTogether, wordsOfProducts } from '~/catalog/product-words.server'
import { stockView, unreserved } from '~/inventory/stock-columns.server'
import { priceNow, priceView } from '~/pricing/price-columns.server'

/** What the documents of these products say: one row per product on sale and language. */
export function textsOf(products: ProductsTogether): SQL {
  return sql`
    select said.product_id, language, slug, ${cleaned(sql`name`)} as name, ${nameKey(sql`name`)} as name_key,
      brand_id, brand_name, brand_slug, family_id, family_name, range_id, range_name, range_slug,
      ${cleaned(sql`description`)} as description, "references", keywords, attributes, price_cents, available,
      image_hash, created_at
    from (${wordsOfProducts(products)}) said
    join (${offersOf(products)}) offers on offers.product_id = said.product_id`
}

/** The cheapest variant that can be had, or of all when none can, decides the price. */
function offersOf(products: ProductsTogether): SQL {
  return sql`
    select product_id, coalesce(min(price) filter (where available > 0), min(price)) as price_cents,
      sum(available)::int as available
    from (
      select variants.product_id, ${priceNow} as price, greatest(coalesce(${unreserved}, 0), 0) as available
      from ${variantView} join ${priceView} on variant_prices.variant_id = variants.id
      left join ${stockView} on stock.variant_id = variants.id
      where ${isWithin(products, sql`variants.product_id`)}
    ) offer
    group by product_id`
}

/** Letters and figures without accents and capitals, words apart by single spaces. */
function nameKey(name: SQL): SQL {
  return sql`left(trim(regexp_replace(lower(unaccent(${name})), '[^[:alnum:]]+', ' ', 'g')), 80)`
}

/** Characters of private use mark what was sought in an engine's answer: no text may bring its own. */
function cleaned(text: SQL): SQL {
  return sql`translate(${text}, U&'\\E000\\E001', '')`
}
