import { type SQL, sql } from 'drizzle-orm'

const CONFIGURATION = sql`('words_' || texts.language)::regconfig`

/** What `texts` is found by, each word with the weight of where it stands. */
export const WORDS = sql`${weighted(sql`texts.name || ' ' || texts.range_name`, 'A')}
  || ${weighted(sql`texts.brand_name || ' ' || texts.family_name`, 'B')}
  || ${weighted(sql`texts.keywords`, 'C')}
  || ${weighted(sql`left(texts.description, 5000)`, 'D')}
  || array_to_tsvector(array(select lower(number) from unnest(texts."references") number))`

function weighted(text: SQL, weight: 'A' | 'B' | 'C' | 'D'): SQL {
  return sql`setweight(to_tsvector(${CONFIGURATION},
    regexp_replace(unaccent(${text}), '[^[:alnum:]]+', ' ', 'g')), ${weight})`
}

/**
 * Adds the words of these documents (a query that gives language, name, range_name, brand_name, family_name and keywords)
 * to those that misspelt ones are compared with. The long ones with digits are parts of references, millions of them:
 * nobody means one by another.
 */
export function learnWords(documents: SQL): SQL {
  return sql`
    insert into search_words (language, word)
    select distinct language, word
    from (${documents}) d, regexp_split_to_table(lower(unaccent(
      concat_ws(' ', name, range_name, brand_name, family_name, keywords))), '[^[:alnum:]]+') word
    where length(word) between 2 and 40 and (length(word) <= 5 or word !~ '[0-9]')
    on conflict do nothing`
}
