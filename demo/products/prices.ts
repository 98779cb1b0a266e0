import type { Random } from '../random'

/** Cents as shops end them: ,90 and ,99 below a hundred euros, round tens less a cent or whole euros above. */
export function naturalCents(euros: number, random: Random): number {
  if (euros < 3) return Math.max(20, Math.round(euros * 20) * 5)
  const whole = Math.floor(euros)
  if (euros < 20) return whole * 100 + random.pick([90, 90, 50, 99, 95])
  if (euros < 100) return whole * 100 + random.pick([90, 90, 99, 50, 0])
  if (euros < 300) return whole * 100 + random.pick([0, 0, 90])
  return Math.round(euros / 10) * 1000 - random.pick([100, 100, 10])
}

/** Within a range of prices, most goods are near its lower end. */
export function euroWithin([from, to]: readonly [number, number], random: Random): number {
  const share = random.number(0, 1, 4) ** 1.7
  return from + (to - from) * share
}

export function stockOf(random: Random, isUnique: boolean): number {
  if (isUnique) return random.chance(93) ? 1 : 0
  const dice = random.int(1, 100)
  if (dice <= 8) return 0
  if (dice <= 15) return 1
  if (dice <= 25) return random.int(2, 4)
  if (dice <= 85) return random.int(5, 48)
  return random.int(50, 180)
}
