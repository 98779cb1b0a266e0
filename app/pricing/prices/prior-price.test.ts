import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OpenCode, type PricePlan, priorPrice } from './prior-price'

/** Days are counted from the day on which the examples look. */
const day = (days: number) => new Date(Date.UTC(2026, 10, 20) + days * 24 * 60 * 60 * 1000)
const now = day(0)

type Said = { on: number; base: number | null; sale?: number; from?: number; until?: number }

const plan = ({ on, base, sale, from, until }: Said): PricePlan => ({
  appliesFrom: day(on),
  baseCents: base,
  saleCents: sale ?? null,
  saleFrom: sale === undefined ? null : day(from ?? on),
  saleUntil: until === undefined ? null : day(until),
})

const always = { on: -400, base: 1000 }

const cases: [title: string, history: Said[], lowest: number | null][] = [
  ['nothing is known', [], null],
  ['nothing is reduced', [always], null],
  ['a lower base price is no reduction', [always, { on: -10, base: 900 }], null],
  ['a sale after one price', [always, { on: -5, base: 1000, sale: 800 }], 1000],
  ['a sale that was planned long before', [always, { on: -60, base: 1000, sale: 800, from: -5 }], 1000],
  ['a sale that begins at this moment', [always, { on: -60, base: 1000, sale: 800, from: 0 }], 1000],
  ['a sale set at this moment', [always, { on: 0, base: 1000, sale: 800 }], 1000],
  ['a sale still to come', [always, { on: -5, base: 1000, sale: 800, from: 1 }], null],
  ['a sale that is over', [always, { on: -5, base: 1000, sale: 800, until: -1 }], null],
  ['a sale that ends at this moment', [always, { on: -5, base: 1000, sale: 800, until: 0 }], null],
  [
    'a price raised before the sale',
    [always, { on: -10, base: 1500 }, { on: -5, base: 1500, sale: 1200 }],
    1000,
  ],
  [
    'a price raised long before the sale',
    [always, { on: -36, base: 1500 }, { on: -5, base: 1500, sale: 1200 }],
    1500,
  ],
  [
    'a price raised exactly 30 days before the sale',
    [always, { on: -35, base: 1500 }, { on: -5, base: 1500, sale: 1200 }],
    1500,
  ],
  [
    'a price lowered for one day within the 30',
    [always, { on: -20, base: 700 }, { on: -19, base: 1000 }, { on: -5, base: 1000, sale: 800 }],
    700,
  ],
  [
    'a sale of two weeks ago counts',
    [always, { on: -20, base: 1000, sale: 850, until: -14 }, { on: -5, base: 1000, sale: 800 }],
    850,
  ],
  [
    'a sale of two months ago does not',
    [always, { on: -70, base: 1000, sale: 850, until: -60 }, { on: -5, base: 1000, sale: 800 }],
    1000,
  ],
  [
    'a sale that was called off before it began',
    [
      always,
      { on: -30, base: 1000, sale: 600, from: -10 },
      { on: -12, base: 1000 },
      { on: -5, base: 1000, sale: 800 },
    ],
    1000,
  ],
  [
    'a sale that is lowered step by step began with the first step',
    [
      always,
      { on: -20, base: 1000, sale: 900 },
      { on: -10, base: 1000, sale: 800 },
      { on: -5, base: 1000, sale: 700 },
    ],
    1000,
  ],
  [
    'a sale that is prolonged began when it first began',
    [
      always,
      { on: -50, base: 1000, sale: 800, until: -20 },
      { on: -21, base: 1000, sale: 800, from: -50, until: 10 },
    ],
    1000,
  ],
  [
    'a sale without a pause after another is the same reduction',
    [always, { on: -50, base: 1000, sale: 800, until: -20 }, { on: -20, base: 1000, sale: 800 }],
    1000,
  ],
  [
    'a sale after a pause of one day is a new reduction',
    [always, { on: -50, base: 1000, sale: 800, until: -20 }, { on: -19, base: 1000, sale: 800 }],
    800,
  ],
  [
    'a sale whose price was raised is a new reduction',
    [always, { on: -20, base: 1000, sale: 700 }, { on: -5, base: 1000, sale: 800 }],
    700,
  ],
  [
    'a base price raised during a sale changes nothing',
    [always, { on: -20, base: 1000, sale: 800 }, { on: -5, base: 1500, sale: 800 }],
    1000,
  ],
  [
    'a product younger than 30 days',
    [
      { on: -12, base: 1000 },
      { on: -5, base: 1000, sale: 800 },
    ],
    1000,
  ],
  ['a product that was never sold at another price', [{ on: -12, base: 1000, sale: 800 }], null],
  [
    'a product that was not for sale for some of the 30 days',
    [always, { on: -30, base: null }, { on: -10, base: 1100 }, { on: -5, base: 1100, sale: 800 }],
    1000,
  ],
  [
    'a product that was not for sale during all of them',
    [always, { on: -60, base: null }, { on: -5, base: 1100, sale: 800 }],
    null,
  ],
  [
    'a price of no duration was never seen',
    [always, { on: -10, base: 1 }, { on: -10, base: 1000 }, { on: -5, base: 1000, sale: 800 }],
    1000,
  ],
  [
    'what comes later does not count yet',
    [always, { on: -5, base: 1000, sale: 800 }, { on: 1, base: 1000 }],
    1000,
  ],
]

