import { brass, brushed, type Coat, castAluminium, copper, flat, hsl, rubber, steel } from './materials'
import {
  around,
  boltHead,
  box,
  circle,
  circlePath,
  group,
  hole,
  path,
  ring,
  ringPath,
  STEEL_TUBE,
  shapeOf,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif } from './studio'

/** Three or four bores, water ways and bolt holes cut from one sheet. */
export const headGasket: Motif = (s) => {
  const bores = s.random.pick([3, 4, 4])
  const r = bores === 3 ? 88 : 70
  const step = bores === 3 ? 200 : 154
  const x0 = 400 - ((bores - 1) * step) / 2
  const sheet = s.random.pick([brushed(s), flat(s, 28, 8, 42), flat(s, 212, 12, 58)])
  const left = x0 - r - 44
  const right = 800 - left
  const outline = `M${left + 20} 268h${right - left - 70}l30 20 20-6q20 10 20 34v180q0 30-24 36l-30-8-24 18H${left + 40}l-24-16-20-4q-16-8-16-30V300q0-30 18-32Z`
  const cut =
    times(bores, (i) => circlePath(x0 + i * step, 400, r)).join('') +
    times(bores + 1, (i) =>
      [circlePath(x0 - step / 2 + i * step, 300, 11), circlePath(x0 - step / 2 + i * step, 508, 11)].join(''),
    )
      .slice(1, bores)
      .join('') +
    times(bores * 2, (i) => circlePath(x0 - 46 + i * (step / 2) + 10, i % 2 ? 520 : 290, 8)).join('')
  return turned(
    s.random.int(-24, -12),
    thick(outline + cut, { dx: 5, dy: 7, fill: sheet, side: '#3c3935' }) +
      times(
        bores,
        (i) =>
          ring(x0 + i * step, 400, r + 9, r, { fill: steel(s, 'slant') }) +
          circle(x0 + i * step, 400, r + 9, { stroke: '#000', width: 1.5, opacity: 0.35 }),
      ).join('') +
      path(outline, {
        stroke: hsl(s.random.pick([14, 210, 150]), 55, 45),
        width: 4,
        opacity: 0.7,
        extra: 'transform="translate(400 400) scale(.965) translate(-400 -400)"',
      }),
  )
}

/** A moulded frame gasket: rocker cover, sump. */
export const frameGasket: Motif = (s) => {
  const w = s.random.int(480, 560)
  const h = s.random.int(210, 280)
  const x = 400 - w / 2
  const y = 400 - h / 2
  const d = `M${x} ${y + 40}q0-40 40-40h${w * 0.3}q20 26 ${w * 0.1} 26t${w * 0.1}-26h${w * 0.34}q40 0 40 40v${h - 90}q0 30-30 40l-30 12q-20 8-40 8H${x + 50}q-50 0-50-44Z`
  const hue = s.random.pick<Coat>([
    [220, 6, 20],
    [14, 60, 42],
    [210, 40, 40],
    [150, 26, 34],
  ])
  return turned(
    s.random.int(-22, -10),
    tube(d, 26, {
      dark: hsl(hue[0], hue[1], hue[2] - 12),
      body: hsl(...hue),
      light: hsl(hue[0], hue[1], hue[2] + 34),
    }) +
      times(6, (i) =>
        ring(x + 40 + i * ((w - 90) / 5), i % 2 ? y + h + 8 : y - 8, 20, 9, { fill: hsl(...hue) }),
      ).join(''),
  )
}

export const gasketSet: Motif = (s) =>
  group('translate(-10 -120) scale(.9)', headGasket(s)) +
  group('translate(170 330) scale(.56)', frameGasket(s)) +
  times(5, (i) =>
    ring(150 + i * 84, 660 - (i % 2) * 34, 34 - i * 3, 22 - i * 2.4, {
      fill: [rubber(s), copper(s, 'slant'), flat(s, 14, 60, 42), steel(s, 'slant'), rubber(s)][i],
    }),
  ).join('') +
  times(6, (i) =>
    ring(600 + (i % 3) * 52, 640 + Math.floor(i / 3) * 52, 20, 11, { fill: flat(s, 150, 30, 30) }),
  ).join('')

