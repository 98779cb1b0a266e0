import {
  aluminium,
  blackPlastic,
  castAluminium,
  castIron,
  darkSteel,
  flat,
  rubber,
  steel,
  zinc,
} from './materials'
import { box, circle, group, hole, n, path, ring, STEEL_TUBE, thick, times, tube, turned } from './shapes'
import type { Motif, Studio } from './studio'

/** Ball joint shown from the side: housing, boot, threaded stud. */
const ballStud = (s: Studio) =>
  box(376, 110, 48, 70, 6, { fill: steel(s) }) +
  times(6, (i) => path(`M374 ${120 + i * 10}l52-6`, { stroke: '#000', width: 3.4, opacity: 0.3 })).join('') +
  path('M372 180h56l10 70h-76Z', { fill: steel(s) }) +
  path('M350 246h100l36 84q6 30-30 34H344q-36-4-30-34Z', { fill: rubber(s) }) +
  box(340, 280, 120, 10, 5, { fill: '#000', opacity: 0.35 }) +
  ring(400, 250, 0, 0, { fill: 'none' }) +
  box(352, 240, 96, 12, 5, { fill: steel(s) }) +
  box(312, 352, 176, 12, 5, { fill: steel(s) })

export const ballJoint: Motif = (s) => {
  const holes = s.random.pick([2, 3])
  return turned(
    s.random.int(-28, 24),
    ballStud(s) +
      (holes === 3
        ? thick('M220 400q0-44 60-48h240q60 4 60 48l60 130q10 50-40 50-120-70-200-70t-200 70q-50 0-40-50Z', {
            dx: 8,
            dy: 14,
            fill: castIron(s),
            side: '#2c2825',
          }) +
          hole(216, 536, 18) +
          hole(584, 536, 18) +
          hole(400, 470, 16)
        : box(300, 362, 200, 110, 26, { fill: castIron(s) }) +
          box(340, 466, 120, 130, 10, { fill: steel(s) }) +
          times(9, (i) =>
            path(`M336 ${480 + i * 12}l128-6`, { stroke: '#000', width: 4, opacity: 0.28 }),
          ).join('')),
  )
}

export const tieRodEnd: Motif = (s) => {
  const long = s.random.int(200, 320)
  return turned(
    s.random.int(14, 44),
    group(
      'translate(0 60)',
      box(400, 392, long, 62, 14, { fill: castIron(s) }) +
        box(396 + long, 398, 150, 50, 5, { fill: steel(s, 'down') }) +
        times(12, (i) =>
          path(`M${402 + long + i * 12} 394l6 58`, { stroke: '#000', width: 4, opacity: 0.28 }),
        ).join('') +
        circle(392, 424, 84, { fill: darkSteel(s, 'slant') }) +
        circle(392, 424, 62, { fill: flat(s, 28, 5, 38) }) +
        group('translate(-10 60)', ballStud(s)),
    ),
  )
}

export const steeringRack: Motif = (s) =>
  turned(
    s.random.int(-30, -20),
    box(-40, 388, 200, 24, 6, { fill: steel(s, 'down') }) +
      box(640, 388, 200, 24, 6, { fill: steel(s, 'down') }) +
      times(7, (i) => box(90 + i * 14, 356 + i * 3, 20, 88 - i * 6, 8, { fill: rubber(s, 'down') })).join(
        '',
      ) +
      times(7, (i) => box(700 - i * 14, 356 + i * 3, 20, 88 - i * 6, 8, { fill: rubber(s, 'down') })).join(
        '',
      ) +
      box(190, 366, 430, 68, 14, { fill: aluminium(s, 'down') }) +
      box(280, 354, 30, 92, 6, { fill: castIron(s) }) +
      box(520, 354, 30, 92, 6, { fill: castIron(s) }) +
      thick('M380 250h90v260h-90Z', { dx: 6, dy: 8, fill: castAluminium(s), side: '#5d6368' }) +
      box(410, 150, 30, 104, 5, { fill: steel(s) }) +
      (s.random.chance(60)
        ? tube('M470 300C560 260 600 320 660 300', 12, STEEL_TUBE) +
          tube('M470 330C540 320 560 350 600 360', 12, STEEL_TUBE)
        : box(330, 452, 190, 110, 20, { fill: blackPlastic(s) })),
  )
void n
void zinc
