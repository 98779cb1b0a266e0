/** For every answer that was drawn for somebody: kept by nobody, and its URL told to no other site. */
export const PERSONAL_PAGE_HEADERS = {
  'Cache-Control': 'private, no-store',
  // Not `no-referrer`: browsers would then send forms without an origin, and the shop refuses those.
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
}
