/** The tag of everything that counts or lists products: menus, brands, arrivals. */
export const PRODUCT_COUNTS = 'product-counts'
