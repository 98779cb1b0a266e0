import type { LinkPurpose } from './account-tables.server'

declare module '~/platform/queue.server' {
  interface Announcements {
    'account.registration-asked': { registrationId: string }
    'account.email-in-use': { accountId: string }
    'account.opened': { accountId: string }
    'account.link-opened': { linkId: string; purpose: LinkPurpose }
    'account.password-changed': { accountId: string }
    'account.email-changed': { accountId: string; earlierEmail: string }
  }
}
