/** The parts of a number, as digits: `1 234,50` is 1234 and 50. */
export type Figures = { isNegative: boolean; whole: string; decimals: string }

export type TypedNumber =
  | ({ isClear: true } & Figures)
  /** `1,500` is one and a half to one person and one thousand five hundred to another. */
  | { isClear: false; reason: 'two-meanings'; asDecimal: Figures; asThousands: Figures }
  | { isClear: false; reason: 'not-a-number' | 'scientific-notation' }

/** Marks that separate thousands and nothing else. */
const SPACED = /^\d{1,3}(?:([\s'’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/
const WHOLE = /^\d+$/
const DECIMAL = /^(\d*)[.,](\d+)$/
const GROUPED_AND_DECIMAL = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$|^(\d{1,3}(?:\.\d{3})+),(\d+)$/
const GROUPED_TWICE = /^\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/
const MAYBE_GROUPED = /^[1-9]\d{0,2}[.,]\d{3}$/

/** The one reader of numbers that people and programs write, in any country's way. What could mean two things is said. */
export function readTypedNumber(typed: string): TypedNumber {
  const trimmed = typed.trim()
  if (isScientific(trimmed)) return { isClear: false, reason: 'scientific-notation' }
  const isNegative = /^[-−]/.test(trimmed)
  const unsigned = trimmed.replace(/^[-−+]\s*/, '')
  // A list of small numbers is no number: spaces must part thousands.
  const plain = SPACED.test(unsigned) ? unsigned.replace(/[\s'’]/g, '') : unsigned
  const figures = (whole: string, decimals = ''): Figures => ({
    isNegative,
    whole: whole.replace(/[.,]/g, '') || '0',
    decimals,
  })
  const clear = (whole: string, decimals?: string) => ({
    isClear: true as const,
    ...figures(whole, decimals),
  })

  if (WHOLE.test(plain) || GROUPED_TWICE.test(plain)) return clear(plain)
  const [, english, itsDecimals, french, theirDecimals] = GROUPED_AND_DECIMAL.exec(plain) ?? []
  if (english) return clear(english, itsDecimals)
  if (french) return clear(french, theirDecimals)
  const [isDecimal, whole = '', decimals = ''] = DECIMAL.exec(plain) ?? []
  if (!isDecimal) return { isClear: false, reason: 'not-a-number' }
  if (MAYBE_GROUPED.test(plain) && plain === unsigned) {
    const [asDecimal, asThousands] = [figures(whole, decimals), figures(whole + decimals)]
    return { isClear: false, reason: 'two-meanings', asDecimal, asThousands }
  }
  return clear(whole, decimals)
}

/** What figures come to, for measures; money stays in its digits. */
export function numberOf({ isNegative, whole, decimals }: Figures): number {
  return Number(`${isNegative ? '-' : ''}${whole}.${decimals || '0'}`)
}

/** What spreadsheets make of long numbers: `4.00656E+12`. The digits are lost, so it is never guessed. */
export function isScientific(typed: string): boolean {
  return /^\d([.,]\d+)?e\+\d+$/i.test(typed.trim())
}
