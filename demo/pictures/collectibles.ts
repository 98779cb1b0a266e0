import { brass, type Coat, copper, hsl, steel } from './materials'
import {
  around,
  box,
  circle,
  circlePath,
  ellipse,
  fans,
  group,
  path,
  ring,
  shapeOf,
  sheen,
  thick,
  times,
  turned,
} from './shapes'
import { floorShade, type Motif } from './studio'

export const modelCar: Motif = (s) => {
  const [hue, sat, light] = s.random.pick<Coat>([
    [4, 70, 44],
    [210, 60, 40],
    [46, 82, 52],
    [150, 36, 32],
    [36, 40, 78],
    [220, 7, 22],
    [190, 44, 52],
    [24, 78, 50],
  ])
  const paint = s.linear([
    [0, hsl(hue, sat, light + 26)],
    [0.3, hsl(hue, sat, light + 6)],
    [0.6, hsl(hue, sat, light - 4)],
    [1, hsl(hue, sat, light - 18)],
  ])
  const kind = s.random.pick(['coupe', 'saloon', 'van', 'roadster', 'hatch'] as const)
  const [d, cabin] = (
    {
      coupe: [
        'M70 470q4-60 90-72 90-90 200-94 120 0 190 84 120 10 170 46 20 20 12 56l-20 20H90q-20-10-20-40Z',
        'M252 392q60-60 120-62v62ZM388 330q80 6 130 58l-130 4Z',
      ],
      saloon: [
        'M70 470q0-60 100-70l110-90h210l80 84q110 6 150 40 16 30 4 66H90q-24-6-20-30Z',
        'M240 394l64-64h80v64ZM400 330h78l60 62H400Z',
      ],
      van: [
        'M80 480V300q0-50 60-50h350q60 6 110 110 90 10 110 60v70H90Z',
        'M140 290h110v80H140ZM272 290h110v80H272ZM404 290h80q40 20 70 80H404Z',
      ],
      roadster: [
        'M60 470q10-50 120-66 120-20 160-16h60q140-20 260 26 60 20 60 60l-20 26H80q-20-10-20-30Z',
        'M340 388l40-62 14 4-22 60Z',
      ],
      hatch: [
        'M110 480q-10-130 70-190 120-30 250 0l90 90q110 10 140 50 16 30 0 66H130q-20-4-20-16Z',
        'M180 380q10-50 46-64h90v64ZM334 316h80l70 66H334Z',
      ],
    } as const
  )[kind]
  const wheel = (x: number) =>
    circle(x, 500, 66, { fill: '#141517' }) +
    circle(x, 500, 62, { fill: '#26282b' }) +
    circle(x, 500, 42, { fill: steel(s, 'slant') }) +
    around(s.random.pick([5, 6, 10]), x, 500, () => box(x + 10, 496, 28, 8, 3, { fill: '#5d6368' })) +
    circle(x, 500, 10, { fill: '#e9ebec' }) +
    circle(x, 500, 64, { stroke: '#000', width: 3 })
  return group(
    'translate(0 -10)',
    floorShade(410, 570, 350, 44) +
      path(d, { fill: paint }) +
      path(cabin, {
        fill: s.linear([
          [0, '#dfeaf2'],
          [0.5, '#8ea3b3'],
          [1, '#43505b'],
        ]),
      }) +
      path(`M90 440q300-34 610 4`, { stroke: '#fff', width: 5, opacity: 0.5 }) +
      path('M80 478h636', { stroke: '#000', width: 4, opacity: 0.3 }) +
      path('M392 396v96', { stroke: '#000', width: 3, opacity: 0.28 }) +
      box(410, 420, 36, 8, 4, { fill: '#e9ebec' }) +
      ellipse(694, 440, 20, 16, { fill: '#fff6d8', stroke: '#999', width: 2 }) +
      box(72, 430, 20, 26, 6, { fill: '#b3160f' }) +
      path('M60 500h680q10 14 0 22H70q-14-8-10-22Z', {
        fill: s.linear([
          [0, '#eef0f1'],
          [1, '#7f868c'],
        ]),
      }) +
      path('M142 502a70 70 0 0 1 140 0ZM528 502a70 70 0 0 1 140 0Z', { fill: '#0e0f10' }) +
      wheel(212) +
      wheel(598) +
      sheen(s, `<path d="${d}"/>`, 0.4),
  )
}

