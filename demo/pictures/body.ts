import { aluminium, blackPlastic, darkSteel, flat, hsl, round, steel } from './materials'
import {
  BLACK_TUBE,
  boltHead,
  box,
  circle,
  ellipse,
  group,
  hole,
  path,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif, Studio } from './studio'

const COATS = [
  [220, 7, 22],
  [210, 6, 74],
  [4, 64, 40],
  [215, 52, 34],
  [0, 0, 92],
  [150, 18, 30],
  [220, 4, 50],
] as const
const primer = (s: Studio) => s.random.pick([...COATS, [220, 5, 24], [220, 5, 24]] as const)

export const bumper: Motif = (s, kind) => {
  const [hue, sat, light] = primer(s)
  const front = kind !== 'rear'
  const d = 'M50 330q10-70 80-84 270-40 540 0 70 14 80 84l6 110q0 60-60 80l-90 16H194l-90-16q-60-20-60-80Z'
  return (
    thick(d, { dx: 8, dy: 26, fill: flat(s, hue, sat, light), side: hsl(hue, sat, light - 16) }) +
    path('M70 330q330-64 660 0', { stroke: '#fff', width: 7, opacity: 0.4 }) +
    path('M60 372q340-50 680 0', { stroke: '#000', width: 3, opacity: 0.22 }) +
    (front
      ? path('M230 400h340q20 0 16 24l-14 60q-6 24-30 24H258q-24 0-30-24l-14-60q-4-24 16-24Z', {
          fill: '#131416',
        }) +
        times(5, (i) => box(234, 416 + i * 18, 332, 6, 2, { fill: '#3b3e43' })).join('') +
        [120, 680]
          .map(
            (x) =>
              ellipse(x, 448, 54, 34, { fill: '#131416' }) + ellipse(x, 448, 36, 22, { fill: '#4a4e53' }),
          )
          .join('')
      : box(270, 386, 260, 74, 10, { fill: hsl(hue, sat, light - 10) }) +
        box(120, 462, 560, 44, 12, { fill: blackPlastic(s) }) +
        [110, 640].map((x) => box(x, 400, 56, 18, 6, { fill: '#b3160f' })).join('')) +
    times(4, (i) =>
      circle(214 + i * 124, 372 + (i % 3 ? -3 : 2), 9, {
        fill: hsl(hue, sat, light - 12),
        stroke: '#000',
        width: 1,
        opacity: 0.6,
      }),
    ).join('')
  )
}

export const wing: Motif = (s) => {
  const [hue, sat, light] = primer(s)
  const d =
    'M90 300q150-110 420-110 130 10 200 60l-30 300q-50 20-110 14-10-150-130-160-130 0-150 170l-60 20-90-30q-60-140-50-264Z'
  return group(
    s.random.chance(50) ? 'translate(800 0) scale(-1 1)' : '',
    thick(d, { dx: 14, dy: 18, fill: flat(s, hue, sat, light), side: hsl(hue, sat, light - 18) }) +
      path('M110 318q180-96 400-92 110 6 180 50', { stroke: '#fff', width: 8, opacity: 0.45 }) +
      path('M100 400q80-20 190-16', { stroke: '#000', width: 3, opacity: 0.18 }) +
      ellipse(210, 380, 34, 17, { fill: '#000', opacity: 0.35 }) +
      [150, 330, 520, 640].map((x) => hole(x, 238 + Math.abs(x - 460) / 6, 8)).join('') +
      path('M560 560q10-160-120-156-126 4-146 164', { stroke: '#000', width: 8, opacity: 0.22 }),
  )
}

export const bonnet: Motif = (s) => {
  const [hue, sat, light] = primer(s)
  const d = 'M120 580q-20-200 60-380 220-60 440 0 80 180 60 380-280 70-560 0Z'
  return turned(
    s.random.int(-6, 6),
    thick(d, { dx: 10, dy: 18, fill: flat(s, hue, sat, light), side: hsl(hue, sat, light - 18) }) +
      path('M290 190q-50 200-50 410M510 190q50 200 50 410', { stroke: '#000', width: 4, opacity: 0.16 }) +
      path('M284 190q-50 200-50 410', { stroke: '#fff', width: 6, opacity: 0.4 }) +
      path('M190 210q210-54 420 0', { stroke: '#fff', width: 5, opacity: 0.45 }) +
      (s.random.chance(35)
        ? path('M330 400h140q20 0 16 20l-12 40q-4 16-20 16H346q-16 0-20-16l-12-40q-4-20 16-20Z', {
            fill: '#17181a',
          })
        : '') +
      sheen(s, `<path d="${d}"/>`, 0.5),
  )
}

