import { tidyCode } from './typed-text'

/** How the numbers of payment cards begin, and how long they are. Length alone would also catch a company's SIRET. */
const CARD = /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6\d{15,18})$/
const LONGEST = 19

/** Numbers that stand together, whatever people put between four digits and the next four. Other signs part two numbers. */
const NUMBERS = /\d+(?:[^\p{L}\p{N}/,;:+]{1,3}\d+)*/gu

/** Whether a text holds what is almost certainly the number of somebody's card: it must never be kept. */
export function holdsCardNumber(text: string): boolean {
  const runs = tidyCode(text).match(NUMBERS) ?? []
  return runs.some((run) => holdsCard(run.match(/\d+/g) ?? []))
}

/** Any whole groups that follow one another: an expiry date or a code may stand before or behind. */
function holdsCard(groups: readonly string[]): boolean {
  return groups.some((_, first) => {
    let digits = ''
    for (const group of groups.slice(first, first + LONGEST)) {
      digits += group
      if (digits.length > LONGEST) return false
      if (CARD.test(digits) && isLuhn(digits)) return true
    }
    return false
  })
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
