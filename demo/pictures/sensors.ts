import {
  aluminium,
  blackPlastic,
  brass,
  type Coat,
  castAluminium,
  copper,
  darkSteel,
  flat,
  hsl,
  round,
  rubber,
  steel,
} from './materials'
import { BLACK_TUBE, box, circle, group, hole, path, thick, times, tube, turned } from './shapes'
import type { Motif } from './studio'

/** A sensor at the end of a wire: ABS, crankshaft, brake wear. */
export const wireSensor: Motif = (s) => {
  const swing = s.random.int(-80, 80)
  const head = s.random.pick(['round', 'angled', 'clip'])
  const line = `M250 300C380 ${220 + swing} 330 ${520 + swing} 470 ${480 - swing / 2}S600 640 660 560`
  return (
    tube(line, 18, BLACK_TUBE) +
    box(420, 470, 34, 46, 8, { fill: rubber(s) }) +
    group(
      'translate(650 566) rotate(-42)',
      box(-10, -34, 110, 68, 10, {
        fill: s.random.pick([blackPlastic(s), flat(s, 40, 8, 60), flat(s, 210, 40, 40)]),
      }),
      box(20, -44, 50, 14, 4, { fill: blackPlastic(s) }),
      box(92, -22, 14, 44, 2, { fill: '#0b0b0c' }),
    ) +
    group(
      `translate(240 300) rotate(${head === 'angled' ? 200 : 215})`,
      head === 'clip'
        ? box(0, -26, 120, 52, 8, { fill: flat(s, 10, 50, 40) }) +
            box(110, -14, 46, 28, 4, { fill: copper(s, 'down') })
        : box(-20, -30, 76, 60, 10, { fill: blackPlastic(s) }) +
            thick('M30-60h30q20 0 20 20v80q0 20-20 20h-30Z', {
              dx: 4,
              dy: 8,
              fill: castAluminium(s),
              side: '#555a5f',
            }) +
            box(76, -26, 118, 52, 10, {
              fill: s.random.pick([steel(s, 'down'), round(s, 220, 6, 22, 'down')]),
            }) +
            box(110, -29, 8, 58, 3, { fill: '#7a2f25' }),
    ) +
    (head === 'clip' ? '' : hole(200, 342, 12))
  )
}

/** A threaded probe with a plug: temperature, camshaft, lambda without its lead. */
export const plugSensor: Motif = (s) => {
  const cap = s.random.pick<Coat>([
    [210, 50, 38],
    [140, 34, 34],
    [220, 7, 20],
    [40, 20, 78],
    [8, 60, 42],
  ])
  return turned(
    s.random.int(24, 40),
    box(350, 120, 100, 130, 14, { fill: round(s, ...cap) }) +
      box(366, 112, 68, 16, 4, { fill: '#0c0d0e' }) +
      box(446, 160, 20, 50, 6, { fill: hsl(...cap) }) +
      path('M330 250h140l12 20v60h-164v-60Z', { fill: brass(s) }) +
      path('M370 262h3v68h-3ZM428 262h3v68h-3Z', { fill: '#000', opacity: 0.3 }) +
      box(344, 330, 112, 14, 5, { fill: copper(s) }) +
      box(358, 344, 84, 130, 4, { fill: brass(s) }) +
      times(9, (i) => path(`M355 ${356 + i * 13}l90-6`, { stroke: '#000', width: 4.5, opacity: 0.28 })).join(
        '',
      ) +
      path('M374 474h52v130q-26 40-52 0Z', { fill: s.random.pick([brass(s), aluminium(s)]) }),
  )
}
export const lambdaProbe: Motif = (s) =>
  tube('M420 250C460 60 700 120 640 260S480 420 640 520', 16, BLACK_TUBE) +
  box(610, 500, 66, 90, 10, { fill: blackPlastic(s) }) +
  turned(
    s.random.int(10, 24),
    group(
      'translate(-30 60)',
      box(362, 170, 76, 60, 10, { fill: rubber(s) }),
      box(366, 220, 68, 110, 8, { fill: steel(s) }),
      path('M336 330h128v62H336Z', { fill: steel(s) }),
      path('M372 330h3v62h-3ZM428 330h3v62h-3Z', { fill: '#000', opacity: 0.3 }),
      box(352, 392, 96, 14, 5, { fill: copper(s) }),
      box(362, 406, 76, 80, 3, { fill: steel(s) }),
      times(6, (i) => path(`M359 ${416 + i * 12}l82-6`, { stroke: '#000', width: 4, opacity: 0.28 })).join(
        '',
      ),
      box(372, 486, 56, 110, 12, { fill: darkSteel(s) }),
      times(8, (i) => circle(386 + (i % 3) * 14, 510 + Math.floor(i / 3) * 26, 4, { fill: '#0c0c0c' })).join(
        '',
      ),
    ),
  )
