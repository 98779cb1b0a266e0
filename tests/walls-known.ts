/** Breaches that are being closed: strike off what you close. */
export const TABLES_OVER_THE_WALL = [
  'app/cart/read-cart.server.ts imports app/inventory/stock-tables.server.ts',
  'app/checkout/checkout-queries.server.ts imports app/cart/cart-tables.server.ts',
  'app/checkout/placing/order-limits.server.ts imports app/cart/cart-tables.server.ts',
  'app/checkout/placing/order-limits.server.ts imports app/orders/order-tables.server.ts',
  'app/inventory/set-stock-on-hand.server.ts imports app/catalog/product-tables.server.ts',
]

export const FOREIGN_TABLES_IN_SQL: string[] = []

/** Words that wait to move into the room that says them. */
export const WORDS_OF_OTHERS: string[] = []

export const UNSAID_MESSAGES = ['ui.rating']
