/** The numbers of payment cards begin and end so; the same length alone would also catch a company's SIRET. */
const CARD = /(?<!\d)(?:(?:4|5[1-5]|2[2-7]|6)\d{14,15}|3[47]\d{13})(?!\d)/g

/** Whether a line holds what is almost certainly the number of somebody's card: it must never be kept. */
export function holdsCardNumber(line: string): boolean {
  const joined = line.replace(/(?<=\d)[ .-](?=\d)/g, '')
  return (joined.match(CARD) ?? []).some(isLuhn)
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
