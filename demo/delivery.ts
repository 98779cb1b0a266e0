import type { DeliveryPlan } from '~/delivery/save-delivery.server'

const EUROPE = 'AT BE BG HR CY CZ DK EE FI DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE CH GB NO'.split(
  ' ',
)
const OVERSEAS = 'GP MQ GF RE YT PM BL MF NC PF WF'.split(' ')

const kilos = (...brackets: readonly [upTo: number, euros: number][]): [number, number][] =>
  brackets.map(([upTo, euros]) => [Math.round(upTo * 1000), Math.round(euros * 100)])

/** How the demonstration shop sends its goods: to the door, to a pickup point, overnight, and by lorry when heavy. */
export const deliveryPlan: DeliveryPlan = {
  zones: [
    {
      code: 'france',
      name: { fr: 'France métropolitaine', en: 'Mainland France' },
      countries: ['FR', 'MC', 'AD'],
    },
    { code: 'europe', name: { fr: 'Europe', en: 'Europe' }, countries: EUROPE },
    { code: 'overseas', name: { fr: 'Outre-mer', en: 'French overseas territories' }, countries: OVERSEAS },
  ],
  methods: [
    {
      code: 'pickup',
      kind: 'pickup',
      carrier: 'Mondial Relay',
      name: { fr: 'Point relais', en: 'Pickup point' },
      description: {
        fr: 'À retirer chez un commerçant près de chez vous',
        en: 'Collected from a shop near you',
      },
      offers: [
        {
          zone: 'france',
          minDays: 3,
          maxDays: 5,
          freeFromCents: 6_000,
          rates: kilos([0.5, 3.9], [1, 4.5], [3, 5.9], [5, 7.5], [10, 11.9], [25, 16.9]),
        },
        {
          zone: 'europe',
          minDays: 4,
          maxDays: 7,
          freeFromCents: 12_000,
          rates: kilos([0.5, 5.9], [1, 6.9], [3, 9.9], [10, 17.9]),
        },
      ],
    },
    {
      code: 'home',
      kind: 'home',
      carrier: 'Colissimo',
      name: { fr: 'À domicile', en: 'Home delivery' },
      description: { fr: 'Remis contre signature', en: 'Handed over against signature' },
      offers: [
        {
          zone: 'france',
          minDays: 2,
          maxDays: 4,
          freeFromCents: 9_000,
          rates: kilos([0.25, 4.9], [0.5, 6.5], [1, 7.9], [2, 8.9], [5, 12.9], [10, 17.9], [30, 26.9]),
        },
        {
          zone: 'europe',
          minDays: 3,
          maxDays: 7,
          freeFromCents: 18_000,
          rates: kilos([0.5, 11.9], [1, 13.9], [2, 15.9], [5, 20.9], [10, 31.9], [30, 54.9]),
        },
        {
          zone: 'overseas',
          minDays: 7,
          maxDays: 14,
          freeFromCents: null,
          rates: kilos([0.5, 12.9], [1, 18.9], [2, 27.9], [5, 46.9], [10, 79.9], [30, 189.9]),
        },
      ],
    },
    {
      code: 'express',
      kind: 'express',
      carrier: 'Chronopost',
      name: { fr: 'Express', en: 'Express' },
      description: { fr: 'Le lendemain avant 13 h', en: 'The next day before 1 pm' },
      offers: [
        {
          zone: 'france',
          minDays: 1,
          maxDays: 1,
          freeFromCents: null,
          rates: kilos([1, 14.9], [3, 17.9], [5, 21.9], [10, 29.9], [30, 49.9]),
        },
        {
          zone: 'europe',
          minDays: 1,
          maxDays: 3,
          freeFromCents: null,
          rates: kilos([1, 29.9], [3, 36.9], [10, 59.9]),
        },
      ],
    },
    {
      code: 'freight',
      kind: 'home',
      carrier: 'Transport Léger',
      name: { fr: 'Transporteur', en: 'Freight' },
      description: {
        fr: 'Pour les colis lourds ou longs, sur rendez-vous',
        en: 'For heavy or long parcels, by appointment',
      },
      offers: [
        {
          zone: 'france',
          minDays: 3,
          maxDays: 6,
          freeFromCents: null,
          rates: kilos([60, 59], [150, 99], [500, 189]),
        },
        {
          zone: 'europe',
          minDays: 5,
          maxDays: 10,
          freeFromCents: null,
          rates: kilos([60, 119], [150, 199], [500, 389]),
        },
      ],
    },
  ],
  pickupPoints: [
    {
      code: 'FR-69005-01',
      methodCode: 'pickup',
      name: 'Tabac du Vieux-Lyon',
      street: '14 rue Saint-Jean',
      postcode: '69005',
      city: 'Lyon',
      country: 'FR',
    },
    {
      code: 'FR-75011-01',
      methodCode: 'pickup',
      name: 'Épicerie de la Roquette',
      street: '52 rue de la Roquette',
      postcode: '75011',
      city: 'Paris',
      country: 'FR',
    },
    {
      code: 'FR-33000-01',
      methodCode: 'pickup',
      name: 'Presse des Quinconces',
      street: '3 allées d’Orléans',
      postcode: '33000',
      city: 'Bordeaux',
      country: 'FR',
    },
    {
      code: 'FR-59000-01',
      methodCode: 'pickup',
      name: 'Fleurs du Nord',
      street: '21 rue de Béthune',
      postcode: '59000',
      city: 'Lille',
      country: 'FR',
    },
    {
      code: 'FR-13006-01',
      methodCode: 'pickup',
      name: 'Librairie du Cours',
      street: '8 cours Julien',
      postcode: '13006',
      city: 'Marseille',
      country: 'FR',
    },
    {
      code: 'FR-44000-01',
      methodCode: 'pickup',
      name: 'Cycles de l’Erdre',
      street: '30 quai de Versailles',
      postcode: '44000',
      city: 'Nantes',
      country: 'FR',
    },
    {
      code: 'BE-1000-01',
      methodCode: 'pickup',
      name: 'Dagblad Centraal',
      street: 'Rue du Marché aux Herbes 60',
      postcode: '1000',
      city: 'Bruxelles',
      country: 'BE',
    },
    {
      code: 'DE-10115-01',
      methodCode: 'pickup',
      name: 'Späti am Park',
      street: 'Invalidenstraße 112',
      postcode: '10115',
      city: 'Berlin',
      country: 'DE',
    },
  ],
}
