import { tidyCode } from '~/text/typed-text'

/** What SKUs are told apart by: people do not hear whether `A-1` is written large. */
export function skuKey(sku: string): string {
  return tidyCode(sku).toLowerCase()
}
