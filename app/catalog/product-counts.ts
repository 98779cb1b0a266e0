/** The tag of everything in the cache that counts or lists products: menus, brands, arrivals. */
export const PRODUCT_COUNTS = 'product-counts'
