import { type SQL, sql } from 'drizzle-orm'
import { fileView } from '~/media/file-view.server'

/** What a page needs to show a stored picture. */
export type Image = { hash: string; width: number; height: number }

/** The first picture of a product, as a column of a query over products. */
export const firstImage: SQL<Image | null> = sql`(
  select json_build_object('hash', files.hash, 'width', files.width, 'height', files.height)
  from product_images join ${fileView} on files.id = product_images.file_id
  where product_images.product_id = products.id
  order by product_images.position limit 1)`

/** All pictures of a product, in their order. */
export const allImages: SQL<Image[]> = sql`(
  select coalesce(json_agg(
    json_build_object('hash', files.hash, 'width', files.width, 'height', files.height)
    order by product_images.position), '[]')
  from product_images join ${fileView} on files.id = product_images.file_id
  where product_images.product_id = products.id)`

/** The picture of a family or range, as a column of a query over it. */
export function imageOf(outer: 'families' | 'ranges'): SQL<Image | null> {
  return sql`(
    select json_build_object('hash', files.hash, 'width', files.width, 'height', files.height)
    from ${fileView} where files.id = ${sql.raw(outer)}.image_id)`
}