/** Rubber between two steel sides. */
export const engineMount: Motif = (s) => {
  const arms = s.random.pick([2, 3])
  const bracket = s.random.pick([castAluminium(s), flat(s, 220, 7, 24)])
  return turned(
    s.random.int(-25, 15),
    around(
      arms,
      390,
      390,
      () =>
        thick('M350 390v-250q0-50 46-50t46 50v250Z', { dx: 12, dy: 16, fill: bracket, side: '#202224' }) +
        hole(396, 134, 20),
      arms === 2 ? 30 : 0,
    ) +
      thick(circlePath(390, 390, 182), { dx: 26, dy: 30, fill: steel(s, 'slant'), side: '#55595e' }) +
      circle(390, 390, 168, { fill: '#1b1d1f' }) +
      around(
        3,
        390,
        390,
        () =>
          path('M420 345q80-30 132 0v90q-60 30-132 0Z', { fill: rubber(s, 'down') }) +
          path('M452 350q50-12 84 0', { stroke: '#fff', width: 3, opacity: 0.2 }),
        15,
      ) +
      circle(390, 390, 92, { fill: rubber(s, 'slant') }) +
      circle(390, 390, 58, { fill: steel(s, 'slant') }) +
      hole(390, 390, 28) +
      sheen(s, shapeOf(ringPath(390, 390, 182, 168)), 0.6),
  )
}

export const oilSump: Motif = (s) => {
  const metal = s.random.pick([castAluminium(s), flat(s, 220, 7, 25)])
  const rim = 'M120 270h560q22 0 22 22v226q0 22-22 22H120q-22 0-22-22V292q0-22 22-22Z'
  return turned(
    -9,
    thick(rim, { dx: 16, dy: 22, fill: metal, side: '#2d2f31' }) +
      box(134, 304, 532, 202, 20, { fill: '#17181a', opacity: 0.75 }) +
      path('M150 320h300l40 60h160v110H150Z', { fill: flat(s, 210, 5, 46) }) +
      path('M170 340h268l40 60h150v74H170Z', { fill: flat(s, 210, 5, 36) }) +
      times(8, (i) => hole(128 + i * 78, 286, 9)).join('') +
      times(8, (i) => hole(128 + i * 78, 524, 9)).join('') +
      boltHead(s, 236, 440, 22) +
      path(rim, { stroke: '#fff', width: 3, opacity: 0.4 }),
  )
}

/** A pump with pulley or gears: oil, injection, power steering, fuel high pressure. */
export const enginePump: Motif = (s) => {
  const outlets = s.random.pick([1, 2, 4])
  const coat = s.random.pick([castAluminium(s), flat(s, 28, 6, 46), flat(s, 205, 6, 62)])
  const body = 'M220 300l70-80h200l90 70v200l-70 90H290l-80-70Z'
  return turned(
    s.random.int(-18, 12),
    times(
      outlets,
      (i) =>
        tube(
          `M${320 + i * 70} 240C${320 + i * 70} 170 ${360 + i * 70} 160 ${380 + i * 70} 110`,
          24,
          STEEL_TUBE,
        ) + box(304 + i * 70, 208, 34, 40, 5, { fill: brass(s) }),
    ).join('') +
      thick(body, { dx: 30, dy: 30, fill: coat, side: '#4b4f53' }) +
      path(body, { stroke: '#fff', width: 3, opacity: 0.4 }) +
      circle(400, 400, 142, { fill: '#000', opacity: 0.25 }) +
      circle(394, 394, 138, { fill: brushed(s) }) +
      circle(394, 394, 118, { fill: coat }) +
      around(6, 394, 394, () => boltHead(s, 492, 394, 12), 30) +
      circle(394, 394, 66, { fill: steel(s, 'slant') }) +
      (s.random.chance(50)
        ? boltHead(s, 394, 394, 36)
        : hole(394, 394, 34) + circle(394, 394, 18, { fill: steel(s, 'slant') })) +
      hole(256, 316, 15) +
      hole(524, 306, 15) +
      hole(500, 540, 15) +
      hole(296, 540, 15),
  )
}
