import { expect, test } from '../../tests/shop-test'
import { type Actor, canBecome, LEGAL_TRANSITIONS, ORDER_STATES, statesAfter } from './order-state'
import { legalTransitions } from './order-tables.server'

const ACTORS: Actor[] = [
  { kind: 'system' },
  { kind: 'customer' },
  { kind: 'carrier' },
  { kind: 'staff', accountId: 'a', level: 6 },
  { kind: 'staff', accountId: 'b', level: 7 },
  { kind: 'staff', accountId: 'c', level: 9 },
]

/** Who may make each move, as the shopkeeper wrote it down; a move that is not here is nobody's. */
const MOVES: Record<string, string> = {
  'pending → validated': 'staff 7, staff 9',
  'pending → payment_pending': 'system',
  'validated → payment_pending': 'system',
  'payment_pending → paid': 'system',
  'payment_pending → payment_failed': 'system',
  'payment_failed → payment_pending': 'system, customer',
  'payment_failed → paid': 'system',
  'pending → cancelled': 'system, customer, staff 7, staff 9',
  'validated → cancelled': 'system, customer, staff 7, staff 9',
  'payment_failed → cancelled': 'system, customer, staff 7, staff 9',
  'payment_pending → cancelled': 'system, customer, staff 7, staff 9',
  'paid → processing': 'staff 7, staff 9',
  'paid → cancelled': 'staff 7, staff 9',
  'processing → shipped': 'staff 7, staff 9',
  'processing → cancelled': 'staff 9',
  'shipped → delivered': 'carrier, staff 7, staff 9',
  'delivered → completed': 'system',
  'paid → refunded': 'system, staff 7, staff 9',
  'processing → refunded': 'system, staff 7, staff 9',
  'shipped → refunded': 'system, staff 7, staff 9',
  'delivered → refunded': 'system, staff 7, staff 9',
  'completed → refunded': 'system, staff 7, staff 9',
}

const nameOf = (actor: Actor) => (actor.kind === 'staff' ? `staff ${actor.level}` : actor.kind)

for (const from of ORDER_STATES) {
  for (const to of ORDER_STATES) {
    const whoMay = MOVES[`${from} → ${to}`] ?? 'nobody'
    test(`${from} → ${to} is made by ${whoMay}`, () => {
      const who = ACTORS.filter((actor) => canBecome(from, to, actor)).map(nameOf)

      expect(who.join(', ') || 'nobody').toBe(whoMay)
    })
  }
}

test('the states offered to somebody are those they may choose', () => {
  expect(statesAfter('payment_pending', { kind: 'customer' })).toEqual(['cancelled'])
  expect(statesAfter('cancelled', { kind: 'staff', accountId: 'c', level: 10 })).toEqual([])
})

test('the database allows the same moves as the shop', async ({ db }) => {
  const rows = await db.select().from(legalTransitions)

  const inDatabase = rows.map(({ fromState, toState }) => `${fromState} → ${toState}`).sort()
  expect(inDatabase).toEqual(LEGAL_TRANSITIONS.map(([from, to]) => `${from} → ${to}`).sort())
})
