import {
  aluminium,
  blackPlastic,
  brass,
  brushed,
  type Coat,
  castAluminium,
  copper,
  darkSteel,
  flat,
  hsl,
  round,
  steel,
  zinc,
} from './materials'
import {
  around,
  BLACK_TUBE,
  boltHead,
  box,
  circle,
  circlePath,
  ellipse,
  fans,
  gearPath,
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
import { floorShade, type Motif } from './studio'

export const battery: Motif = (s) => {
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 7, 22],
    [210, 55, 34],
    [4, 62, 38],
    [220, 5, 84],
    [150, 30, 28],
  ])
  const [lh, ls, ll] = s.random.pick<Coat>([
    [4, 66, 44],
    [210, 70, 42],
    [46, 84, 50],
    [150, 44, 36],
    [24, 84, 48],
  ])
  const w = s.random.int(430, 520)
  const h = s.random.int(280, 330)
  const x = 400 - w / 2
  const y = 250
  const post = (px: number, plus: boolean) =>
    box(px - 24, y - 74, 48, 40, 6, {
      fill: s.linear(
        [
          [0, '#a9aaa6'],
          [0.4, '#efefec'],
          [1, '#7d7e7a'],
        ],
        [0, 0, 1, 0],
      ),
    }) +
    ellipse(px, y - 74, 24, 8, { fill: '#d9d9d4' }) +
    ellipse(px, y - 34, 44, 12, { fill: plus ? '#a8281f' : '#23252a' })
  return (
    floorShade(430, y + h + 6, w * 0.64) +
    path(`M${x} ${y}l40-56h${w - 80}l40 56Z`, { fill: flat(s, hue, sat, light + 8) }) +
    times(
      6,
      (i) =>
        ellipse(x + 100 + i * ((w - 200) / 5), y - 28, 17, 7, { fill: hsl(hue, sat, light - 8) }) +
        ellipse(x + 100 + i * ((w - 200) / 5), y - 30, 14, 5, { fill: hsl(hue, sat, light + 14) }),
    ).join('') +
    post(x + 74, true) +
    post(x + w - 74, false) +
    box(x, y, w, h, 10, {
      fill: s.linear(
        [
          [0, hsl(hue, sat, light - 3)],
          [0.25, hsl(hue, sat, light + 8)],
          [1, hsl(hue, sat, light - 8)],
        ],
        [0, 0, 1, 0],
      ),
    }) +
    box(x, y, w, 46, 8, { fill: hsl(hue, sat, light + 5) }) +
    box(x, y + 44, w, 4, 0, { fill: '#000', opacity: 0.25 }) +
    box(x + 30, y + 76, w - 60, h - 110, 8, {
      fill: s.linear([
        [0, hsl(lh, ls, ll + 6)],
        [1, hsl(lh, ls, ll - 8)],
      ]),
    }) +
    path(`M${x + w * 0.34} ${y + h * 0.34}h46l-26 52h34l-74 84 22-64h-36Z`, { fill: '#fff', opacity: 0.95 }) +
    box(x + w * 0.56, y + h * 0.4, w * 0.28, 20, 4, { fill: '#fff', opacity: 0.92 }) +
    box(x + w * 0.56, y + h * 0.5, w * 0.2, 12, 4, { fill: '#fff', opacity: 0.65 }) +
    box(x + w * 0.56, y + h * 0.58, w * 0.24, 12, 4, { fill: '#fff', opacity: 0.65 }) +
    path(`M${x + 64} ${y + 22}h22m-11-11v22M${x + w - 86} ${y + 22}h22`, {
      stroke: hsl(hue, 5, light > 60 ? 30 : 86),
      width: 6,
    }) +
    path(`M${x + 80} ${y - 50}q${w / 2 - 80}-70 ${w - 160} 0`, { stroke: '#17181a', width: 13 })
  )
}

