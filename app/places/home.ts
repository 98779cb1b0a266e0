/** Where the shop is: what it assumes of a visitor who has not said where the goods shall go. */
export const HOME_COUNTRY = 'FR'
