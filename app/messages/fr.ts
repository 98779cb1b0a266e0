import storefront from '~/storefront/messages.fr.json'
import ui from '~/ui/messages.fr.json'

/** Every message of the shop in French: the keys that exist. One line per room. */
export default {
  storefront,
  ui,
}
