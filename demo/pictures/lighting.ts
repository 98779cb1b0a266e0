import { blackPlastic, brass, flat, hsl, round, steel } from './materials'
import {
  around,
  BLACK_TUBE,
  box,
  circle,
  circlePath,
  ellipse,
  group,
  hole,
  path,
  polar,
  ring,
  shapeOf,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif, Studio } from './studio'

const glass = (s: Studio, hue: number, strength = 0.35) =>
  s.linear(
    [
      [0, '#fff', 0.95],
      [0.35, hsl(hue, 60, 88), strength],
      [0.7, hsl(hue, 40, 72), strength + 0.1],
      [1, '#fff', 0.7],
    ],
    [0, 0, 1, 1],
  )

/** Halogen capsule, festoon, small wedge or LED. */
export const bulb: Motif = (s, kind = 'halogen') => {
  const hue = s.random.pick([210, 46, 200])
  const halogen = () =>
    path('M340 330q0-190 60-190t60 190Z', { fill: glass(s, hue, 0.5) }) +
    path('M340 330q0-190 60-190t60 190Z', { stroke: '#8f979d', width: 3, opacity: 0.7 }) +
    path('M378 150q22-22 44 0l-8 40h-28Z', {
      fill: s.random.pick(['#2a2c2f', '#9aa6c9', '#c9a23b']),
      opacity: 0.85,
    }) +
    path('M384 330v-80m32 80v-80m-32 0h32', { stroke: '#6d7378', width: 4 }) +
    path('M384 250q4-14 8 0t8 0 8 0 8 0', { stroke: '#e2a33b', width: 5 }) +
    box(350, 210, 10, 110, 5, { fill: '#fff', opacity: 0.7 }) +
    box(326, 326, 148, 34, 6, { fill: steel(s) }) +
    ellipse(400, 372, 130, 24, { fill: steel(s, 'slant') }) +
    ellipse(400, 366, 122, 20, { fill: '#c5cacd' }) +
    box(340, 372, 120, 90, 8, { fill: round(s, 36, 10, 78) }) +
    box(356, 460, 22, 80, 3, { fill: brass(s) }) +
    box(422, 460, 22, 80, 3, { fill: brass(s) }) +
    (s.random.chance(40) ? box(389, 460, 22, 80, 3, { fill: brass(s) }) : '')
  const led = () =>
    box(352, 140, 96, 130, 8, { fill: flat(s, 210, 5, 86) }) +
    times(4, (i) =>
      box(366 + (i % 2) * 38, 156 + Math.floor(i / 2) * 54, 30, 42, 4, {
        fill: '#ffe27a',
        stroke: '#c9a23b',
        width: 2,
      }),
    ).join('') +
    ellipse(400, 282, 120, 22, { fill: steel(s, 'slant') }) +
    box(330, 290, 140, 190, 10, { fill: round(s, 220, 7, 30) }) +
    times(8, (i) => box(322, 304 + i * 22, 156, 10, 4, { fill: round(s, 220, 7, 22) })).join('') +
    tube('M400 480C400 560 470 560 480 640', 14, BLACK_TUBE) +
    box(456, 630, 54, 60, 6, { fill: blackPlastic(s) })
  const festoon = () =>
    group(
      'rotate(90 400 400)',
      box(250, 350, 300, 100, 40, { fill: glass(s, hue) }),
      box(250, 350, 300, 100, 40, { stroke: '#8f979d', width: 3, opacity: 0.6 }),
      path('M260 400q10-30 20 0t20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0', {
        stroke: '#d9962c',
        width: 4,
      }),
      path('M250 362h-30l-50 38 50 38h30Z', { fill: steel(s, 'down') }),
      path('M550 362h30l50 38-50 38h-30Z', { fill: steel(s, 'down') }),
      box(280, 362, 220, 12, 6, { fill: '#fff', opacity: 0.8 }),
    )
  const wedge = () =>
    path('M320 400q-16-230 80-240t80 240Z', { fill: glass(s, hue) }) +
    path('M320 400q-16-230 80-240t80 240Z', { stroke: '#8f979d', width: 3, opacity: 0.6 }) +
    path('M376 400V300m48 100V300', { stroke: '#6d7378', width: 4 }) +
    path('M376 300q6-18 12 0t12 0 12 0 12 0', { stroke: '#d9962c', width: 5 }) +
    box(330, 396, 140, 140, 10, {
      fill: s.random.pick([flat(s, 36, 8, 84), flat(s, 220, 7, 24), flat(s, 24, 80, 52)]),
    }) +
    box(350, 536, 100, 40, 4, { fill: flat(s, 36, 8, 76) }) +
    path('M366 536v50m68-50v50', { stroke: '#9aa0a5', width: 6 }) +
    box(346, 210, 12, 150, 6, { fill: '#fff', opacity: 0.7 })
  const one = { halogen, led, festoon, wedge }[kind] ?? halogen
  return s.random.chance(45)
    ? group('translate(-120 20) rotate(-10 400 400) scale(.94)', one()) +
        group('translate(150 40) rotate(14 400 400) scale(.94)', one())
    : turned(s.random.int(10, 32), group('translate(400 400) scale(1.14) translate(-400 -400)', one()))
}

