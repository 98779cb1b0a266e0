import { aluminium, blackPlastic, type Coat, darkSteel, flat, hsl, round, rubber, steel } from './materials'
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
import { floorShade, type Motif } from './studio'

const PAINTS = [
  [4, 66, 42],
  [210, 60, 38],
  [46, 80, 48],
  [220, 7, 24],
  [24, 84, 48],
] as const

export const jack: Motif = (s) => {
  const [hue, sat, light] = s.random.pick(PAINTS)
  const paint = flat(s, hue, sat, light)
  if (s.random.chance(50))
    return (
      floorShade(420, 640, 300) +
      path('M110 560l40-60h430l90 60v60H110Z', { fill: paint }) +
      box(110, 556, 560, 10, 0, { fill: '#fff', opacity: 0.25 }) +
      [160, 610]
        .map(
          (x) =>
            circle(x, 626, 36, { fill: darkSteel(s, 'slant') }) + circle(x, 626, 14, { fill: '#17181a' }),
        )
        .join('') +
      path('M220 500l330-210 40 34-270 196Z', { fill: flat(s, hue, sat, light - 6) }) +
      ellipse(576, 290, 64, 18, { fill: rubber(s) }) +
      box(548, 292, 56, 40, 6, { fill: darkSteel(s) }) +
      tube('M190 490L90 130', 26, STEEL_TUBE) +
      box(60, 90, 60, 90, 20, { fill: rubber(s) }) +
      boltHead(s, 270, 500, 18)
    )
  return (
    floorShade(410, 660, 260) +
    box(250, 620, 300, 34, 8, { fill: paint }) +
    tube('M280 620L400 500', 38, {
      dark: hsl(hue, sat, light - 16),
      body: hsl(hue, sat, light),
      light: hsl(hue, sat, light + 26),
    }) +
    tube('M520 620L400 500', 38, {
      dark: hsl(hue, sat, light - 16),
      body: hsl(hue, sat, light - 4),
      light: hsl(hue, sat, light + 20),
    }) +
    tube('M200 420L400 540', 38, {
      dark: hsl(hue, sat, light - 16),
      body: hsl(hue, sat, light),
      light: hsl(hue, sat, light + 26),
    }) +
    tube('M600 420L400 540', 38, {
      dark: hsl(hue, sat, light - 16),
      body: hsl(hue, sat, light - 4),
      light: hsl(hue, sat, light + 20),
    }) +
    tube('M200 420L370 270', 38, {
      dark: hsl(hue, sat, light - 16),
      body: hsl(hue, sat, light),
      light: hsl(hue, sat, light + 26),
    }) +
    tube('M600 420L430 270', 38, {
      dark: hsl(hue, sat, light - 16),
      body: hsl(hue, sat, light - 4),
      light: hsl(hue, sat, light + 20),
    }) +
    tube('M120 420H690', 16, STEEL_TUBE) +
    boltHead(s, 200, 420, 26) +
    boltHead(s, 600, 420, 26) +
    box(340, 236, 120, 40, 8, { fill: darkSteel(s, 'down') }) +
    tube('M690 420h50v60h40', 12, STEEL_TUBE)
  )
}

export const torqueWrench: Motif = (s) => {
  const [hue, sat, light] = s.random.pick(PAINTS)
  return turned(
    s.random.int(-46, -32),
    thick(circlePath(130, 400, 62), { dx: 6, dy: 10, fill: steel(s, 'slant'), side: '#4c5156' }) +
      circle(130, 400, 40, { fill: darkSteel(s, 'slant') }) +
      box(112, 382, 36, 36, 4, { fill: steel(s, 'slant') }) +
      box(180, 378, 330, 44, 10, { fill: aluminium(s, 'down') }) +
      box(430, 372, 70, 56, 6, { fill: '#f3f3f0' }) +
      times(9, (i) => box(436 + i * 7, 374, 2, i % 3 ? 12 : 22, 0, { fill: '#222' })).join('') +
      box(500, 366, 240, 68, 20, { fill: round(s, hue, sat, light, 'down') }) +
      times(13, (i) => box(524 + i * 15, 366, 6, 68, 3, { fill: '#000', opacity: 0.22 })).join('') +
      box(736, 374, 36, 52, 12, { fill: blackPlastic(s) }),
  )
}

export const batteryCharger: Motif = (s) => {
  const [hue, sat, light] = s.random.pick(PAINTS)
  const clamp = (x: number, y: number, red: boolean, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      path('M0 0l110-26 20 14-110 30Z', { fill: red ? '#c0281e' : '#26282b' }),
      path('M0 8l112 20 18-12-110-26Z', { fill: red ? '#8f1b13' : '#17181a' }),
      path('M116-20l40-6 4 10-36 12Z', { fill: '#c39a4a' }),
      boltHead(s, 40, 4, 9),
    )
  return (
    tube('M330 520C300 660 180 640 140 640', 13, { dark: '#5c1712', body: '#b5342a', light: '#f29b92' }) +
    tube('M400 520C420 660 520 660 560 640', 13, BLACK_TUBE) +
    clamp(150, 634, true, 172) +
    clamp(550, 640, false, 12) +
    tube('M560 250C680 180 720 240 740 330', 13, BLACK_TUBE) +
    thick('M220 200h350q40 0 40 40v240q0 50-50 50H230q-50 0-50-50V240q0-40 40-40Z', {
      dx: 16,
      dy: 20,
      fill: flat(s, 220, 6, 24),
      side: '#0b0b0c',
    }) +
    box(210, 230, 370, 150, 16, { fill: flat(s, hue, sat, light) }) +
    box(240, 256, 170, 90, 8, { fill: '#14231a' }) +
    path('M260 280h40v40m30-40h30v20h-30v20h30m24 0h6', { stroke: '#8dffb0', width: 7 }) +
    times(3, (i) => circle(450 + i * 44, 300, 11, { fill: ['#52d273', '#f2b33d', '#e0483c'][i] })).join('') +
    times(6, (i) => box(240 + i * 54, 420, 36, 60, 5, { fill: '#0b0b0c', opacity: 0.6 })).join('')
  )
}

