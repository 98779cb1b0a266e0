import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'

/** Which products a recomputation is about: some of them, or a stretch of numbers. */
export type Products = { ids: readonly number[] } | { after: number; upTo: number }

/**
 * Writes the documents of these products anew from catalogue, prices and stock, and takes away those of products that
 * are not sold. Rows that say what they said before are left alone.
 */
export async function recomputeDocuments(db: Database, products: Products): Promise<void> {
  await db.execute(sql`
    with texts as (${textsOf(products)}),
    written as (
      insert into product_documents as d (${sql.raw(COLUMNS.join(', '))}, words)
      select ${sql.raw(COLUMNS.map((column) => `texts.${column}`).join(', '))}, ${WORDS} from texts
      on conflict (product_id, language) do update
        set ${sql.raw(CONTENT.map((column) => `${column} = excluded.${column}`).join(', '))}, indexed_at = clock_timestamp()
        where (${sql.raw(CONTENT.map((column) => `d.${column}`).join(', '))})
          is distinct from (${sql.raw(CONTENT.map((column) => `excluded.${column}`).join(', '))})
      returning language, name, range_name, brand_name, family_name, keywords
    )
    insert into search_words (language, word)
    select distinct language, word
    from written, regexp_split_to_table(lower(unaccent(
      concat_ws(' ', name, range_name, brand_name, family_name, keywords))), '[^[:alnum:]]+') word
    where length(word) between 2 and 40
    on conflict do nothing`)
  await db.execute(sql`
    delete from product_documents d where ${isAmong(products, sql`d.product_id`)}
      and not exists (select 1 from products p where p.id = d.product_id and ${IS_SOLD})`)
}

const KEYS = ['product_id', 'language']
const FACTS = [
  'slug',
  'name',
  'brand_id',
  'brand_name',
  'brand_slug',
  'family_id',
  'family_name',
  'range_id',
  'range_name',
  'range_slug',
  'description',
  '"references"',
  'keywords',
  'attributes',
  'price_cents',
  'available',
  'image_hash',
  'created_at',
]
const COLUMNS = [...KEYS, ...FACTS]
const CONTENT = [...FACTS, 'words']

function isAmong(products: Products, id: SQL): SQL {
  if ('ids' in products) return sql`${id} = any(${`{${products.ids.join(',')}}`}::int[])`
  return sql`(${id} > ${products.after}::int and ${id} <= ${products.upTo}::int)`
}

const IS_SOLD = sql`(p.status = 'available' and exists (
  select 1 from variants v join variant_prices vp on vp.variant_id = v.id where v.product_id = p.id))`

const PRICE_NOW = sql`case when vp.sale_cents is not null and vp.sale_from <= now()
  and (vp.sale_until is null or vp.sale_until > now()) then least(vp.sale_cents, vp.base_cents) else vp.base_cents end`

/** One row per product and language; a text that was not translated stands there in French. */
function textsOf(products: Products): SQL {
  return sql`
    select p.id as product_id, l.language, p.slug, ${cleaned(sql`coalesce(own.name, fr.name)`)} as name,
      p.brand_id, b.name as brand_name, b.slug as brand_slug,
      r.family_id, coalesce(fo.name, ff.name, '') as family_name,
      p.range_id, coalesce(ro.name, rf.name, '') as range_name, r.slug as range_slug,
      ${cleaned(sql`coalesce(nullif(own.description, ''), fr.description, '')`)} as description,
      coalesce(refs.numbers, '{}') as "references",
      concat_ws(' ', a.keywords, foreign_range.name) as keywords, coalesce(a.attributes, '{}') as attributes,
      offers.price_cents, offers.available, image.hash as image_hash, p.created_at
    from products p
    cross join (values ('fr'), ('en')) l(language)
    join brands b on b.id = p.brand_id
    join ranges r on r.id = p.range_id
    join lateral (
      select coalesce(min(price) filter (where stock > 0), min(price)) as price_cents, sum(stock)::int as available
      from (
        select ${PRICE_NOW} as price, greatest(coalesce(s.on_hand - s.reserved, 0), 0) as stock
        from variants v join variant_prices vp on vp.variant_id = v.id left join stock s on s.variant_id = v.id
        where v.product_id = p.id
      ) offer
    ) offers on offers.price_cents is not null
    left join product_texts own on own.product_id = p.id and own.language = l.language
    left join product_texts fr on fr.product_id = p.id and fr.language = 'fr'
    left join range_texts ro on ro.range_id = r.id and ro.language = l.language
    left join range_texts rf on rf.range_id = r.id and rf.language = 'fr'
    -- Who knows a part by its foreign name finds it too.
    left join range_texts foreign_range on foreign_range.range_id = r.id and foreign_range.language <> l.language
    left join family_texts fo on fo.family_id = r.family_id and fo.language = l.language
    left join family_texts ff on ff.family_id = r.family_id and ff.language = 'fr'
    left join lateral (${REFERENCES}) refs on true
    left join lateral (${ATTRIBUTES}) a on true
    left join lateral (
      select f.hash from product_images i join files f on f.id = i.file_id
      where i.product_id = p.id order by i.position limit 1
    ) image on true
    where ${isAmong(products, sql`p.id`)} and p.status = 'available' and coalesce(own.name, fr.name) is not null`
}

const REFERENCES = sql`
  select array_agg(distinct number order by number) as numbers from (
    select upper(regexp_replace(v.sku, '[^0-9A-Za-z]', '', 'g')) as number from variants v where v.product_id = p.id
    union all select pr.normalized from product_references pr where pr.product_id = p.id
  ) given where number <> ''`

/** The attributes of the product and of its variants, each with all its values; and the words for the choices. */
const ATTRIBUTES = sql`
  select jsonb_object_agg(key, options) as attributes, string_agg(labels, ' ') as keywords
  from (
    select e.key, jsonb_agg(distinct e.value) as options, string_agg(distinct coalesce(t.label, tf.label,
      case when attribute.kind <> 'number' then e.value #>> '{}' end), ' ') as labels
    from (
      select key, value from jsonb_each(p.attributes)
      union all select o.key, o.value from variants v, jsonb_each(v.options) o where v.product_id = p.id
    ) e
    left join attributes attribute on attribute.key = e.key
    left join attribute_option_texts t
      on t.attribute_key = e.key and t.option = e.value #>> '{}' and t.language = l.language
    left join attribute_option_texts tf
      on tf.attribute_key = e.key and tf.option = e.value #>> '{}' and tf.language = 'fr'
    group by e.key
  ) described`

/** Characters of private use mark what was sought in an engine's answer: no text may bring its own. */
function cleaned(text: SQL): SQL {
  return sql`translate(${text}, U&'\\E000\\E001', '')`
}

const CONFIGURATION = sql`('words_' || texts.language)::regconfig`

function weighted(text: SQL, weight: 'A' | 'B' | 'C' | 'D'): SQL {
  return sql`setweight(to_tsvector(${CONFIGURATION},
    regexp_replace(unaccent(${text}), '[^[:alnum:]]+', ' ', 'g')), ${weight})`
}

const WORDS = sql`${weighted(sql`texts.name || ' ' || texts.range_name`, 'A')}
  || ${weighted(sql`texts.brand_name || ' ' || texts.family_name`, 'B')}
  || ${weighted(sql`texts.keywords`, 'C')}
  || ${weighted(sql`left(texts.description, 5000)`, 'D')}
  || array_to_tsvector(array(select lower(number) from unnest(texts."references") number))`
