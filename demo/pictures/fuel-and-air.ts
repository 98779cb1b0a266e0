import {
  aluminium,
  blackPlastic,
  brass,
  brushed,
  type Coat,
  castAluminium,
  castIron,
  copper,
  darkSteel,
  flat,
  round,
  rubber,
  steel,
} from './materials'
import {
  around,
  BLACK_TUBE,
  boltHead,
  box,
  circle,
  circlePath,
  ellipse,
  group,
  hole,
  path,
  ring,
  STEEL_TUBE,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif } from './studio'

/** Snail and wheel: the compressor shows its blades. */
export const turbocharger: Motif = (s) => {
  const blades = s.random.pick([9, 10, 12])
  const snail =
    'M380 170C530 160 640 270 628 410C616 560 480 640 350 610C230 580 160 480 176 370L100 360V250L250 240Q300 176 380 170Z'
  return turned(
    s.random.int(-12, 16),
    group(
      'translate(110 90)',
      thick(circlePath(440, 440, 160), { dx: 30, dy: 34, fill: castIron(s), side: '#332f2c' }),
    ) +
      box(470, 160, 90, 130, 14, { fill: castIron(s) }) +
      thick(snail, {
        dx: 24,
        dy: 28,
        fill: s.linear(
          [
            [0, '#f3f4f4'],
            [0.4, '#c2c6c9'],
            [1, '#84898e'],
          ],
          [0, 0, 1, 1],
        ),
        side: '#5b6065',
      }) +
      path('M250 262Q310 196 384 196C510 190 608 280 600 404', {
        fill: 'none',
        stroke: '#fff',
        width: 12,
        opacity: 0.55,
      }) +
      ellipse(104, 305, 26, 56, { fill: '#25272a' }) +
      ellipse(100, 305, 26, 56, { stroke: '#eceeef', width: 8 }) +
      ring(400, 400, 150, 120, { fill: brushed(s) }) +
      circle(400, 400, 121, { fill: '#17181a' }) +
      around(blades, 400, 400, () =>
        path('M420 392q50-40 96-34q-34 24-40 58q-30 6-56-10Z', {
          fill: s.linear([
            [0, '#fafafa'],
            [1, '#8b9196'],
          ]),
          stroke: '#5b6065',
          width: 1,
        }),
      ) +
      circle(400, 400, 32, { fill: steel(s, 'slant') }) +
      boltHead(s, 400, 400, 15) +
      around(6, 400, 400, () => boltHead(s, 562, 400, 11), 20) +
      tube('M560 180C620 120 680 150 700 220', 20, STEEL_TUBE),
  )
}

/** EGR valve and throttle body: a flanged casting with its motor. */
export const flangedValve: Motif = (s) => {
  const cap = s.random.pick([blackPlastic(s), flat(s, 210, 8, 66), flat(s, 150, 24, 34)])
  const bore = s.random.int(96, 130)
  return turned(
    s.random.int(-20, 14),
    thick('M180 250h300l40 40v220l-40 40H180l-40-40V290Z', {
      dx: 20,
      dy: 26,
      fill: castAluminium(s),
      side: '#5b6065',
    }) +
      hole(190, 300, 17) +
      hole(470, 300, 17) +
      hole(190, 500, 17) +
      hole(470, 500, 17) +
      ring(330, 400, bore + 22, bore, { fill: brushed(s) }) +
      circle(330, 400, bore, { fill: '#1c1d1f' }) +
      ellipse(330, 400, bore - 4, bore * s.random.number(0.5, 0.92), {
        fill: s.linear(
          [
            [0, '#e2c27a'],
            [0.5, '#b8934a'],
            [1, '#7d612b'],
          ],
          [0, 0, 1, 1],
        ),
      }) +
      box(330 - bore, 394, bore * 2, 12, 5, { fill: steel(s, 'down') }) +
      boltHead(s, 300, 400, 8) +
      boltHead(s, 360, 400, 8) +
      thick('M520 270h110q40 0 40 40v180q0 40-40 40H520Z', { dx: 14, dy: 18, fill: cap, side: '#121314' }) +
      boltHead(s, 545, 292, 10) +
      boltHead(s, 645, 508, 10) +
      box(560, 340, 86, 90, 8, { fill: '#000', opacity: 0.16 }) +
      box(600, 520, 60, 60, 8, { fill: blackPlastic(s) }),
  )
}