export const grille: Motif = (s) => {
  const pattern = s.random.pick(['bars', 'mesh', 'uprights'])
  const chrome = s.random.chance(50)
  const d = s.random.pick([
    'M90 300q40-60 130-66h360q90 6 130 66l-20 190q-20 60-110 66H220q-90-6-110-66Z',
    'M140 260h520q40 0 36 50l-40 200q-10 50-70 50H214q-60 0-70-50l-40-200q-4-50 36-50Z',
  ])
  const fill = {
    bars: times(9, (i) =>
      box(80, 250 + i * 34, 640, 14, 6, {
        fill: chrome ? aluminium(s, 'down') : round(s, 220, 6, 26, 'down'),
      }),
    ),
    mesh: [
      ...times(26, (i) => path(`M${40 + i * 34} 220l-160 360`, { stroke: '#565b61', width: 7 })),
      ...times(26, (i) => path(`M${i * 34 - 60} 220l160 360`, { stroke: '#3c4044', width: 7 })),
    ],
    uprights: times(17, (i) =>
      box(96 + i * 37, 220, 14, 360, 6, { fill: chrome ? aluminium(s) : round(s, 220, 6, 30) }),
    ),
  }[pattern]
  return turned(
    s.random.int(-8, 4),
    `${group('translate(10 18)', path(d, { fill: '#0c0d0e' })) + path(d, { fill: '#17181a' })}<g clip-path="${s.clip(`<path d="${d}"/>`)}">${(fill ?? []).join('')}</g>${path(d, { stroke: chrome ? '#e4e7e9' : '#2b2e32', width: 20 })}${path(d, { stroke: '#fff', width: 4, opacity: 0.6 })}${circle(400, 396, 46, { fill: '#17181a' })}${circle(400, 396, 44, { stroke: chrome ? '#f1f3f4' : '#6d7378', width: 6 })}`,
  )
}

export const gasStrut: Motif = (s) => {
  const one = (y: number) =>
    group(
      `translate(0 ${y})`,
      box(70, 392, 330, 16, 4, {
        fill: s.linear([
          [0, '#8e9499'],
          [0.3, '#fff'],
          [0.7, '#9aa0a5'],
          [1, '#62686d'],
        ]),
      }),
      box(380, 376, 340, 48, 10, { fill: round(s, 220, 7, 20, 'down') }),
      box(380, 380, 20, 40, 5, { fill: steel(s, 'down') }),
      box(500, 384, 120, 32, 3, { fill: '#fff', opacity: 0.8 }),
      box(512, 392, 60, 6, 2, { fill: '#444' }),
      circle(60, 400, 26, { fill: blackPlastic(s) }),
      circle(60, 400, 12, { fill: steel(s, 'slant') }),
      circle(736, 400, 26, { fill: blackPlastic(s) }),
      circle(736, 400, 12, { fill: steel(s, 'slant') }),
    )
  return turned(s.random.int(-38, -24), s.random.chance(60) ? one(-50) + one(50) : one(0))
}

export const towBar: Motif = (s) =>
  group(
    'translate(0 -20)',
    tube('M110 560Q110 330 200 330H600Q690 330 690 560', 56, BLACK_TUBE) +
      [110, 690]
        .map(
          (x) =>
            thick(`M${x - 44} 500h88v150h-88Z`, {
              dx: 8,
              dy: 10,
              fill: flat(s, 220, 7, 26),
              side: '#0b0b0c',
            }) +
            hole(x, 540, 13) +
            hole(x, 610, 13),
        )
        .join('') +
      thick('M340 290h120v110H340Z', { dx: 10, dy: 12, fill: flat(s, 220, 7, 28), side: '#0b0b0c' }) +
      (s.random.chance(50)
        ? boltHead(s, 372, 326, 14) +
          boltHead(s, 428, 326, 14) +
          boltHead(s, 372, 372, 14) +
          boltHead(s, 428, 372, 14)
        : box(360, 300, 80, 60, 8, { fill: darkSteel(s) })) +
      tube('M400 400V560Q400 600 400 620', 44, BLACK_TUBE) +
      tube('M400 600Q400 680 470 680', 44, BLACK_TUBE) +
      box(462, 620, 40, 66, 6, { fill: steel(s) }) +
      circle(482, 592, 48, {
        fill: s.radial(
          [
            [0, '#fff'],
            [0.45, '#b9bec2'],
            [1, '#4c5156'],
          ],
          [0.35, 0.3, 0.8],
        ),
      }) +
      box(560, 380, 80, 66, 8, { fill: blackPlastic(s) }) +
      circle(600, 412, 24, { fill: '#0b0b0c' }),
  )

export const mudFlap: Motif = (s) => {
  const one = (flip: boolean) =>
    group(
      flip ? 'translate(800 0) scale(-1 1)' : '',
      thick('M150 200q90-50 180-20 40 30 36 90l-10 250q-4 40-50 40l-130-10q-40-6-40-50Z', {
        dx: 12,
        dy: 16,
        fill: flat(s, 220, 5, 24),
        side: '#0b0b0c',
      }) +
        path('M172 224q80-40 150-18', { stroke: '#fff', width: 4, opacity: 0.25 }) +
        times(7, (i) =>
          path(`M164 ${300 + i * 34}l180-10`, { stroke: '#000', width: 5, opacity: 0.28 }),
        ).join('') +
        hole(190, 234, 9) +
        hole(320, 214, 9) +
        hole(176, 500, 9),
    )
  return group('translate(0 30)', one(false) + one(true))
}
