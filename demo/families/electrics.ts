import { axle, type FamilyPlan, side } from './family-plan'

const CAPS: Record<string, string> = { W5W: 'wedge', P21W: 'wedge', PY21W: 'wedge', C5W: 'festoon' }

const SOCKETS: [string, number][] = [
  ['H7', 55],
  ['H4', 55],
  ['H1', 55],
  ['H11', 55],
  ['HB3', 60],
  ['D1S', 35],
  ['D3S', 35],
  ['W5W', 5],
  ['P21W', 21],
  ['PY21W', 21],
  ['C5W', 5],
]

export const electrics: FamilyPlan = {
  slug: 'electricite-et-demarrage',
  ranges: [
    {
      slug: 'batterie',
      trade: 'batterie',
      share: 34,
      euros: [59, 249],
      grams: [10500, 26500],
      picture: 'battery',
      hasCarNumbers: false,
      facts: (r) => {
        const capacity_ah = r.pick([44, 52, 60, 70, 74, 80, 95])
        return {
          capacity_ah,
          current_a: Math.round((capacity_ah * r.number(8, 9.2, 1)) / 10) * 10,
          technology: r.pick(['lead', 'efb', 'agm']),
          terminal: r.pick(['left', 'right', 'right']),
        }
      },
      named: ['technology', 'capacity_ah', 'current_a'],
    },
    {
      slug: 'alternateur',
      trade: 'electricite',
      share: 22,
      euros: [109, 429],
      grams: [4800, 7600],
      picture: 'alternator',
      facts: (r) => ({ current_a: r.pick([70, 90, 110, 120, 140, 150, 180]), ribs: r.pick([5, 6, 7]) }),
      named: ['current_a'],
    },
    {
      slug: 'demarreur',
      trade: 'electricite',
      share: 22,
      euros: [89, 329],
      grams: [2800, 5200],
      picture: 'starter-motor',
      facts: (r) => ({ power_kw: r.pick([0.9, 1.1, 1.2, 1.4, 1.7, 2]), teeth: r.pick([9, 10, 11, 12]) }),
      named: ['power_kw'],
    },
    {
      slug: 'regulateur-d-alternateur',
      trade: 'electricite',
      share: 12,
      euros: [14, 69],
      grams: [60, 190],
      picture: 'relay',
      facts: (r) => ({ voltage_v: r.pick([14.2, 14.5, 14.8]) }),
      named: ['voltage_v'],
    },
    {
      slug: 'neiman',
      trade: 'serrures',
      share: 12,
      euros: [29, 159],
      grams: [320, 900],
      picture: 'ignition-lock',
      facts: (r) => ({ pins: r.pick([4, 6, 8]) }),
      named: ['pins'],
    },
    {
      slug: 'commodo',
      trade: 'serrures',
      share: 16,
      euros: [34, 169],
      grams: [220, 620],
      picture: 'column-switch',
      facts: (r) => ({ pins: r.pick([7, 9, 11, 14, 18]) }),
      named: ['pins'],
    },
    {
      slug: 'leve-vitre-electrique',
      trade: 'electricite',
      euros: [29, 139],
      grams: [1100, 2600],
      picture: 'window-regulator',
      facts: (r) => ({ ...side(r), axle: r.pick(['front', 'front', 'rear']) }),
      named: ['axle', 'side'],
    },
    {
      slug: 'serrure-de-porte',
      trade: 'serrures',
      euros: [24, 119],
      grams: [420, 980],
      picture: 'door-lock',
      facts: (r) => ({ ...side(r), axle: r.pick(['front', 'rear']), pins: r.pick([4, 5, 6, 9]) }),
      named: ['axle', 'side'],
    },
  ],
}

