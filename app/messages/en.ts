import cart from '~/cart/messages.en.json'
import catalog from '~/catalog/messages.en.json'
import checkout from '~/checkout/messages.en.json'
import customers from '~/customers/messages.en.json'
import identity from '~/identity/messages.en.json'
import mails from '~/mails/messages.en.json'
import orderDesk from '~/order-desk/messages.en.json'
import orders from '~/orders/messages.en.json'
import payments from '~/payments/messages.en.json'
import search from '~/search/messages.en.json'
import shelf from '~/shelf/messages.en.json'
import storefront from '~/storefront/messages.en.json'
import transfers from '~/transfers/messages.en.json'
import ui from '~/ui/messages.en.json'
import vehicles from '~/vehicles/messages.en.json'
import type fr from './fr'

/** Every message of the shop in English. One line per room. */
const en: typeof fr = {
  cart,
  catalog,
  identity,
  checkout,
  customers,
  orders,
  'order-desk': orderDesk,
  mails,
  payments,
  search,
  shelf,
  storefront,
  transfers,
  ui,
  vehicles,
}
export default en