export const diagnosticTool: Motif = (s) => {
  const [hue, sat, light] = s.random.pick(PAINTS)
  const screen = s.random.pick(['#0f2f52', '#12301f', '#1d1d24'])
  return (
    tube('M400 130C400 60 620 60 650 180S720 380 640 470', 20, BLACK_TUBE) +
    group(
      'translate(560 480) rotate(24)',
      path('M0 0h160l-20 120H20Z', { fill: flat(s, 220, 6, 24) }),
      times(8, (i) => box(24 + i * 15, 96, 8, 16, 1, { fill: '#c39a4a' })).join(''),
    ) +
    thick('M230 140h260q50 0 50 50v420q0 60-60 60H240q-60 0-60-60V190q0-50 50-50Z', {
      dx: 16,
      dy: 22,
      fill: flat(s, hue, sat, light),
      side: hsl(hue, sat, light - 18),
    }) +
    box(206, 180, 308, 250, 16, { fill: '#101113' }) +
    box(222, 196, 276, 218, 6, { fill: screen }) +
    path('M240 350l40-30 30 16 40-70 44 50 30-24 50 10', { stroke: '#79d0ff', width: 5 }) +
    times(4, (i) => box(240, 216 + i * 18, 120 - i * 18, 7, 2, { fill: '#fff', opacity: 0.7 })).join('') +
    box(410, 214, 70, 34, 5, { fill: '#52d273', opacity: 0.9 }) +
    circle(360, 530, 66, { fill: flat(s, 220, 6, 24) }) +
    circle(360, 530, 28, { fill: flat(s, 220, 6, 40) }) +
    times(
      4,
      (i) => `<path d="M352 484l8-12 8 12Z" fill="#fff" opacity=".8" transform="rotate(${i * 90} 360 530)"/>`,
    ).join('') +
    circle(240, 610, 22, { fill: '#c0281e' }) +
    circle(480, 610, 22, { fill: '#3b9c58' })
  )
}

export const floorMats: Motif = (s) => {
  const carpet = s.random.chance(55)
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 5, 24],
    [220, 4, 40],
    [36, 18, 60],
    [215, 20, 26],
    [12, 24, 26],
  ])
  const trim = hsl(s.random.pick([4, 210, 46, 0]), s.random.pick([60, 4]), 48)
  const mat = (x: number, y: number, w: number, h: number) => {
    const d = `M${x + 20} ${y}h${w - 60}l30 40q10 10 10 30v${h - 100}q0 30-30 30H${x + 30}q-30 0-30-30V${y + 30}q0-30 20-30Z`
    return (
      thick(d, { dx: 6, dy: 9, fill: flat(s, hue, sat, light), side: hsl(hue, sat, light - 14) }) +
      path(d, { stroke: trim, width: 5, opacity: 0.9 }) +
      (carpet
        ? times(26, (i) =>
            path(`M${x + 18} ${y + 20 + i * ((h - 40) / 26)}h${w - 50}`, {
              stroke: '#fff',
              width: 1.4,
              opacity: 0.1,
            }),
          ).join('')
        : times(Math.round(w / 26), (i) =>
            box(x + 22 + i * 25, y + 50, 9, h - 84, 4, { fill: '#000', opacity: 0.24 }),
          ).join('')) +
      box(x + w * 0.2, y + h * 0.52, w * 0.5, h * 0.26, 8, { fill: '#000', opacity: 0.16 }) +
      hole(x + w * 0.3, y + h - 24, 8)
    )
  }
  return turned(
    -5,
    mat(140, 130, 240, 310) + mat(430, 130, 240, 310) + mat(140, 490, 240, 180) + mat(430, 490, 240, 180),
  )
}

export const roofBars: Motif = (s) => {
  const black = s.random.chance(40)
  const bar = (y: number) =>
    box(60, y, 680, 44, 20, { fill: black ? round(s, 220, 6, 24, 'down') : aluminium(s, 'down') }) +
    box(70, y + 16, 660, 7, 3, { fill: '#000', opacity: 0.28 }) +
    [130, 590]
      .map(
        (x) =>
          path(`M${x} ${y + 20}h90l20 70q4 26-24 26h-82q-28 0-24-26Z`, { fill: blackPlastic(s) }) +
          circle(x + 45, y + 72, 14, { fill: steel(s, 'slant') }) +
          box(x - 6, y + 110, 104, 16, 7, { fill: rubber(s) }),
      )
      .join('')
  return turned(-14, bar(250) + bar(450))
}
void around
void ring
void boltHead
