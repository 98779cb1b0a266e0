/**
 * Parts of countries where taxes or parcels follow other rules than in the rest. What is asked of each is decided
 * elsewhere: VAT in `vat/territories`, parcels in `delivery/territories`.
 *
 * The list is that of articles 5 to 7 of Directive 2006/112/EC (as amended by Directive 2019/475), of article 4 of the Union
 * Customs Code, and of the places that posts of other countries serve. Corsica and the Balearic Islands are missing on
 * purpose: the goods of a shop are taxed and sent there as elsewhere in France and Spain. So are the Greek islands of reduced
 * VAT, which is not for goods sent to private persons (AADE circular E.2113/2025).
 */
export type Territory = {
  /** ISO 3166-1 where it has a code of its own, else ISO 3166-2 or made after it. */
  code: string
  /** What its addresses may name as their country, the one it belongs to first. */
  writtenUnder: readonly string[]
  /** Compared with postcodes in capitals, without spaces and hyphens. */
  postcodes: RegExp
  /** Needed beside a postcode that other towns share. */
  town?: RegExp
}

/** The territories that are no country to anybody: they need names of their own. */
export const PARTS_OF_COUNTRIES = [
  'AT-JM',
  'DE-BUESINGEN',
  'DE-HELGOLAND',
  'ES-CE',
  'ES-CN',
  'ES-ML',
  'GB-NIR',
  'GR-69',
  'IT-CAMPIONE',
  'IT-LIVIGNO',
  'PT-20',
  'PT-30',
] as const

const frenchOverseas = (code: string, postcodes: RegExp, ...neighbours: string[]): Territory => ({
  code,
  writtenUnder: ['FR', ...neighbours],
  postcodes,
})

export const TERRITORIES: readonly Territory[] = [
  // Their old postcodes are among those of Guadeloupe; 977 and 978 are what statistics call them.
  frenchOverseas('BL', /^(97133|9709\d|977\d\d)$/, 'GP', 'BL'),
  frenchOverseas('MF', /^(97150|970[5-8]\d|978\d\d)$/, 'GP', 'MF'),
  frenchOverseas('GP', /^971\d\d$/, 'GP'),
  frenchOverseas('MQ', /^972\d\d$/, 'MQ'),
  frenchOverseas('GF', /^973\d\d$/, 'GF'),
  frenchOverseas('RE', /^974\d\d$/, 'RE'),
  frenchOverseas('PM', /^975\d\d$/, 'PM'),
  frenchOverseas('YT', /^976\d\d$/, 'YT'),
  frenchOverseas('MC', /^980\d\d$/, 'MC'),
  frenchOverseas('TF', /^984\d\d$/, 'TF'),
  frenchOverseas('WF', /^986\d\d$/, 'WF'),
  frenchOverseas('PF', /^987\d\d$/, 'PF'),
  frenchOverseas('NC', /^988\d\d$/, 'NC'),
  { code: 'AD', writtenUnder: ['AD', 'FR', 'ES'], postcodes: /^AD\d{3}$/ },

  { code: 'ES-CN', writtenUnder: ['ES', 'IC'], postcodes: /^(35|38)\d{3}$/ },
  { code: 'ES-CE', writtenUnder: ['ES', 'EA'], postcodes: /^51\d{3}$/ },
  { code: 'ES-ML', writtenUnder: ['ES', 'EA'], postcodes: /^52\d{3}$/ },

  { code: 'PT-30', writtenUnder: ['PT'], postcodes: /^9[0-4]\d{2}(\d{3})?$/ },
  { code: 'PT-20', writtenUnder: ['PT'], postcodes: /^9[5-9]\d{2}(\d{3})?$/ },

  { code: 'IT-LIVIGNO', writtenUnder: ['IT'], postcodes: /^23041$/ },
  { code: 'IT-LIVIGNO', writtenUnder: ['IT'], postcodes: /^23030$/, town: /livigno/i },
  { code: 'IT-CAMPIONE', writtenUnder: ['IT'], postcodes: /^22061$/ },
  { code: 'IT-CAMPIONE', writtenUnder: ['IT'], postcodes: /^22060$/, town: /campione/i },
  { code: 'IT-CAMPIONE', writtenUnder: ['CH'], postcodes: /^6911$/ },
  { code: 'SM', writtenUnder: ['IT', 'SM'], postcodes: /^4789\d$/ },
  { code: 'VA', writtenUnder: ['IT', 'VA'], postcodes: /^00120$/ },

  { code: 'DE-HELGOLAND', writtenUnder: ['DE'], postcodes: /^27498$/ },
  { code: 'DE-BUESINGEN', writtenUnder: ['DE'], postcodes: /^78266$/ },
  { code: 'DE-BUESINGEN', writtenUnder: ['CH'], postcodes: /^8238$/ },
  { code: 'AT-JM', writtenUnder: ['AT'], postcodes: /^(6691|699[123])$/ },
  { code: 'AT-JM', writtenUnder: ['DE'], postcodes: /^(87491|8756[789])$/ },
  { code: 'LI', writtenUnder: ['CH', 'LI'], postcodes: /^94(8[5-9]|9[0-8])$/ },

  { code: 'AX', writtenUnder: ['FI', 'AX'], postcodes: /^(AX)?22\d{3}$/ },
  { code: 'FO', writtenUnder: ['DK', 'FO'], postcodes: /^(FO)?\d{3}$/ },
  { code: 'GL', writtenUnder: ['DK', 'GL'], postcodes: /^(GL)?39\d{2}$/ },
  { code: 'SJ', writtenUnder: ['NO', 'SJ'], postcodes: /^(917\d|8099)$/ },

  { code: 'GR-69', writtenUnder: ['GR'], postcodes: /^6308[67]$/ },

  { code: 'GB-NIR', writtenUnder: ['GB'], postcodes: /^BT\d[\dA-Z]{1,5}$/ },
  { code: 'IM', writtenUnder: ['GB', 'IM'], postcodes: /^IM\d[\dA-Z]{1,5}$/ },
  { code: 'JE', writtenUnder: ['GB', 'JE'], postcodes: /^JE\d[\dA-Z]{1,5}$/ },
  { code: 'GG', writtenUnder: ['GB', 'GG'], postcodes: /^GY\d[\dA-Z]{1,5}$/ },
  { code: 'GI', writtenUnder: ['GB', 'ES', 'GI'], postcodes: /^GX111AA$/ },
]
