/** Levels 1 to 3 are customers, 4 to 6 VIP customers, from 7 on staff, who pay what everybody pays. */
export const VIP_LEVELS = [4, 5, 6] as const

export type VipLevel = (typeof VIP_LEVELS)[number]

export function isVipLevel(level: number): level is VipLevel {
  return VIP_LEVELS.some((one) => one === level)
}

/** The VIP level of a customer of this level, or null. */
export function vipLevel(level: number | null | undefined): VipLevel | null {
  return level != null && isVipLevel(level) ? level : null
}
