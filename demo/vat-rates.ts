import type { VatClass } from '~/vat/vat-class'

type Rate = { country: string; vatClass: VatClass; validFrom: string; rateBasisPoints: number }

const CLASSES: readonly VatClass[] = ['standard', 'intermediate', 'reduced', 'super-reduced']

/** Percentages by class, in that order; `-` where a country has no such class. */
const RATES = `
FR 2014-01-01 20 10 5.5 2.1
MC 2014-01-01 20 10 5.5 2.1
GP 2014-01-01 8.5 - 2.1 -
MQ 2014-01-01 8.5 - 2.1 -
RE 2014-01-01 8.5 - 2.1 -
GF 2014-01-01 0 - - -
YT 2014-01-01 0 - - -
AT 2016-01-01 20 13 10 -
AT-JM 2016-01-01 19 13 10 -
BE 2000-01-01 21 12 6 -
BG 2011-04-01 20 - 9 -
HR 2014-01-01 25 13 5 -
CY 2014-01-13 19 9 5 3
CZ 2024-01-01 21 - 12 -
DK 1992-01-01 25 - - -
EE 2024-01-01 22 13 9 -
EE 2025-07-01 24 13 9 -
FI 2025-01-01 25.5 14 10 -
DE 2021-01-01 19 - 7 -
GR 2016-06-01 24 13 6 -
HU 2012-01-01 27 18 5 -
IE 2021-03-01 23 13.5 9 4.8
IT 2016-01-01 22 10 5 4
LV 2018-01-01 21 12 5 -
LT 2009-09-01 21 9 5 -
LU 2024-01-01 17 14 8 3
MT 2024-01-01 18 12 5 -
NL 2019-01-01 21 - 9 -
PL 2011-01-01 23 8 5 -
PT 2011-01-01 23 13 6 -
PT-30 2012-04-01 22 12 5 -
PT-30 2024-10-01 22 12 4 -
PT-20 2021-07-01 16 9 4 -
RO 2017-01-01 19 9 5 -
RO 2025-08-01 21 - 11 -
SK 2025-01-01 23 19 5 -
SI 2020-01-01 22 9.5 5 -
ES 2012-09-01 21 10 - 4
SE 1996-01-01 25 12 6 -
CH 2024-01-01 0 - - -
GB 2021-01-01 0 - - -
GB-NIR 2021-01-01 20 - 5 -
NO 2024-01-01 0 - - -
AD 2013-01-01 0 - - -
PM 2014-01-01 0 - - -
BL 2014-01-01 0 - - -
MF 2014-01-01 0 - - -
NC 2018-10-01 0 - - -
PF 2014-01-01 0 - - -
WF 2014-01-01 0 - - -
`

/** Rates in the country of destination; goods that leave the Union's VAT area are sent without French VAT. */
export const vatRatePlan: readonly Rate[] = RATES.trim()
  .split('\n')
  .flatMap((line) => {
    const [country = '', validFrom = '', ...percents] = line.split(' ')
    const leavesTheUnion = percents[0] === '0'
    return CLASSES.flatMap((vatClass, at): Rate[] => {
      const percent = leavesTheUnion ? '0' : (percents[at] ?? '-')
      return percent === '-'
        ? []
        : [{ country, vatClass, validFrom, rateBasisPoints: Math.round(Number(percent) * 100) }]
    })
  })
