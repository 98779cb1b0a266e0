export const PRODUCT_STATUSES = ['draft', 'pending', 'available', 'sold', 'archived'] as const
