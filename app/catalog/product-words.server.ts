import { type SQL, sql } from 'drizzle-orm'
import { fileView } from '~/media/file-view.server'
import { isAmong } from '~/platform/is-among.server'

/** Products that are taken together: some of them, or a stretch of numbers. */
export type ProductsTogether = { ids: readonly number[] } | { after: number; upTo: number }

export function isWithin(products: ProductsTogether, id: SQL): SQL {
  if ('ids' in products) return isAmong(id, products.ids)
  return sql`(${id} > ${products.after}::int and ${id} <= ${products.upTo}::int)`
}

/**
 * All that the catalogue says of these products: one row per available product and language; a text that was not translated
 * stands there in French. What is the same in all languages is worked out once, for all the products together. What reads
 * from it is planned as one statement with it.
 */
export function wordsOfProducts(products: ProductsTogether): SQL {
  return sql`
    select p.id as product_id, l.language, p.slug, coalesce(own.name, fr.name) as name,
      p.brand_id, b.name as brand_name, b.slug as brand_slug,
      r.family_id, coalesce(fo.name, ff.name, '') as family_name,
      p.range_id, coalesce(ro.name, rf.name, '') as range_name, r.slug as range_slug,
      coalesce(nullif(own.description, ''), fr.description, '') as description,
      coalesce(refs.numbers, '{}') as "references",
      -- Who knows a part by its foreign name finds it too.
      concat_ws(' ', case l.language when 'fr' then a.fr else a.en end, foreign_range.name) as keywords,
      coalesce(a.attributes, '{}') as attributes,
      image.hash as image_hash, p.created_at
    from products p
    cross join (values ('fr'), ('en')) l(language)
    join brands b on b.id = p.brand_id
    join ranges r on r.id = p.range_id
    left join product_texts own
      on own.product_id = p.id and own.language = l.language and ${isWithin(products, sql`own.product_id`)}
    left join product_texts fr
      on fr.product_id = p.id and fr.language = 'fr' and ${isWithin(products, sql`fr.product_id`)}
    left join range_texts ro on ro.range_id = r.id and ro.language = l.language
    left join range_texts rf on rf.range_id = r.id and rf.language = 'fr'
    left join range_texts foreign_range on foreign_range.range_id = r.id and foreign_range.language <> l.language
    left join family_texts fo on fo.family_id = r.family_id and fo.language = l.language
    left join family_texts ff on ff.family_id = r.family_id and ff.language = 'fr'
    left join (${numbersOf(products)}) refs on refs.product_id = p.id
    left join (${attributesOf(products)}) a on a.product_id = p.id
    left join (${pictureOf(products)}) image on image.product_id = p.id
    where ${isWithin(products, sql`p.id`)} and p.status = 'available' and coalesce(own.name, fr.name) is not null`
}

function numbersOf(products: ProductsTogether): SQL {
  return sql`
    select product_id, array_agg(distinct number order by number) as numbers
    from (
      select v.product_id, upper(regexp_replace(v.sku, '[^0-9A-Za-z]', '', 'g')) as number
      from variants v where ${isWithin(products, sql`v.product_id`)}
      union all
      select pr.product_id, pr.normalized from product_references pr where ${isWithin(products, sql`pr.product_id`)}
    ) given
    where number <> ''
    group by product_id`
}

/** The attributes of the product and of its variants, each with all its values; and the words for the choices. */
function attributesOf(products: ProductsTogether): SQL {
  return sql`
    select product_id, jsonb_object_agg(key, options) as attributes, string_agg(fr, ' ' order by key) as fr,
      string_agg(en, ' ' order by key) as en
    from (
      select e.product_id, e.key, jsonb_agg(distinct e.value) as options,
        string_agg(distinct coalesce(french.label, own.word), ' ') as fr,
        string_agg(distinct coalesce(english.label, french.label, own.word), ' ') as en
      from (
        select p.id as product_id, a.key, a.value from products p, jsonb_each(p.attributes) a
        where ${isWithin(products, sql`p.id`)}
        union all
        select v.product_id, o.key, o.value from variants v, jsonb_each(v.options) o
        where ${isWithin(products, sql`v.product_id`)}
      ) e
      left join attributes attribute on attribute.key = e.key
      cross join lateral (select case when attribute.kind <> 'number' then e.value #>> '{}' end as word) own
      left join attribute_option_texts french
        on french.attribute_key = e.key and french.option = e.value #>> '{}' and french.language = 'fr'
      left join attribute_option_texts english
        on english.attribute_key = e.key and english.option = e.value #>> '{}' and english.language = 'en'
      group by e.product_id, e.key
    ) described
    group by product_id`
}

function pictureOf(products: ProductsTogether): SQL {
  return sql`
    select distinct on (i.product_id) i.product_id, files.hash
    from product_images i join ${fileView} on files.id = i.file_id
    where ${isWithin(products, sql`i.product_id`)}
    order by i.product_id, i.position`
}
