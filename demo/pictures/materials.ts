import type { Studio } from './studio'

/** Across: light runs over the width of the shape, as on a standing cylinder; down: over its height. */
export type Run = 'across' | 'down' | 'slant'

const RUNS: Record<Run, [number, number, number, number]> = {
  across: [0, 0, 1, 0],
  down: [0, 0, 0, 1],
  slant: [0, 0, 1, 1],
}

/** Hue, saturation, lightness. */
export type Coat = readonly [hue: number, saturation: number, lightness: number]

export const hsl = (hue: number, saturation: number, lightness: number) =>
  `hsl(${((hue % 360) + 360) % 360},${saturation}%,${Math.max(0, Math.min(100, lightness))}%)`

/** A round body: dark edge, bright stripe left of the middle, deep shade, a little light thrown back by the paper. */
export function round(s: Studio, hue: number, saturation: number, lightness: number, run: Run = 'across') {
  const tone = (by: number) => hsl(hue, saturation, lightness + by)
  return s.linear(
    [
      [0, tone(-16)],
      [0.12, tone(4)],
      [0.3, tone(26)],
      [0.42, tone(10)],
      [0.68, tone(-10)],
      [0.9, tone(-24)],
      [1, tone(-12)],
    ],
    RUNS[run],
  )
}

/** A flat face lit from the upper left. */
export function flat(s: Studio, hue: number, saturation: number, lightness: number, run: Run = 'slant') {
  const tone = (by: number) => hsl(hue, saturation, lightness + by)
  return s.linear(
    [
      [0, tone(9)],
      [0.45, tone(1)],
      [1, tone(-9)],
    ],
    RUNS[run],
  )
}

export const steel = (s: Studio, run: Run = 'across') => round(s, 212, 7, 66, run)
export const darkSteel = (s: Studio, run: Run = 'across') => round(s, 215, 8, 42, run)
export const iron = (s: Studio, run: Run = 'across') => round(s, 30, 5, 38, run)
export const aluminium = (s: Studio, run: Run = 'across') => round(s, 205, 5, 74, run)
export const brass = (s: Studio, run: Run = 'across') => round(s, 42, 52, 52, run)
export const copper = (s: Studio, run: Run = 'across') => round(s, 20, 55, 50, run)
export const rubber = (s: Studio, run: Run = 'across') => round(s, 220, 6, 19, run)
export const blackPlastic = (s: Studio) => flat(s, 220, 7, 21)
export const castAluminium = (s: Studio) => flat(s, 208, 5, 70)
export const castIron = (s: Studio) => flat(s, 28, 5, 40)
export const zinc = (s: Studio) =>
  s.linear(
    [
      [0, '#f4f3ee'],
      [0.5, '#cfccc2'],
      [1, '#a39f95'],
    ],
    RUNS.slant,
  )

/** A brushed face, bright where the light grazes it. */
export const brushed = (s: Studio) =>
  s.linear(
    [
      [0, '#d3d6d8'],
      [0.22, '#f6f7f7'],
      [0.4, '#b9bec2'],
      [0.62, '#dfe2e3'],
      [0.82, '#a6acb1'],
      [1, '#c6cacd'],
    ],
    RUNS.slant,
  )