/** A pipe with a measuring head. */
export const airMassSensor: Motif = (s) => {
  const r = s.random.int(112, 140)
  return turned(
    s.random.int(-22, -6),
    box(190, 400 - r, 420, 2 * r, 16, {
      fill: s.random.pick([round(s, 220, 6, 22, 'down'), round(s, 210, 5, 62, 'down')]),
    }) +
      [220, 560]
        .map((x) => box(x, 394 - r, 24, 2 * r + 12, 6, { fill: round(s, 220, 6, 17, 'down') }))
        .join('') +
      ellipse(190, 400, r * 0.34, r, { fill: '#0f1011' }) +
      ellipse(190, 400, r * 0.34, r, { stroke: '#8d9399', width: 5 }) +
      times(5, (i) =>
        path(`M${170 + i * 10} ${400 - r * 0.86}v${r * 1.72}`, {
          stroke: '#8d9399',
          width: 1.6,
          opacity: 0.7,
        }),
      ).join('') +
      times(9, (i) =>
        path(`M${190 - r * 0.3} ${400 - r * 0.8 + i * r * 0.2}h${r * 0.6}`, {
          stroke: '#8d9399',
          width: 1.6,
          opacity: 0.7,
        }),
      ).join('') +
      box(340, 330 - r + 40, 150, 90, 10, { fill: blackPlastic(s) }) +
      box(352, 256 - r + 60, 90, 60, 8, {
        fill: s.random.pick([blackPlastic(s), flat(s, 210, 40, 42), flat(s, 40, 10, 70)]),
      }) +
      boltHead(s, 360, 400 - r + 30, 11) +
      boltHead(s, 470, 400 - r + 30, 11),
  )
}

export const injector: Motif = (s) => {
  const diesel = s.random.chance(55)
  const one = () =>
    box(388, 96, 24, 60, 5, { fill: steel(s) }) +
    box(360, 150, 80, 120, 12, {
      fill: diesel
        ? steel(s)
        : round(
            s,
            ...s.random.pick<Coat>([
              [220, 7, 20],
              [140, 40, 32],
              [40, 60, 48],
              [280, 30, 40],
            ]),
          ),
    }) +
    box(430, 166, 96, 66, 10, { fill: blackPlastic(s) }) +
    box(510, 176, 22, 46, 4, { fill: '#0b0b0c' }) +
    box(350, 270, 100, 40, 5, { fill: darkSteel(s) }) +
    box(364, 310, 72, 150, 6, { fill: steel(s) }) +
    box(358, 350, 84, 14, 6, { fill: rubber(s) }) +
    box(372, 460, 56, 100, 6, { fill: steel(s) }) +
    box(384, 560, 32, 100, 8, { fill: darkSteel(s) }) +
    ellipse(400, 660, 15, 7, { fill: '#c3913f' }) +
    box(368, 540, 64, 14, 6, { fill: copper(s) })
  return s.random.chance(35)
    ? times(4, (i) =>
        group(
          `translate(${-190 + i * 108} ${(i % 2) * 26}) rotate(8 400 400) translate(80 80) scale(.8)`,
          one(),
        ),
      ).join('')
    : turned(s.random.int(18, 38), one())
}

/** In-tank fuel pump module or washer pump: a small motor in a can. */
export const smallPump: Motif = (s) => {
  const can = s.random.pick([
    aluminium(s, 'down'),
    round(s, 220, 7, 22, 'down'),
    round(s, 45, 10, 82, 'down'),
  ])
  return (
    turned(
      s.random.int(-34, -14),
      box(120, 376, 130, 44, 8, { fill: blackPlastic(s) }) +
        box(140, 368, 12, 60, 5, { fill: blackPlastic(s) }) +
        box(170, 368, 12, 60, 5, { fill: blackPlastic(s) }) +
        box(230, 300, 330, 196, 26, { fill: can }) +
        box(262, 294, 16, 208, 5, { fill: '#000', opacity: 0.22 }) +
        box(510, 294, 16, 208, 5, { fill: '#000', opacity: 0.22 }) +
        box(550, 326, 60, 144, 14, { fill: blackPlastic(s) }) +
        box(606, 350, 60, 30, 5, { fill: brass(s, 'down') }) +
        box(606, 414, 60, 30, 5, { fill: brass(s, 'down') }) +
        box(340, 330, 120, 60, 6, { fill: '#fff', opacity: 0.5 }) +
        times(3, (i) => box(352, 342 + i * 14, 90 - i * 20, 6, 2, { fill: '#2a2c2e', opacity: 0.7 })).join(
          '',
        ),
    ) +
    tube('M560 300C640 220 700 280 660 380', 12, { dark: '#5c1712', body: '#a6332a', light: '#e88' }) +
    tube('M560 330C640 320 690 360 690 440', 12, BLACK_TUBE)
  )
}
