import { z } from 'zod'
import { HOME_COUNTRY } from '~/places/home'
import { typedEmail, typedLine } from '~/text/typed-fields'

const words = (fallback: string, longest = 200) => typedLine(longest).default(fallback)

/** Who keeps the shop: what French law wants said on every page, invoice and mail. */
const shop = z.object({
  name: words('Comptoir', 60),
  legalName: words('Comptoir des Deux Rives SAS'),
  capital: words('10 000 €'),
  registration: words('RCS Lyon 900 000 018'),
  vatNumber: words('FR32900000018'),
  street: words('12 quai des Brumes'),
  postcode: words('69005'),
  city: words('Lyon'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default(HOME_COUNTRY),
  email: typedEmail().default('boutique@comptoir.test'),
  phone: words('+33 4 00 00 00 00', 30),
  publisher: words('Camille Duval'),
  host: words('Comptoir des Deux Rives SAS, 12 quai des Brumes, 69005 Lyon'),
  mediator: words('Médiateur de la consommation, 1 rue de la Paix, 75002 Paris'),
})

const stock = z.object({
  /** Whether goods are kept aside as soon as they are in a cart, or only for an order being paid. */
  reserveAt: z.enum(['cart', 'checkout']).default('cart'),
  reservationMinutes: z.number().int().min(1).max(240).default(30),
  /** What one visitor may keep aside, in a cart and in orders not yet paid, so that nobody can empty the shelves. */
  maxReservedUnitsPerCart: z.number().int().min(0).max(500).default(50),
  /** The same for all carts and unpaid orders from one network. The key is stored, so it keeps its name. */
  maxReservedUnitsPerAddress: z.number().int().min(0).max(10_000).default(150),
})

const orders = z.object({
  /** Staff look at each order before it may be paid. */
  validateBeforePayment: z.boolean().default(false),
})

const accounts = z.object({
  /** A new account lets nobody in before staff have activated it. */
  waitForStaff: z.boolean().default(false),
})

/** Everything that the back office configures, by name; an absent value is its default. */
export const settingsSchema = z.object({
  shop: shop.prefault({}),
  stock: stock.prefault({}),
  orders: orders.prefault({}),
  accounts: accounts.prefault({}),
})

export type Settings = z.infer<typeof settingsSchema>
export type SettingName = keyof Settings

export const defaultSettings: Settings = settingsSchema.parse({})
