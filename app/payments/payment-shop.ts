import type { Database } from '~/platform/db.server'
import type { Log } from '~/platform/log.server'
import type { Gateway, GatewayName } from './gateway'

/** In the order in which they are offered. */
export type Gateways = ReadonlyMap<GatewayName, Gateway>

/** What a command with a call to a bank needs: the database for before and after, the gateways for in between. */
export type PaymentShop = { db: Database; gateways: Gateways; log: Log; env: { ORIGIN: string } }
