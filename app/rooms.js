/**
 * The map of the house: what each room decides, and which rooms it may import. Every room may use the ground
 * (platform, ui, money, text, i18n, places); no room imports a door (routes, jobs). Circles are refused.
 * @type {Record<string, { decides: string, mayImport: string[] }>}
 */
export const rooms = {
  settings: { decides: "the shop's configuration made in the back office", mayImport: [] },
  identity: { decides: 'accounts, passwords, sessions, levels, guards', mayImport: ['settings'] },
  media: { decides: 'uploads, image variants, files', mayImport: [] },
  catalog: {
    decides: 'families, ranges, products, variants, brands, references, slugs and their history',
    mayImport: ['media', 'vat'],
  },
  pricing: { decides: 'what a customer pays for a quantity now', mayImport: ['catalog', 'promotions'] },
  vat: { decides: 'rates by country and class, splitting', mayImport: [] },
  inventory: { decides: 'stock, reservations, the movement ledger', mayImport: ['catalog', 'settings'] },
  vehicles: {
    decides: 'makes, models, types, which parts fit them and on what conditions, the garage',
    mayImport: ['catalog', 'pricing'],
  },
  shelf: {
    decides: 'what a shopper sees of a product: its cards and its page, with price and stock of the moment',
    mayImport: ['catalog', 'pricing', 'inventory', 'media', 'delivery'],
  },
  search: {
    decides: 'indexes, synonyms, queries, facets, degraded mode',
    mayImport: ['catalog', 'pricing', 'inventory', 'vehicles', 'media'],
  },
  transfers: {
    decides: 'what comes into the shop and leaves it as a table: formats, dry run, resuming, undoing',
    mayImport: ['catalog', 'pricing', 'inventory', 'vehicles', 'media', 'vat', 'search'],
  },
  promotions: { decides: 'promo codes and their limits', mayImport: [] },
  delivery: { decides: 'zones, methods, rates', mayImport: [] },
  cart: {
    decides: 'the cart and its lines',
    mayImport: [
      'catalog',
      'pricing',
      'inventory',
      'promotions',
      'delivery',
      'vat',
      'media',
      'settings',
      'identity',
    ],
  },
  orders: {
    decides: "the order's life: states, transitions, lines, numbers",
    mayImport: ['catalog', 'inventory', 'promotions', 'delivery', 'vat', 'identity', 'media'],
  },
  billing: { decides: 'invoices and credit notes', mayImport: ['orders', 'vat'] },
  payments: {
    decides: 'gateways, attempts, charges, refunds, the webhook inbox',
    mayImport: ['orders', 'billing'],
  },
  mails: {
    decides: 'what the shop writes to its customers, each of it once',
    mayImport: ['orders', 'payments', 'billing', 'settings', 'identity'],
  },
  checkout: {
    decides: 'turning a cart into an order',
    mayImport: ['cart', 'promotions', 'delivery', 'inventory', 'orders', 'billing', 'payments', 'settings'],
  },
  'order-desk': {
    decides:
      'an order in the hands of its customer and of staff: its pages, cancelling, moves by hand, refunds',
    mayImport: ['orders', 'payments'],
  },
  customers: {
    decides: "the customer's space: profile, addresses, wishlist",
    mayImport: [],
  },
  storefront: {
    decides: 'what frames every page: header, menus, footer, legal texts, the home page',
    mayImport: ['catalog', 'vehicles', 'shelf', 'search', 'settings', 'media'],
  },
}

export const ground = ['platform', 'ui', 'money', 'text', 'i18n', 'places']
export const doors = ['routes', 'jobs']

/** Folders that gather one line of every room and decide nothing. */
export const registers = ['messages']
