import {
  blackPlastic,
  brushed,
  castAluminium,
  castIron,
  copper,
  darkSteel,
  flat,
  hsl,
  iron,
  round,
  rubber,
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
  shapeOf,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif, Studio } from './studio'

const frictionDisc = (s: Studio, cx: number, cy: number, r: number) => {
  const hue = s.random.pick([34, 26, 210])
  return (
    thick(circlePath(cx, cy, r), { dx: 8, dy: 10, fill: flat(s, hue, 18, 40), side: '#2d2620' }) +
    around(28, cx, cy, () =>
      path(`M${cx + r * 0.62} ${cy}q${r * 0.18}-10 ${r * 0.38} 4`, {
        stroke: '#1d1814',
        width: 4,
        opacity: 0.5,
      }),
    ) +
    around(18, cx, cy, () => circle(cx + r * 0.8, cy, 5, { fill: '#b98d4a' })) +
    circle(cx, cy, r * 0.62, { fill: steel(s, 'slant') }) +
    around(
      4,
      cx,
      cy,
      () =>
        box(cx + r * 0.26, cy - r * 0.1, r * 0.26, r * 0.2, 6, { fill: '#2b2e31' }) +
        times(5, (i) =>
          box(cx + r * 0.28 + i * r * 0.046, cy - r * 0.09, r * 0.024, r * 0.18, 3, {
            fill: s.random.pick(['#8fa0b4', '#c98f3a', '#9aa1a7']),
          }),
        ).join(''),
      45,
    ) +
    around(8, cx, cy, () => circle(cx + r * 0.54, cy, 6, { fill: '#6d7378' })) +
    path(gearPath(cx, cy, r * 0.17, 22, 5), { fill: darkSteel(s, 'slant') }) +
    circle(cx, cy, r * 0.11, { fill: '#e9e1d3' })
  )
}
const pressurePlate = (s: Studio, cx: number, cy: number, r: number) =>
  thick(circlePath(cx, cy, r), { dx: 22, dy: 26, fill: flat(s, 220, 6, 32), side: '#151617' }) +
  circle(cx, cy, r * 0.9, { fill: flat(s, 220, 6, 40) }) +
  around(9, cx, cy, () => hole(cx + r * 0.93, cy, 8)) +
  around(18, cx, cy, () =>
    path(
      `M${cx + r * 0.22} ${cy - 12}L${cx + r * 0.74} ${cy - r * 0.11}q10 ${r * 0.11} 0 ${r * 0.22}L${cx + r * 0.22} ${cy + 12}Z`,
      {
        fill: s.linear([
          [0, '#d7dadc'],
          [1, '#6b7177'],
        ]),
        stroke: '#26282a',
        width: 2,
      },
    ),
  ) +
  circle(cx, cy, r * 0.2, { fill: '#1b1c1e' }) +
  fans(s, cx, cy, r * 0.9, r * 0.2, 0.3)

export const clutchKit: Motif = (s) =>
  group(
    'translate(-20 -30)',
    pressurePlate(s, 330, 320, s.random.int(215, 240)) + frictionDisc(s, 510, 500, s.random.int(180, 205)),
  ) + (s.random.chance(70) ? group('translate(70 470) scale(.3)', bearingFace(s, 300)) : '')

const bearingFace = (s: Studio, r: number) =>
  thick(circlePath(400, 400, r), { dx: 30, dy: 36, fill: brushed(s), side: '#5d6368' }) +
  fans(s, 400, 400, r, r * 0.8, 0.5) +
  circle(400, 400, r * 0.8, { fill: '#1f2123' }) +
  around(14, 400, 400, () =>
    circle(400 + r * 0.68, 400, r * 0.105, {
      fill: s.radial(
        [
          [0, '#fff'],
          [0.5, '#aeb4b9'],
          [1, '#4c5257'],
        ],
        [0.35, 0.3, 0.75],
      ),
    }),
  ) +
  ring(400, 400, r * 0.57, r * 0.4, { fill: brushed(s) }) +
  hole(400, 400, r * 0.4, '#e9e1d3')