const lens = (s: Studio, d: string, inside: string, tint?: string) =>
  `<g clip-path="${s.clip(`<path d="${d}"/>`)}">${inside}${tint ? `<rect width="800" height="800" fill="${tint}"/>` : ''}</g>${path(d, { stroke: '#fff', width: 5, opacity: 0.65 })}${sheen(s, `<path d="${d}"/>`, 0.55)}`

const reflector = (s: Studio, cx: number, cy: number, r: number, led: boolean) =>
  circle(cx, cy, r, {
    fill: s.radial([
      [0, '#fff'],
      [0.45, '#cfd4d8'],
      [0.8, '#7f868c'],
      [1, '#3a3e42'],
    ]),
  }) +
  (led
    ? circle(cx, cy, r * 0.72, { fill: '#1a1c1f' }) +
      circle(cx, cy, r * 0.64, {
        fill: s.radial(
          [
            [0, '#eaf4ff'],
            [0.5, '#8fb2d6'],
            [1, '#1d2a38'],
          ],
          [0.4, 0.35, 0.7],
        ),
      })
    : around(16, cx, cy, () =>
        path(`M${cx + r * 0.3} ${cy}L${cx + r * 0.95} ${cy - 5}v10Z`, { fill: '#fff', opacity: 0.35 }),
      ) +
      circle(cx, cy, r * 0.22, {
        fill: s.radial([
          [0, '#fffbe8'],
          [1, '#d8b55a'],
        ]),
      })) +
  circle(cx, cy, r, { stroke: '#fff', width: 3, opacity: 0.5 })

export const headlamp: Motif = (s) => {
  const mirrored = s.random.chance(50)
  const dark = s.random.chance(50)
  const d = s.random.pick([
    'M120 360q20-110 160-130l330-20q90 0 80 120t-130 190-290 60q-130 0-150-220Z',
    'M130 300q60-70 200-80l270-10q80 10 96 110l-20 120q-40 90-170 100l-220 10q-120-10-150-120Z',
    'M160 420q-30-180 170-210t330-10q30 160-60 260t-270 100-170-140Z',
  ])
  const inside = `<rect width="800" height="800" fill="${dark ? '#24272b' : '#aeb5bb'}"/>${path('M120 470q260 90 540-60v200H120Z', { fill: dark ? '#111316' : '#7f878d' })}${reflector(s, 300, 386, 104, s.random.chance(45))}${reflector(s, 510, 356, 84, s.random.chance(55))}${path('M560 230q90 30 90 150l-40-10q0-90-70-120Z', { fill: '#f0953a', opacity: 0.9 })}${path('M180 478q230 70 430-44', { stroke: '#eaf6ff', width: 12, opacity: 0.95 })}`
  return group(
    mirrored ? 'translate(800 0) scale(-1 1)' : '',
    group(
      `rotate(${s.random.int(-8, 4)} 400 400)`,
      box(560, 520, 80, 60, 10, { fill: blackPlastic(s) }) +
        hole(600, 552, 14) +
        box(180, 190, 90, 50, 10, { fill: blackPlastic(s) }) +
        hole(214, 206, 12) +
        group('translate(14 18)', path(d, { fill: '#0d0e10' })) +
        group('translate(6 8)', path(d, { fill: '#2b2e32' })) +
        lens(s, d, inside),
    ),
  )
}

