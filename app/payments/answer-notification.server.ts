import type { GatewayName, NotificationRefusal } from './gateway'
import { receiveNotification } from './notifications/receive-notification.server'
import type { PaymentShop } from './payment-shop'

/** More than any bank sends; a body beyond it is not read to its end. */
const LONGEST_BODY = 1024 * 1024

/** 'ambiguous': it came in the query and in the body. */
export type RawCall = Uint8Array | 'too-large' | 'ambiguous'

type Call = { gateway: GatewayName; raw: RawCall; headers: Headers }

/** What each bank is used to hear of a call that is not believed. */
const REFUSED_WITH: Record<GatewayName, 400 | 403> = { stripe: 400, paybox: 403, sandbox: 400 }

/**
 * What a bank's call is answered. 200 once it is in the books, also when a rule refused it, so that the bank does not
 * repeat what cannot change. A fault is thrown: the bank sees 5xx and calls again.
 */
export async function answerNotification(
  shop: PaymentShop,
  { gateway: name, raw, headers }: Call,
): Promise<Response> {
  const gateway = shop.gateways.get(name)
  if (!gateway) return new Response(null, { status: 404 })
  if (raw === 'too-large') return new Response(null, { status: 413 })
  if (raw === 'ambiguous') return refuse(shop, name, raw)

  const reading = gateway.readNotification(raw, headers)
  if (!reading.ok) return refuse(shop, name, reading.reason)

  const { effect } = await receiveNotification(shop.db, reading.notification)
  shop.log.info({ gateway: name, event: reading.notification.eventId, effect }, 'bank notification')
  return new Response(null, { status: 200 })
}

function refuse({ log }: PaymentShop, gateway: GatewayName, reason: NotificationRefusal) {
  // A wrong clock is ours to mend; the rest is somebody knocking.
  const level = reason === 'wrong-time' ? 'error' : 'warn'
  log[level]({ gateway, reason }, 'bank notification refused')
  return new Response(null, { status: REFUSED_WITH[gateway] })
}

/** The bytes as they came: a signature is over these and no others. */
export async function readRawBody(request: Request): Promise<Uint8Array | 'too-large'> {
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY) return 'too-large'
  const reader = request.body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.byteLength
    if (length > LONGEST_BODY) return 'too-large'
    parts.push(part.value)
  }
  return Buffer.concat(parts)
}
