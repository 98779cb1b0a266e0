export const SORTS = ['relevance', 'price-asc', 'price-desc', 'newest', 'name'] as const
export type Sort = (typeof SORTS)[number]
