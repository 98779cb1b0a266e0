/** How a product of a range stands to a vehicle, the surest first. */
export const FIT_GROUPS = ['fits', 'check', 'universal'] as const
export type FitGroup = (typeof FIT_GROUPS)[number]

export type FitCounts = Record<FitGroup, number>