export const flywheel: Motif = (s) => {
  const r = s.random.int(250, 275)
  return (
    thick(gearPath(388, 380, r + 14, 104, 10), { dx: 30, dy: 34, fill: steel(s, 'slant'), side: '#474c51' }) +
    circle(388, 380, r - 4, { fill: flat(s, 28, 6, 48) }) +
    fans(s, 388, 380, r - 4, r * 0.56, 0.6) +
    times(8, (i) =>
      circle(388, 380, r * (0.6 + i * 0.048), { stroke: '#000', width: 1, opacity: 0.14 }),
    ).join('') +
    circle(388, 380, r * 0.56, { fill: '#26282a' }) +
    around(6, 388, 380, () =>
      path(
        `M${388 + r * 0.3} ${380 - r * 0.1}q${r * 0.12}-10 ${r * 0.22} 0v${r * 0.2}q-${r * 0.1} 10-${r * 0.22} 0Z`,
        { fill: flat(s, 210, 6, 52) },
      ),
    ) +
    circle(388, 380, r * 0.3, { fill: castIron(s) }) +
    around(s.random.pick([6, 8]), 388, 380, () => hole(388 + r * 0.2, 380, 10)) +
    hole(388, 380, r * 0.1, '#e9e1d3')
  )
}

export const releaseBearing: Motif = (s) =>
  group(
    'translate(-12 -16)',
    box(250, 360, 0, 0, 0, { fill: 'none' }),
    s.random.chance(50)
      ? box(120, 340, 560, 100, 24, { fill: blackPlastic(s) }) + hole(160, 390, 18) + hole(640, 390, 18)
      : '',
    bearingFace(s, s.random.int(190, 225)),
  )
export const wheelBearing: Motif = (s) =>
  s.random.chance(50)
    ? group('translate(-70 -60)', bearingFace(s, s.random.int(210, 235))) +
      group(
        'translate(250 300) scale(.5)',
        thick(circlePath(400, 400, 200), { dx: 10, dy: 12, fill: steel(s, 'slant'), side: '#5d6368' }) +
          boltHead(s, 400, 400, 110),
      ) +
      tube('M150 650a80 80 0 1 1 120 20', 12, STEEL_TUBE)
    : group('translate(-10 -14)', bearingFace(s, s.random.int(245, 270)))

export const wheelHub: Motif = (s) => {
  const bolts = s.random.pick([4, 5])
  const teeth = s.random.chance(50)
  return group(
    'translate(-16 -20)',
    (teeth ? path(gearPath(432, 434, 232, 48, 14), { fill: '#4c5156' }) : '') +
      thick(circlePath(400, 400, 236), { dx: 34, dy: 38, fill: flat(s, 28, 6, 46), side: '#312d2a' }) +
      fans(s, 400, 400, 236, 120, 0.45) +
      around(
        bolts,
        400,
        400,
        () =>
          circle(566, 402, 30, { fill: '#000', opacity: 0.3 }) +
          circle(564, 400, 27, { fill: steel(s, 'slant') }) +
          circle(564, 400, 18, { fill: zinc(s) }) +
          times(3, (i) => circle(564, 400, 15 - i * 4, { stroke: '#555', width: 1.4, opacity: 0.5 })).join(
            '',
          ),
        -90,
      ) +
      circle(400, 400, 120, { fill: steel(s, 'slant') }) +
      circle(400, 400, 96, { fill: flat(s, 28, 5, 52) }) +
      path(gearPath(400, 400, 62, 28, 6), { fill: '#17181a' }) +
      sheen(s, shapeOf(circlePath(400, 400, 236)), 0.25),
  )
}

