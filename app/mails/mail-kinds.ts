/** What a mail about an order tells its customer. */
export const MAIL_KINDS = [
  'payable',
  'confirmation',
  'payment-failed',
  'cancelled',
  'refunded',
  'refunded-late',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]
