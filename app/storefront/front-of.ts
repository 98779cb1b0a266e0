import type { Brand } from '~/catalog/brand-queries.server'
import type { Family } from '~/catalog/hierarchy-queries.server'

const POPULAR = 8
const BRANDS = 18
const PICTURES = 6

/** What the home page shows of the catalogue: its fullest ranges and brands, one picture per family. */
export function frontOf(families: readonly Family[], brands: readonly Brand[]) {
  const full = families.flatMap((family) =>
    family.ranges.map((range) => ({
      to: `/c/${family.slug}/${range.slug}`,
      name: range.name,
      productCount: range.productCount,
    })),
  )
  return {
    families: families.map(({ id, slug, name, image, productCount }) => ({
      id,
      slug,
      name,
      image,
      productCount,
    })),
    productCount: families.reduce((sum, family) => sum + family.productCount, 0),
    brandCount: brands.length,
    popular: fullest(full, POPULAR).map(({ to, name }) => ({ to, name })),
    brands: fullest(brands, BRANDS),
    pictures: families.flatMap(({ ranges }) => ranges.at(-1)?.image ?? []).slice(0, PICTURES),
  }
}

function fullest<Counted extends { productCount: number }>(
  all: readonly Counted[],
  limit: number,
): Counted[] {
  return all
    .filter((one) => one.productCount > 0)
    .sort((a, b) => b.productCount - a.productCount)
    .slice(0, limit)
}
