import cart from '~/cart/messages.fr.json'
import catalog from '~/catalog/messages.fr.json'
import checkout from '~/checkout/messages.fr.json'
import customers from '~/customers/messages.fr.json'
import identity from '~/identity/messages.fr.json'
import mails from '~/mails/messages.fr.json'
import orderDesk from '~/order-desk/messages.fr.json'
import orders from '~/orders/messages.fr.json'
import payments from '~/payments/messages.fr.json'
import search from '~/search/messages.fr.json'
import shelf from '~/shelf/messages.fr.json'
import storefront from '~/storefront/messages.fr.json'
import transfers from '~/transfers/messages.fr.json'
import ui from '~/ui/messages.fr.json'
import vehicles from '~/vehicles/messages.fr.json'

/** Every message of the shop in French: the keys that exist. One line per room. */
export default {
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
