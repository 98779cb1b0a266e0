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
    mayImport: ['media'],
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
    mayImport: ['catalog', 'pricing', 'inventory', 'media'],
  },
  search: {
    decides: 'indexes, synonyms, queries, facets, degraded mode',
    mayImport: ['catalog', 'vehicles', 'shelf', 'pricing', 'inventory', 'media', 'settings'],
  },
  transfers: {
    decides: 'what comes into the shop and leaves it as a table: formats, dry run, resuming, undoing',
    mayImport: ['catalog', 'pricing', 'inventory', 'vehicles', 'media', 'vat', 'search'],
  },
  promotions: { decides: 'promo codes and their limits', mayImport: ['catalog'] },
  delivery: { decides: 'zones, methods, rates', mayImport: ['settings'] },
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
    mayImport: ['catalog', 'inventory', 'promotions', 'delivery', 'vat', 'identity', 'settings', 'media'],
  },
  billing: { decides: 'invoices and credit notes', mayImport: ['orders', 'vat', 'settings'] },
  payments: {
    decides: 'gateways, attempts, charges, refunds, the webhook inbox',
    mayImport: ['orders', 'billing', 'settings', 'identity'],
  },
  mails: {
    decides: 'what the shop writes to its customers, each of it once',
    mayImport: ['orders', 'payments', 'billing', 'vat', 'delivery', 'settings'],
  },
  checkout: {
    decides: 'turning a cart into an order',
    mayImport: [
      'cart',
      'promotions',
      'delivery',
      'pricing',
      'vat',
      'catalog',
      'inventory',
      'orders',
      'billing',
      'payments',
      'settings',
      'identity',
      'media',
    ],
  },
  storefront: {
    decides: 'what frames every page: header, menus, footer, legal texts, the home page',
    mayImport: [
      'catalog',
      'vehicles',
      'shelf',
      'pricing',
      'inventory',
      'search',
      'cart',
      'settings',
      'identity',
      'media',
    ],
  },
}

export const ground = ['platform', 'ui', 'money', 'text', 'i18n', 'places']
export const doors = ['routes', 'jobs']

/** Folders that gather one line of every room and decide nothing. */
export const registers = ['messages']
