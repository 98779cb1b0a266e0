import { createHmac, createSign, generateKeyPairSync, randomInt } from 'node:crypto'
import {
  type Answer,
  type Call,
  type Delivery,
  deliver,
  escapeHtml,
  type Fault,
  page,
  seeOther,
  startHttpStandIn,
} from './http-stand-in'

/** Identifiers and key that Paybox publishes for tests. */
export const PAYBOX_TEST_ACCOUNT = {
  site: '1999888',
  rang: '32',
  identifiant: '110647233',
  hmacKey: '0123456789ABCDEF'.repeat(8),
}

const DIRECT_KEY = '1999888I'

type Field = [name: string, value: string]
type Visit = { fields: Map<string, string>; reference: string; cents: number }
type Transaction = { reference: string; cents: number; refundedCents: number; number: string; call: string }

/** Speaks Paybox's protocol: a form signed with HMAC comes in, a call signed with RSA goes out, and a line for refunds. */
export async function startPayboxStandIn({ notifies = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const transactions: Transaction[] = []
  const deliveries: Promise<Delivery[]>[] = []
  const visits = new Map<string, Visit>()
  const directFaults: Fault[] = []

  const server = await startHttpStandIn(answer, ({ url }) =>
    url.pathname === '/PPPS.php' ? directFaults.shift() : undefined,
  )

  async function answer(call: Call): Promise<Answer> {
    const fields = [...new URLSearchParams(call.raw.toString('utf8'))] as Field[]
    if (call.url.pathname === '/PPPS.php') return answerDirect(new Map(fields))
    if (call.url.pathname === '/choice') return choose(new Map(fields))
    const visit = enter(fields)
    return visit ? payPage(visit) : { status: 200, body: 'PAYBOX : Erreur, acces refuse' }
  }

  /** The fields must be signed as they were sent: same names, same order, same values. */
  function enter(fields: Field[]): Visit | undefined {
    const [last] = fields.slice(-1)
    const signed = fields.slice(0, -1)
    const message = signed.map(([name, value]) => `${name}=${value}`).join('&')
    const key = Buffer.from(PAYBOX_TEST_ACCOUNT.hmacKey, 'hex')
    const expected = createHmac('sha512', key).update(message).digest('hex').toUpperCase()
    if (last?.[0] !== 'PBX_HMAC' || last[1] !== expected) return undefined

    const named = new Map(signed)
    const { site, rang, identifiant } = PAYBOX_TEST_ACCOUNT
    const isKnown =
      named.get('PBX_SITE') === site &&
      named.get('PBX_RANG') === rang &&
      named.get('PBX_IDENTIFIANT') === identifiant
    if (!isKnown || named.get('PBX_DEVISE') !== '978') return undefined
    if (!/^\d{3,10}$/.test(named.get('PBX_TOTAL') ?? '')) return undefined
    const names = [...(named.get('PBX_BILLING') ?? '').matchAll(/<(?:First|Last)Name>([^<]*)</g)]
    if (names.length !== 2 || names.some(([, name = '']) => !/^[ -~]{1,26}$/.test(name))) return undefined
    const visit = {
      fields: named,
      reference: named.get('PBX_CMD') ?? '',
      cents: Number(named.get('PBX_TOTAL')),
    }
    visits.set(visit.reference, visit)
    return visit
  }

  async function choose(form: Map<string, string>): Promise<Answer> {
    const visit = visits.get(form.get('reference') ?? '')
    if (!visit) return { status: 404, body: 'No such visit' }
    const choice = form.get('choice')
    const query = choice === 'pay' ? accept(visit) : tell(visit, choice === 'cancel' ? '00001' : '00151')
    if (notifies) {
      const sent = send(visit, query)
      deliveries.push(sent)
      await sent
    }
    const back = choice === 'pay' ? 'PBX_EFFECTUE' : choice === 'cancel' ? 'PBX_ANNULE' : 'PBX_REFUSE'
    const url = visit.fields.get(back) ?? '/'
    return seeOther(`${url}${url.includes('?') ? '&' : '?'}${query}`)
  }

  /** The bank takes the money; the answer is the signed query of its call. */
  function accept(visit: Visit): string {
    const transaction = {
      reference: visit.reference,
      cents: visit.cents,
      refundedCents: 0,
      number: String(randomInt(1, 2 ** 31)),
      call: String(randomInt(1, 2 ** 31)),
    }
    transactions.push(transaction)
    return tell(visit, '00000', { Auto: 'XXXXXX', Trans: transaction.number, Appel: transaction.call })
  }

  /** The signed query for a code of Paybox's table, with any field changed before it is signed. */
  function tell(visit: Visit, code: string, over: Record<string, string> = {}): string {
    const now = new Date()
    const all: Record<string, string> = {
      Mt: String(visit.cents),
      Ref: visit.reference,
      Auto: '',
      Erreur: code,
      Trans: '',
      Appel: '',
      Date: now.toISOString().slice(0, 10).replaceAll('-', ''),
      Heure: now.toISOString().slice(11, 19),
      ...over,
    }
    // A refused payment has no authorisation, transaction or call, and Paybox then leaves these out.
    const text = Object.entries(all)
      .filter(([name, value]) => value !== '' || name in over)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
    return signQuery(text)
  }

  function signQuery(text: string): string {
    const signature = createSign('RSA-SHA1').update(text).sign(privateKey, 'base64')
    return `${text}&Sign=${encodeURIComponent(signature)}`
  }

  function send(visit: Visit, query: string): Promise<Delivery[]> {
    return deliver(`${visit.fields.get('PBX_REPONDRE_A')}?${query}`, { method: 'GET' })
  }

  function answerDirect(form: Map<string, string>): Answer {
    if (form.get('CLE') !== DIRECT_KEY) return direct('00006', 'acces refuse')
    return form.get('TYPE') === '00014' ? refund(form) : lookUp(form)
  }

  function lookUp(form: Map<string, string>): Answer {
    const found = transactions.find((transaction) => transaction.reference === form.get('REFERENCE'))
    if (!found) return direct('00018', 'transaction introuvable')
    return direct('00000', 'ok', {
      NUMTRANS: found.number.padStart(10, '0'),
      NUMAPPEL: found.call.padStart(10, '0'),
    })
  }

  function refund(form: Map<string, string>): Answer {
    const found = transactions.find(({ number }) => number === String(Number(form.get('NUMTRANS'))))
    if (!found) return direct('00018', 'transaction introuvable')
    const cents = Number(form.get('MONTANT'))
    if (found.refundedCents + cents > found.cents) return direct('00015', 'montant trop grand')
    found.refundedCents += cents
    return direct('00000', 'ok', { NUMTRANS: String(randomInt(1, 2 ** 31)).padStart(10, '0') })
  }

  return {
    url: `${server.url}/php/`,
    direct: { url: `${server.url}/PPPS.php`, key: DIRECT_KEY },
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    enter,
    accept,
    tell,
    send,
    signQuery,
    transactions,
    failDirect: (...faults: Fault[]) => directFaults.push(...faults),
    settled: async () => (await Promise.all(deliveries)).flat(),
    close: server.close,
  }
}

function direct(code: string, comment: string, others: Record<string, string> = {}): Answer {
  const body = new URLSearchParams({ CODEREPONSE: code, COMMENTAIRE: comment, ...others }).toString()
  return { status: 200, body, headers: { 'content-type': 'text/plain' } }
}

function payPage({ reference, cents }: Visit): Answer {
  const button = (choice: string, label: string) =>
    `<button name="choice" value="${choice}">${label}</button>`
  return page(
    'Paybox stand-in',
    `<p>${(cents / 100).toFixed(2)} EUR</p>
     <form method="post" action="/choice"><input type="hidden" name="reference" value="${escapeHtml(reference)}">
     ${button('pay', 'Payer')}${button('refuse', 'Carte refusée')}${button('cancel', 'Annuler')}</form>`,
  )
}