export const tailLamp: Motif = (s) => {
  const mirrored = s.random.chance(50)
  const d = s.random.pick([
    'M260 120q160-30 230 20 60 60 50 260t-70 250q-90 50-190 20-50-30-40-260t20-290Z',
    'M140 270q160-60 360-50 150 10 170 110t-70 190q-120 50-300 30-150-20-180-110t20-170Z',
  ])
  const tall = d.startsWith('M260')
  const band = (i: number, fill: string) =>
    tall
      ? `<rect x="150" y="${90 + i * 150}" width="500" height="146" fill="${fill}"/>`
      : `<rect x="${110 + i * 145}" y="150" width="141" height="460" fill="${fill}"/>`
  const red = s.linear([
    [0, '#f0453a'],
    [0.6, '#b3160f'],
    [1, '#7a0c08'],
  ])
  const inside = `<rect width="800" height="800" fill="#6d0a07"/>${band(0, red)}${band(1, s.random.pick(['#f29a2e', red, '#f5efe6']))}${band(2, s.random.pick(['#f5efe6', red, '#f29a2e']))}${band(3, red)}${times(24, (i) => times(18, (k) => circle(140 + k * 31, 90 + i * 27, 5, { fill: '#fff', opacity: 0.13 })).join('')).join('')}${s.random.chance(50) ? path(tall ? 'M320 170q110-20 150 30 40 60 30 220t-60 190' : 'M190 300q140-44 310-36 110 10 120 80t-60 130', { stroke: '#ffd9d2', width: 13, opacity: 0.9 }) : ''}`
  return group(
    mirrored ? 'translate(800 0) scale(-1 1)' : '',
    group(
      `rotate(${s.random.int(-6, 8)} 400 400)`,
      group('translate(16 20)', path(d, { fill: '#141416' })) + lens(s, d, inside),
    ),
  )
}

export const indicatorLamp: Motif = (s) => {
  const d = s.random.pick([
    'M180 320q20-50 100-54l260-6q80 4 100 70t-60 130l-320 20q-80-4-90-60t10-100Z',
    'M210 300q180-40 380 0 40 90 0 190-190 40-380 0-40-90 0-190Z',
    'M150 400q60-120 240-130t260 80q-40 150-250 170T150 400Z',
  ])
  const colour = s.random.pick([
    ['#f7ad45', '#c76a10'],
    ['#fbf7ee', '#cfc6b4'],
    ['#f7ad45', '#c76a10'],
    ['#6d747b', '#2b2f33'],
  ] as const)
  const inside = `<rect width="800" height="800" fill="${s.linear([
    [0, colour[0]],
    [1, colour[1]],
  ])}"/>${times(22, (i) => box(120 + i * 26, 200, 4, 400, 0, { fill: '#fff', opacity: 0.22 })).join('')}${times(14, (i) => box(100, 240 + i * 22, 600, 3, 0, { fill: '#000', opacity: 0.12 })).join('')}${circle(
    400,
    390,
    54,
    {
      fill: s.radial([
        [0, '#fff8df'],
        [1, '#f2a93b', 0],
      ]),
    },
  )}`
  return turned(
    s.random.int(-20, 12),
    box(300, 470, 120, 90, 14, { fill: blackPlastic(s) }) +
      group('translate(12 16)', path(d, { fill: '#1a1b1d' })) +
      lens(s, d, inside),
  )
}

export const fogLamp: Motif = (s) => {
  const square = s.random.chance(35)
  const led = s.random.chance(40)
  return turned(
    s.random.int(-12, 12),
    thick('M200 300l90-70h220l90 70v240q0 40-40 40H240q-40 0-40-40Z', {
      dx: 14,
      dy: 20,
      fill: flat(s, 220, 6, 24),
      side: '#0b0b0c',
    }) +
      hole(226, 330, 14) +
      hole(574, 330, 14) +
      hole(400, 556, 14) +
      (square
        ? lens(
            s,
            'M260 290h280q24 0 24 24v190q0 24-24 24H260q-24 0-24-24V314q0-24 24-24Z',
            `<rect width="800" height="800" fill="#8a9197"/>${reflector(s, 400, 408, 116, led)}`,
          )
        : ring(400, 400, 162, 146, { fill: steel(s, 'slant') }) +
          lens(
            s,
            circlePath(400, 400, 146),
            reflector(s, 400, 400, 150, led) +
              times(9, (i) => box(250, 270 + i * 30, 300, 2, 0, { fill: '#fff', opacity: 0.3 })).join(''),
          )),
  )
}
void polar
void shapeOf
void ring
