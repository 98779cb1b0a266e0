import { dayOf } from '~/i18n/days'

const DAY_MS = 86_400_000

/** Month and day of the French holidays that fall on the same date every year. */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50]

/** The day that many working days later, in the shop's zone: parcels rest at weekends and on French holidays. */
export function addWorkingDays(from: Date, days: number): Date {
  let day = noonOfDay(from)
  for (let left = days; left > 0; ) {
    day = new Date(day.getTime() + DAY_MS)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

export function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  if (FIXED.includes(day.toISOString().slice(5, 10))) return false
  const daysAfterEaster = Math.round((midnight(day) - easterSunday(day.getUTCFullYear())) / DAY_MS)
  return !AFTER_EASTER.includes(daysAfterEaster)
}

/** Noon UTC of the day it is in the shop: far from every change of day, whatever the season. */
function noonOfDay(time: Date): Date {
  return new Date(`${dayOf(time)}T12:00:00Z`)
}

function midnight(day: Date): number {
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate())
}

/** Butcher's rule for the Gregorian calendar. */
function easterSunday(year: number): number {
  const moon = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction =
    (19 * moon + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - correction - (inCentury % 4)) % 7
  const late = Math.floor((moon + 11 * correction + 22 * weekday) / 451)
  const sum = correction + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)
}