export const lighting: FamilyPlan = {
  slug: 'eclairage-et-signalisation',
  ranges: [
    {
      slug: 'ampoule',
      trade: 'ampoules',
      share: 36,
      euros: [3, 79],
      grams: [30, 160],
      picture: 'bulb',
      pictureKind: ({ socket, light_source }) =>
        light_source === 'led' ? 'led' : (CAPS[String(socket)] ?? 'halogen'),
      hasCarNumbers: false,
      facts: (r) => {
        const [socket, power_w] = r.pick(SOCKETS)
        return {
          socket,
          power_w,
          light_source: socket.startsWith('D') ? 'xenon' : r.chance(25) ? 'led' : 'halogen',
        }
      },
      named: ['socket', 'light_source'],
      choices: () => [
        { options: { pieces: 1 }, priceShare: 1 },
        { options: { pieces: 2 }, priceShare: 1.9, grams: 180 },
      ],
    },
    {
      slug: 'phare-avant',
      trade: 'eclairage',
      share: 26,
      euros: [59, 490],
      grams: [2400, 5200],
      picture: 'headlamp',
      facts: (r) => ({ ...side(r), light_source: r.pick(['halogen', 'xenon', 'led']) }),
      named: ['side', 'light_source'],
    },
    {
      slug: 'feu-arriere',
      trade: 'eclairage',
      share: 26,
      euros: [29, 249],
      grams: [700, 2200],
      picture: 'tail-lamp',
      facts: (r) => ({ ...side(r), light_source: r.pick(['halogen', 'led']) }),
      named: ['side', 'light_source'],
    },
    {
      slug: 'clignotant',
      trade: 'eclairage',
      euros: [6, 49],
      grams: [60, 380],
      picture: 'indicator-lamp',
      facts: (r) => ({ ...side(r), colour: r.pick(['orange', 'clear', 'smoked']) }),
      named: ['side', 'colour'],
    },
    {
      slug: 'feu-antibrouillard',
      trade: 'eclairage',
      euros: [19, 129],
      grams: [320, 900],
      picture: 'fog-lamp',
      facts: (r) => ({ ...side(r), socket: r.pick(['H1', 'H7', 'H8', 'H11', 'HB4']) }),
      named: ['side', 'socket'],
    },
  ],
}

export const glazing: FamilyPlan = {
  slug: 'essuyage-et-vitrage',
  ranges: [
    {
      slug: 'balais-d-essuie-glace',
      trade: 'essuyage',
      share: 34,
      euros: [7, 39],
      grams: [120, 420],
      picture: 'wiper-blade',
      hasCarNumbers: false,
      facts: axle,
      named: ['axle'],
      choices: (r) =>
        r.some([340, 380, 400, 450, 475, 500, 530, 550, 600, 650, 700], 5).map((length_mm, i) => ({
          options: { length_mm },
          priceShare: 1 + i * 0.08,
          grams: 100 + Math.round(length_mm / 4),
        })),
    },
    {
      slug: 'moteur-d-essuie-glace',
      trade: 'essuyage',
      share: 14,
      euros: [49, 229],
      grams: [1200, 2400],
      picture: 'wiper-motor',
      facts: (r) => ({ axle: r.pick(['front', 'rear']), pins: r.pick([3, 4, 5]) }),
      named: ['axle'],
    },
    {
      slug: 'pompe-de-lave-glace',
      trade: 'multi',
      share: 16,
      euros: [6, 34],
      grams: [70, 220],
      picture: 'small-pump',
      facts: (r) => ({ outlets: r.pick([1, 2]), voltage_v: 12 }),
      named: ['outlets'],
    },
    {
      slug: 'retroviseur-exterieur',
      trade: 'carrosserie',
      share: 26,
      euros: [29, 219],
      grams: [900, 2400],
      picture: 'door-mirror',
      facts: (r) => ({ ...side(r), adjustment: r.pick(['manual', 'electric', 'electric', 'folding']) }),
      named: ['side', 'adjustment'],
    },
    {
      slug: 'glace-de-retroviseur',
      trade: 'carrosserie',
      euros: [9, 54],
      grams: [180, 420],
      picture: 'mirror-glass',
      facts: (r) => ({ ...side(r), glass: r.pick(['flat', 'convex', 'heated']) }),
      named: ['side', 'glass'],
    },
  ],
}