const bellows = (s: Studio, x: number, y: number, from: number, to: number, long: number, folds: number) =>
  times(folds, (i) => {
    const h = from + ((to - from) * i) / (folds - 1)
    return box(x + (long / folds) * i, y - h / 2, long / folds + 6, h, 12, { fill: rubber(s, 'down') })
  }).join('')

export const driveShaft: Motif = (s) => {
  const thin = s.random.int(34, 46)
  return turned(
    s.random.int(-34, -22),
    box(-40, 372, 120, 56, 6, { fill: steel(s, 'down') }) +
      times(7, (i) => box(-36, 378 + i * 7, 110, 2.5, 0, { fill: '#000', opacity: 0.28 })).join('') +
      box(64, 300, 130, 200, 34, { fill: darkSteel(s, 'down') }) +
      box(96, 296, 14, 208, 5, { fill: '#000', opacity: 0.25 }) +
      bellows(s, 190, 400, 190, thin + 22, 120, 6) +
      box(300, 400 - thin / 2, 240, thin, 6, {
        fill: s.random.pick([iron(s, 'down'), round(s, 220, 7, 24, 'down')]),
      }) +
      (s.random.chance(40) ? box(380, 372, 70, 56, 12, { fill: iron(s, 'down') }) : '') +
      bellows(s, 520, 400, thin + 22, 170, 110, 6) +
      box(626, 312, 116, 176, 26, { fill: darkSteel(s, 'down') }) +
      box(736, 376, 110, 48, 6, { fill: steel(s, 'down') }) +
      times(6, (i) => box(742, 382 + i * 7, 100, 2.5, 0, { fill: '#000', opacity: 0.28 })).join(''),
  )
}

export const cvBoot: Motif = (s) =>
  turned(
    s.random.int(-30, -10),
    group(
      'translate(70 0)',
      bellows(s, 130, 400, s.random.int(290, 330), 110, 330, s.random.pick([6, 7, 8])) +
        box(118, 250, 26, 300, 10, { fill: rubber(s, 'down') }) +
        box(456, 346, 60, 108, 8, { fill: rubber(s, 'down') }),
    ),
  ) +
  ring(620, 610, 74, 66, { fill: steel(s, 'slant') }) +
  ring(520, 680, 44, 38, { fill: steel(s, 'slant') }) +
  box(560, 150, 120, 70, 12, { fill: flat(s, 46, 60, 56) }) +
  box(572, 166, 60, 10, 3, { fill: '#6b4d12', opacity: 0.7 })

/** Control cable with its sheath, ends and bracket: clutch or handbrake. */
export const controlCable: Motif = (s) => {
  const loop = s.random.int(-50, 60)
  const d = `M130 250C300 ${140 + loop} 620 ${160 + loop} 610 ${350 + loop / 2}S200 ${420 - loop} 220 560S480 690 670 600`
  return (
    tube(d, 20, BLACK_TUBE) +
    tube('M64 292L140 244', 8, STEEL_TUBE) +
    tube('M660 606L744 556', 8, STEEL_TUBE) +
    group(
      'translate(140 244) rotate(-32)',
      box(-20, -24, 90, 48, 8, { fill: rubber(s, 'down') }),
      box(-34, -16, 24, 32, 4, { fill: steel(s, 'down') }),
    ) +
    group(
      'translate(650 610) rotate(-30)',
      box(-60, -24, 80, 48, 8, { fill: rubber(s, 'down') }),
      box(16, -14, 30, 28, 4, { fill: zinc(s) }),
    ) +
    circle(60, 296, 22, { fill: zinc(s) }) +
    hole(60, 296, 9) +
    box(734, 534, 40, 34, 6, { fill: zinc(s) }) +
    path(`M560 ${330 + loop / 2}h110v60h-110Z`, { fill: zinc(s) }) +
    hole(650, 360 + loop / 2, 12)
  )
}
void castAluminium
void copper
void ellipse
void hsl
