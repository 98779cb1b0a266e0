export const DEFAULT_TIME_ZONE = 'Europe/Paris'

/**
 * Where the shop's days begin and end, whoever looks and wherever the server stands. A browser learns it from the page,
 * which says it only when it is another than the default.
 */
export function shopTimeZone(): string {
  if (typeof document !== 'undefined') return document.documentElement.dataset.timeZone ?? DEFAULT_TIME_ZONE
  return process.env.SHOP_TIME_ZONE || DEFAULT_TIME_ZONE
}