export const alternator: Motif = (s) => {
  const ribs = s.random.int(5, 7)
  return turned(
    s.random.int(-24, 18),
    box(180, 120, 90, 90, 20, { fill: castAluminium(s) }) +
      hole(225, 156, 22) +
      box(520, 560, 90, 90, 20, { fill: castAluminium(s) }) +
      hole(565, 612, 22) +
      thick(circlePath(410, 390, 236), { dx: 44, dy: 44, fill: castAluminium(s), side: '#6d7378' }) +
      around(
        20,
        410,
        390,
        () => path('M520 378h92q10 0 10 12t-10 12h-92q-8-12 0-24Z', { fill: '#2b2a28' }),
        9,
      ) +
      around(20, 410, 390, () => box(540, 384, 70, 12, 4, { fill: copper(s, 'down') }), 9) +
      circle(410, 390, 108, { fill: castAluminium(s) }) +
      circle(410, 390, 106, { stroke: '#fff', width: 3, opacity: 0.5 }) +
      around(4, 410, 390, () => boltHead(s, 626, 390, 14), 30) +
      times(ribs, (i) =>
        ring(400 - i * 3, 380 - i * 3, 100 - (i % 2) * 8, 60, { fill: i % 2 ? '#3c4044' : '#9aa0a5' }),
      ).join('') +
      ring(390, 370, 100, 56, { fill: brushed(s) }) +
      fans(s, 390, 370, 100, 56, 0.5) +
      boltHead(s, 390, 370, 40),
  )
}

export const starterMotor: Motif = (s) =>
  turned(
    s.random.int(-30, -12),
    box(250, 210, 260, 130, 26, { fill: darkSteel(s, 'down') }) +
      box(500, 236, 60, 78, 8, { fill: blackPlastic(s) }) +
      circle(576, 256, 14, { fill: copper(s, 'slant') }) +
      circle(576, 298, 14, { fill: copper(s, 'slant') }) +
      box(260, 330, 360, 190, 40, {
        fill: s.random.pick([
          round(s, 220, 7, 26, 'down'),
          aluminium(s, 'down'),
          round(s, 28, 5, 40, 'down'),
        ]),
      }) +
      box(590, 346, 60, 158, 24, { fill: castAluminium(s) }) +
      box(420, 326, 10, 198, 4, { fill: '#000', opacity: 0.25 }) +
      thick('M140 240q60-40 130-20v300q-70 30-130-20Z', {
        dx: 8,
        dy: 12,
        fill: castAluminium(s),
        side: '#5d6368',
      }) +
      hole(170, 270, 14) +
      hole(170, 480, 14) +
      group(
        'translate(-280 20)',
        thick(gearPath(400, 400, 62, 11, 18), { dx: 18, dy: 6, fill: brushed(s), side: '#4c5156' }) +
          hole(400, 400, 20),
      ) +
      box(330, 390, 150, 60, 5, { fill: '#fff', opacity: 0.7 }) +
      box(342, 402, 100, 8, 2, { fill: '#333' }) +
      box(342, 420, 70, 6, 2, { fill: '#777' }),
  )

/** Ignition barrel with its keys. */
export const ignitionLock: Motif = (s) => {
  const key = (turn: number) =>
    group(
      `translate(520 560) rotate(${turn})`,
      box(-60, -46, 110, 92, 34, { fill: blackPlastic(s) }),
      ring(-30, 0, 20, 11, { fill: '#9aa0a5' }),
      path('M48-16h150l16 16-16 16H48Z', { fill: brushed(s) }),
      path('M70-16l8 10 10-8 12 12 10-10 12 12 12-14', { stroke: '#6d7378', width: 4 }),
    )
  return turned(
    s.random.int(-20, 6),
    key(30) +
      key(8) +
      box(170, 230, 330, 190, 30, { fill: castAluminium(s) }) +
      box(220, 190, 150, 60, 10, { fill: blackPlastic(s) }) +
      thick(circlePath(470, 325, 104), { dx: 14, dy: 16, fill: steel(s, 'slant'), side: '#555a5f' }) +
      circle(470, 325, 76, { fill: brushed(s) }) +
      box(464, 268, 12, 114, 5, { fill: '#17181a' }) +
      box(190, 380, 80, 90, 12, { fill: castAluminium(s) }) +
      boltHead(s, 230, 440, 20),
  )
}