export const coin: Motif = (s) => {
  const metal = s.random.pick<Coat>([
    [44, 62, 54],
    [210, 6, 72],
    [22, 46, 46],
  ])
  const [hue, sat, light] = metal
  const face = s.linear(
    [
      [0, hsl(hue, sat, light + 26)],
      [0.4, hsl(hue, sat, light)],
      [0.6, hsl(hue, sat, light + 16)],
      [1, hsl(hue, sat, light - 20)],
    ],
    [0, 0, 1, 1],
  )
  const dark = hsl(hue, sat, light - 26)
  const motif = s.random.pick([
    path(
      'M400 250q-90 40-90 140t90 150q90-50 90-150t-90-140ZM400 260v280M330 330q70 40 140 0M320 410q80 50 160 0',
      { stroke: dark, width: 9 },
    ),
    path('M330 520l20-150 50 50 50-110 40 60 10 150Z', { fill: dark, opacity: 0.7 }) +
      circle(350, 310, 26, { fill: dark, opacity: 0.7 }),
    path('M300 500q20-150 100-220 90 70 100 220ZM400 280v-50M360 500v-90h80v90', { stroke: dark, width: 9 }),
    path('M320 430q-20-150 80-160t90 100l20 40-26 14q4 60-50 56l-4 40H340Z', { fill: dark, opacity: 0.6 }),
  ])
  const one = (r: number) =>
    thick(circlePath(400, 395, r), { dx: 14, dy: 18, fill: face, side: hsl(hue, sat, light - 28) }) +
    around(96, 400, 395, () => box(400 + r - 8, 394, 8, 2.4, 0, { fill: dark, opacity: 0.6 })) +
    fans(s, 400, 395, r - 10, r * 0.1, 0.5) +
    circle(400, 395, r - 22, { stroke: dark, width: 4, opacity: 0.7 }) +
    circle(400, 395, r - 24, { stroke: '#fff', width: 2, opacity: 0.5 }) +
    around(s.random.int(28, 44), 400, 395, () => circle(400 + r - 40, 395, 5, { fill: dark, opacity: 0.6 })) +
    group(
      `translate(400 395) scale(${r / 250}) translate(-400 -395)`,
      group(
        'translate(2 3)',
        `<g opacity=".4" style="mix-blend-mode:normal">${motif.replaceAll(dark, '#fff')}</g>`,
      ) + motif,
    )
  return s.random.chance(45)
    ? group('translate(-100 -90) scale(.86)', one(250)) + group('translate(190 200) scale(.78)', one(250))
    : group('translate(-6 0)', one(s.random.int(240, 275)))
}

const OUTLINES: Record<string, string> = {
  shield: 'M230 220q170-60 340 0v160q-10 160-170 230-160-70-170-230Z',
  moon: 'M470 190a220 220 0 1 0 90 330 190 190 0 0 1-90-330Z',
  leaf: 'M400 170q200 100 170 280-40 150-170 180-130-30-170-180-30-180 170-280Z',
}

export const enamelPin: Motif = (s, kind = 'star') => {
  const hue = s.random.int(0, 359)
  const gold = brass(s, 'slant')
  const outline =
    kind === 'star'
      ? `M${times(10, (i) => {
          const r = i % 2 ? 110 : 240
          const a = ((i * 36 - 90) * Math.PI) / 180
          return `${(400 + r * Math.cos(a)).toFixed(1)} ${(410 + r * Math.sin(a)).toFixed(1)}`
        }).join('L')}Z`
      : (OUTLINES[kind] ?? '')
  const inner = `translate(400 400) scale(.88) translate(-400 -400)`
  return turned(
    s.random.int(-14, 14),
    thick(outline, { dx: 10, dy: 12, fill: gold, side: '#6b5217' }) +
      group(
        inner,
        path(outline, {
          fill: s.linear(
            [
              [0, hsl(hue, 64, 54)],
              [1, hsl(hue, 66, 30)],
            ],
            [0, 0, 1, 1],
          ),
        }),
        `<g clip-path="${s.clip(`<path d="${outline}"/>`)}">${path('M200 470q100-70 200 0t200 0v300H200Z', { fill: hsl(hue + 40, 70, 60) })}${path('M200 530q100-60 200 0t200 0v300H200Z', { fill: hsl(hue + 80, 60, 70) })}</g>`,
        circle(400, 360, 46, { fill: '#fff3c9' }),
        path(outline, { stroke: '#e7c873', width: 9 }),
      ) +
      circle(400, 360, 41, { stroke: '#e7c873', width: 8 }) +
      sheen(s, shapeOf(outline), 0.55),
  )
}
void copper
void ring