test.each(cases)('%s', (_title, history, lowest) => {
  expect(priorPrice(history.map(plan), { now })).toBe(lowest)
})

const code = ({
  from,
  until,
  value = 1000,
  minimumCents = 0,
}: Partial<OpenCode> & { from: Date; until: Date }) => ({
  from,
  until,
  value,
  minimumCents,
})

const codeCases: [title: string, codes: OpenCode[], lowest: number][] = [
  ['a code open to everybody within the 30 days', [code({ from: day(-20), until: day(-10) })], 900],
  [
    'of two such codes the better one',
    [code({ from: day(-20), until: day(-10) }), code({ from: day(-9), until: day(-8), value: 2000 })],
    800,
  ],
  ['a code that ended 30 days before the sale', [code({ from: day(-60), until: day(-35) })], 1000],
  ['a code that began with the sale', [code({ from: day(-5), until: day(0) })], 1000],
  ['a code for larger baskets', [code({ from: day(-20), until: day(-10), minimumCents: 1001 })], 1000],
]

test.each(codeCases)('%s', (_title, codes, lowest) => {
  const history = [always, { on: -5, base: 1000, sale: 700 }].map(plan)
  expect(priorPrice(history, { now, codes })).toBe(lowest)
})

const said = fc.integer({ min: 2, max: 50 }).chain((base) =>
  fc.record({
    on: fc.integer({ min: -80, max: 5 }),
    base: fc.constant(base),
    sale: fc.option(fc.integer({ min: 1, max: base - 1 }), { nil: undefined }),
    from: fc.integer({ min: -80, max: 3 }),
    until: fc.integer({ min: 4, max: 9 }),
  }),
)

/** The price of a day: everything in these histories happens at midnight. */
function priceOn(history: readonly Said[], on: number) {
  const standing = history.filter((one) => one.on <= on).at(-1)
  if (!standing?.base) return null
  const isSale = standing.sale !== undefined && Number(standing.from) <= on && Number(standing.until) > on
  return { cents: isSale ? Number(standing.sale) : standing.base, isSale }
}

test('asking day by day gives the same answer', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 6 }), (anything) => {
      const history = anything.toSorted((a, b) => a.on - b.on)
      let [began, today] = [0, priceOn(history, 0)]
      for (let earlier = priceOn(history, -1); today?.isSale && earlier?.isSale; ) {
        if (earlier.cents < today.cents) break
        ;[began, today] = [began - 1, earlier]
        earlier = priceOn(history, began - 1)
      }
      const before = Array.from({ length: 30 }, (_, index) => priceOn(history, began - 1 - index)?.cents)
      const known = before.filter((cents) => cents !== undefined)
      const lowest = today?.isSale && known.length > 0 ? Math.min(...known) : null

      expect(priorPrice(history.map(plan), { now })).toBe(lowest)
    }),
    { numRuns: 500 },
  )
})
