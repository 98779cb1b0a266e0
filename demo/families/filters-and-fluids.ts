import type { FamilyPlan } from './family-plan'

const THREADS = ['M14×1.5', 'M16×1.5', 'M18×1.5', 'M20×1.5']

export const filters: FamilyPlan = {
  slug: 'filtration',
  ranges: [
    {
      slug: 'filtre-a-huile',
      trade: 'filtration',
      share: 48,
      euros: [4, 24],
      grams: [180, 620],
      picture: 'oil-filter',
      pictureKind: ({ fitting }) => String(fitting),
      facts: (r) => ({
        fitting: r.pick(['screw', 'element']),
        height_mm: r.int(62, 142),
        diameter_mm: r.pick([64, 66, 68, 70, 74, 76, 80, 93]),
        thread: r.pick(['M20×1.5', '3/4-16 UNF', 'M22×1.5']),
      }),
      named: ['height_mm'],
      known: [
        { brand: 'Mann-Filter', reference: 'W 712/95', carNumbers: [['Volkswagen', '03L 115 562']] },
        { brand: 'Purflux', reference: 'LS923', carNumbers: [['Peugeot', '1109.CK']] },
        { brand: 'Mann-Filter', reference: 'HU 716/2 x', carNumbers: [['Renault', '7701208265']] },
      ],
    },
    {
      slug: 'filtre-a-air',
      trade: 'filtration',
      share: 40,
      euros: [7, 38],
      grams: [180, 900],
      picture: 'air-filter',
      facts: (r) => ({ length_mm: r.int(190, 345), width_mm: r.int(120, 240), height_mm: r.int(38, 75) }),
      named: ['length_mm'],
    },
    {
      slug: 'filtre-a-carburant',
      trade: 'filtration',
      share: 26,
      euros: [9, 62],
      grams: [180, 780],
      picture: 'fuel-filter',
      pictureKind: ({ fitting }) => String(fitting),
      facts: (r) => ({
        fuel: r.pick(['petrol', 'diesel', 'diesel']),
        fitting: r.pick(['inline', 'cartridge']),
        diameter_mm: r.pick([55, 74, 80, 83, 88]),
      }),
      named: ['fuel'],
    },
    {
      slug: 'filtre-d-habitacle',
      trade: 'filtration',
      share: 34,
      euros: [7, 36],
      grams: [120, 420],
      picture: 'cabin-filter',
      pictureKind: ({ filter_type }) => (filter_type === 'charcoal' ? 'charcoal' : 'white'),
      facts: (r) => ({
        filter_type: r.pick(['pollen', 'charcoal', 'charcoal', 'allergen']),
        length_mm: r.int(205, 340),
        width_mm: r.int(155, 240),
      }),
      named: ['filter_type'],
    },
    {
      slug: 'filtre-de-boite-automatique',
      trade: 'filtration',
      share: 10,
      euros: [18, 89],
      grams: [300, 900],
      picture: 'gearbox-filter',
      facts: (r) => ({ length_mm: r.int(180, 320), width_mm: r.int(120, 210) }),
    },
    {
      slug: 'bouchon-de-vidange',
      trade: 'multi',
      share: 14,
      euros: [2, 11],
      grams: [40, 110],
      picture: 'drain-plug',
      facts: (r) => ({ thread: r.pick(THREADS), material: r.pick(['steel', 'brass', 'aluminium']) }),
      named: ['thread'],
    },
  ],
}

const packs =
  (...litres: number[]) =>
  () =>
    litres
      .map((volume_l, i) => ({
        options: { volume_l },
        priceShare: [1, 0.96, 0.92, 0.88][i] ?? 0.85,
        grams: Math.round(volume_l * 900 + 90),
      }))
      .map((choice) => ({
        ...choice,
        priceShare: choice.priceShare * (choice.options.volume_l / (litres[0] ?? 1)),
      }))

export const fluids: FamilyPlan = {
  slug: 'huiles-et-liquides',
  ranges: [
    {
      slug: 'huile-moteur',
      trade: 'huiles',
      share: 36,
      euros: [8, 19],
      grams: [960, 1000],
      picture: 'oil-can',
      hasCarNumbers: false,
      facts: (r) => ({
        viscosity: r.pick(['0W-20', '0W-30', '5W-30', '5W-30', '5W-40', '10W-40']),
        standard: r.pick(['ACEA C2', 'ACEA C3', 'ACEA A3/B4', 'API SP']),
        fuel: r.pick(['petrol', 'diesel']),
      }),
      named: ['viscosity', 'standard'],
      choices: packs(1, 2, 5),
    },
    {
      slug: 'huile-de-boite',
      trade: 'huiles',
      share: 14,
      euros: [9, 21],
      grams: [950, 1000],
      picture: 'fluid-bottle',
      hasCarNumbers: false,
      facts: (r) => ({
        viscosity: r.pick(['75W', '75W-80', '75W-90', '80W-90', 'ATF']),
        standard: r.pick(['API GL-4', 'API GL-5', 'Dexron VI']),
      }),
      named: ['viscosity', 'standard'],
      choices: packs(1, 5),
    },
    {
      slug: 'liquide-de-refroidissement',
      trade: 'liquides',
      share: 18,
      euros: [5, 12],
      grams: [1080, 1120],
      picture: 'coolant-can',
      pictureKind: ({ colour }) => String(colour),
      hasCarNumbers: false,
      facts: (r) => ({
        colour: r.pick(['pink', 'green', 'blue', 'yellow', 'violet']),
        standard: r.pick(['G12++', 'G13', 'Type D', 'NF R 15-601']),
      }),
      named: ['colour', 'standard'],
      choices: packs(1, 5),
    },
    {
      slug: 'adblue',
      trade: 'liquides',
      share: 10,
      euros: [9, 16],
      grams: [5400, 5600],
      picture: 'adblue-can',
      hasCarNumbers: false,
      facts: (r) => ({ standard: r.pick(['ISO 22241-1', 'ISO 22241-3', 'ISO 22241']) }),
      named: ['standard'],
      choices: packs(5, 10, 20),
    },
    {
      slug: 'lave-glace',
      trade: 'liquides',
      share: 10,
      euros: [3, 8],
      grams: [1000, 1040],
      picture: 'wash-can',
      hasCarNumbers: false,
      facts: (r) => ({ season: r.pick(['summer', 'winter']), temperature_c: r.pick([-5, -10, -20, -30]) }),
      named: ['season', 'temperature_c'],
      choices: packs(1, 5),
    },
    {
      slug: 'liquide-de-direction-assistee',
      trade: 'liquides',
      share: 10,
      euros: [9, 19],
      grams: [940, 980],
      picture: 'fluid-bottle',
      hasCarNumbers: false,
      facts: (r) => ({
        colour: r.pick(['red', 'green', 'yellow']),
        standard: r.pick(['Dexron III', 'CHF 11S', 'LDS', 'PSF']),
      }),
      named: ['standard'],
      choices: packs(0.5, 1),
    },
  ],
}