export const columnSwitch: Motif = (s) => {
  const rings = s.random.int(2, 3)
  const stalk = (turn: number) =>
    group(
      `translate(400 400) rotate(${turn})`,
      path('M80-22l220-16q30 0 30 38t-30 38l-220-16Z', { fill: round(s, 220, 6, 22, 'down') }),
      times(rings, (i) => box(150 + i * 60, -36, 40, 72, 12, { fill: round(s, 220, 6, 17, 'down') })).join(
        '',
      ),
      times(3, (i) => box(160 + i * 14, -6, 8, 3, 1, { fill: '#e5e5e5' })).join(''),
    )
  return turned(
    s.random.int(-14, 4),
    stalk(-14) +
      (s.random.chance(60) ? stalk(188) : '') +
      thick('M290 280h220q26 0 26 26v190q0 26-26 26H290q-26 0-26-26V306q0-26 26-26Z', {
        dx: 14,
        dy: 18,
        fill: flat(s, 220, 6, 26),
        side: '#0c0d0e',
      }) +
      ring(400, 400, 92, 70, { fill: '#17181a' }) +
      circle(400, 400, 70, { fill: '#e9e1d3' }) +
      times(4, (i) =>
        circle(292 + (i % 2) * 216, 306 + Math.floor(i / 2) * 190, 9, { fill: '#0b0b0c' }),
      ).join(''),
  )
}

export const windowRegulator: Motif = (s) => {
  const scissor = s.random.chance(45)
  const motor = group(
    'translate(120 520)',
    box(0, 0, 150, 96, 24, { fill: darkSteel(s, 'down') }),
    thick(circlePath(190, 40, 74), { dx: 8, dy: 12, fill: blackPlastic(s), side: '#0b0b0c' }),
    boltHead(s, 190, 40, 20),
    box(150, 96, 60, 50, 8, { fill: blackPlastic(s) }),
  )
  return turned(
    s.random.int(-10, 8),
    scissor
      ? tube('M170 560L620 210', 34, STEEL_TUBE) +
          tube('M240 240L600 590', 30, STEEL_TUBE) +
          box(500, 176, 210, 36, 8, { fill: steel(s, 'down') }) +
          box(480, 580, 210, 36, 8, { fill: steel(s, 'down') }) +
          boltHead(s, 410, 394, 22) +
          path('M150 520a120 120 0 0 1 150-60l-60 90Z', { fill: steel(s, 'slant') }) +
          motor
      : box(330, 110, 44, 560, 8, { fill: steel(s) }) +
          box(560, 140, 44, 520, 8, { fill: steel(s) }) +
          tube('M352 120C420 60 520 90 582 150', 9, BLACK_TUBE) +
          tube('M352 660C430 740 540 720 582 650', 9, BLACK_TUBE) +
          tube('M352 140L582 640', 5, STEEL_TUBE) +
          box(312, 300, 84, 70, 8, { fill: blackPlastic(s) }) +
          box(542, 340, 84, 70, 8, { fill: blackPlastic(s) }) +
          tube('M250 560L352 480', 9, BLACK_TUBE) +
          motor,
  )
}

export const doorLock: Motif = (s) =>
  turned(
    s.random.int(-16, 12),
    tube('M520 300C620 240 700 300 680 420', 10, STEEL_TUBE) +
      thick('M220 230h270l50 60v250q0 24-24 24H250l-50-50V250q0-20 20-20Z', {
        dx: 18,
        dy: 22,
        fill: flat(s, 220, 6, 26),
        side: '#0b0b0c',
      }) +
      thick('M210 220h130v330h-90l-40-40Z', { dx: 4, dy: 6, fill: zinc(s), side: '#6d7378' }) +
      path('M214 340h80q30 0 30 30t-30 30h-80Z', { fill: '#17181a' }) +
      path('M226 356h56q14 0 14 14t-14 14h-56Z', { fill: steel(s, 'down') }) +
      boltHead(s, 316, 254, 13) +
      boltHead(s, 240, 470, 13) +
      boltHead(s, 316, 520, 13) +
      box(400, 470, 110, 80, 8, {
        fill: s.random.pick([blackPlastic(s), flat(s, 30, 50, 40), flat(s, 210, 30, 44)]),
      }) +
      box(380, 280, 110, 60, 8, { fill: '#3b3e43' }),
  )
void brass
