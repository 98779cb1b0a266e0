import { aluminium, blackPlastic, type Coat, darkSteel, flat, hsl, rubber, steel } from './materials'
import {
  BLACK_TUBE,
  boltHead,
  box,
  circle,
  ellipse,
  group,
  hole,
  path,
  STEEL_TUBE,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif } from './studio'

export const wiperBlade: Motif = (s) => {
  const kind = s.random.pick(['flat', 'flat', 'bow'] as const)
  const one = (long: number, y: number) => {
    const x = 400 - long / 2
    return (
      path(`M${x} ${y + 34}q${long / 2} 24 ${long} 0l-4 10q-${long / 2 - 4} 24-${long - 8} 0Z`, {
        fill: '#0e0f10',
      }) +
      (kind === 'flat'
        ? path(
            `M${x} ${y + 20}Q400 ${y - 34} ${x + long} ${y + 20}l-2 16Q400 ${y + 14} ${x + 2} ${y + 36}Z`,
            {
              fill: s.linear([
                [0, '#63686e'],
                [0.4, '#2b2e31'],
                [1, '#151618'],
              ]),
            },
          ) +
          box(352, y - 22, 96, 38, 10, { fill: blackPlastic(s) }) +
          box(372, y - 14, 56, 10, 4, { fill: hsl(s.random.pick([4, 210, 46, 0]), 70, 48) })
        : path(`M${x + 20} ${y + 26}Q${x + long * 0.25} ${y - 14} 400 ${y - 26}T${x + long - 20} ${y + 26}`, {
            stroke: '#2b2e31',
            width: 15,
          }) +
          path(
            `M${x + long * 0.06} ${y + 22}q${long * 0.1}-24 ${long * 0.2} 0M${x + long * 0.74} ${y + 22}q${long * 0.1}-24 ${long * 0.2} 0`,
            { stroke: '#3c4044', width: 10 },
          ) +
          box(360, y - 40, 80, 34, 8, { fill: blackPlastic(s) }))
    )
  }
  const long = s.random.int(560, 690)
  return turned(
    -32,
    s.random.chance(60) ? one(long, 320) + one(long - s.random.int(30, 170), 460) : one(long + 30, 390),
  )
}

export const wiperMotor: Motif = (s) =>
  turned(
    s.random.int(-20, 8),
    box(110, 330, 250, 150, 40, { fill: darkSteel(s, 'down') }) +
      box(330, 346, 30, 118, 6, { fill: steel(s, 'down') }) +
      thick('M350 290l120-50 140 60 30 130-80 110-150 10-60-90Z', {
        dx: 14,
        dy: 20,
        fill: s.random.pick([flat(s, 208, 5, 68), flat(s, 220, 6, 26)]),
        side: '#34373a',
      }) +
      boltHead(s, 400, 320, 14) +
      boltHead(s, 590, 340, 14) +
      boltHead(s, 500, 520, 14) +
      circle(500, 400, 62, { fill: steel(s, 'slant') }) +
      box(486, 180, 28, 220, 12, { fill: steel(s) }) +
      boltHead(s, 500, 400, 26) +
      circle(500, 196, 20, { fill: darkSteel(s, 'slant') }) +
      box(370, 500, 120, 80, 10, { fill: blackPlastic(s) }),
  )

export const doorMirror: Motif = (s) => {
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 7, 20],
    [210, 6, 72],
    [4, 60, 40],
    [215, 50, 32],
    [0, 0, 94],
  ])
  const mirrored = s.random.chance(50)
  const shell = 'M150 300q20-90 150-100l220-6q110 10 130 120t-50 170q-60 30-260 26-150-6-180-70t-10-140Z'
  const face = 'M190 312q16-66 120-72l200-4q90 6 106 98t-40 130-220 22q-130-4-152-54t-14-120Z'
  return group(
    mirrored ? 'translate(800 0) scale(-1 1)' : '',
    group(
      'rotate(-4 400 400)',
      path('M470 470h110l70 160q0 30-40 30H500q-30 0-34-40Z', { fill: flat(s, 220, 7, 22) }) +
        box(500, 630, 130, 50, 14, { fill: rubber(s, 'down') }) +
        thick(shell, { dx: 22, dy: 14, fill: flat(s, hue, sat, light), side: hsl(hue, sat, light - 14) }) +
        path(shell, { stroke: '#fff', width: 4, opacity: 0.35 }) +
        path(face, { fill: '#141517' }) +
        group(
          'translate(400 370) scale(.96) translate(-400 -370)',
          path(face, {
            fill: s.linear([
              [0, '#f2f6f9'],
              [0.35, '#b9c8d4'],
              [0.5, '#8ea3b3'],
              [0.52, '#a6978a'],
              [0.8, '#7c7168'],
              [1, '#544d47'],
            ]),
          }) + sheen(s, `<path d="${face}"/>`, 0.7),
        ) +
        (s.random.chance(60) ? path('M640 300q24 60 0 130', { stroke: '#f29a2e', width: 14 }) : ''),
    ),
  )
}

export const mirrorGlass: Motif = (s) => {
  const d = s.random.pick([
    'M170 300q20-90 150-96l230-4q96 8 110 120t-50 160-250 30q-150-6-180-70t-10-140Z',
    'M230 190q160-30 300 0 60 30 60 200t-60 210q-150 40-300 0-60-40-60-210t60-200Z',
  ])
  const blue = s.random.chance(35)
  return turned(
    s.random.int(-14, 14),
    (s.random.chance(60)
      ? tube('M560 520C660 540 700 600 650 690', 8, BLACK_TUBE) +
        tube('M540 530C620 570 640 620 600 700', 8, { dark: '#5c1712', body: '#a6332a', light: '#e88' })
      : '') +
      group('translate(10 14)', path(d, { fill: '#1b1c1e' })) +
      path(d, {
        fill: s.linear(
          [
            [0, blue ? '#e4f1ff' : '#f6f8f9'],
            [0.45, blue ? '#86a9cf' : '#bccad3'],
            [0.5, blue ? '#5b7fa6' : '#93a3ae'],
            [1, blue ? '#2f4a6b' : '#5d6a73'],
          ],
          [0, 0, 1, 1],
        ),
      }) +
      path(d, { stroke: '#fff', width: 5, opacity: 0.75 }) +
      sheen(s, `<path d="${d}"/>`, 0.8) +
      path('M260 260l160-40M280 320l240-62', { stroke: '#fff', width: 14, opacity: 0.35 }),
  )
}
void aluminium
void circle
void ellipse
void hole
void STEEL_TUBE
void times
