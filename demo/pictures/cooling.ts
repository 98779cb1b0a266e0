import {
  aluminium,
  blackPlastic,
  brass,
  type Coat,
  castAluminium,
  flat,
  hsl,
  round,
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
  polar,
  ring,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif, Studio } from './studio'

const core = (s: Studio, x: number, y: number, w: number, h: number, tone: number) => {
  const rows = Math.round(h / 13)
  return (
    box(x, y, w, h, 0, { fill: hsl(210, 4, tone - 40) }) +
    times(Math.round(w / 5), (i) => box(x + i * 5, y, 2.2, h, 0, { fill: hsl(210, 5, tone - 4) })).join('') +
    times(rows, (i) => box(x, y + i * (h / rows), w, 5, 0, { fill: hsl(210, 5, tone + 6) })).join('') +
    box(x, y, w, h, 0, {
      fill: s.linear(
        [
          [0, '#fff', 0.5],
          [0.4, '#fff', 0],
          [1, '#000', 0.28],
        ],
        [0, 0, 1, 1],
      ),
    })
  )
}

export const radiator: Motif = (s) => {
  const w = s.random.int(420, 500)
  const h = s.random.int(300, 370)
  const x = 400 - w / 2
  const y = 400 - h / 2
  const side = (at: number) =>
    box(at, y - 16, 62, h + 32, 16, { fill: round(s, 220, 6, 20) }) +
    times(6, (i) => box(at, y + 10 + i * (h / 6), 62, 8, 2, { fill: '#000', opacity: 0.3 })).join('')
  return turned(
    s.random.int(-8, -3),
    box(x + 18, y + 24, w, h, 4, { fill: '#2c2e30' }) +
      core(s, x, y, w, h, s.random.int(64, 78)) +
      box(x - 6, y - 14, w + 12, 22, 3, { fill: aluminium(s, 'down') }) +
      box(x - 6, y + h - 8, w + 12, 22, 3, { fill: aluminium(s, 'down') }) +
      side(x - 54) +
      side(x + w - 8) +
      box(x - 110, y + 24, 70, 48, 10, { fill: round(s, 220, 6, 24, 'down') }) +
      box(x + w + 44, y + h - 80, 70, 48, 10, { fill: round(s, 220, 6, 24, 'down') }) +
      (s.random.chance(50) ? box(x + w - 2, y - 60, 50, 50, 8, { fill: blackPlastic(s) }) : '') +
      box(x + 40, y + h + 8, 26, 26, 4, { fill: blackPlastic(s) }) +
      box(x + w - 70, y + h + 8, 26, 26, 4, { fill: blackPlastic(s) }),
  )
}

/** Condenser: thin, with its drier at the side. */
export const condenser: Motif = (s) => {
  const h = s.random.int(260, 330)
  const y = 400 - h / 2
  return turned(
    -5,
    core(s, 140, y, 500, h, s.random.int(66, 80)) +
      box(118, y - 8, 26, h + 16, 10, { fill: aluminium(s) }) +
      box(636, y - 8, 26, h + 16, 10, { fill: aluminium(s) }) +
      (s.random.chance(60) ? box(668, y + 10, 46, h - 10, 20, { fill: aluminium(s) }) : '') +
      box(86, y + 24, 44, 40, 6, { fill: castAluminium(s) }) +
      hole(108, y + 44, 12) +
      box(86, y + h - 90, 44, 40, 6, { fill: castAluminium(s) }) +
      hole(108, y + h - 70, 10),
  )
}

export const heaterCore: Motif = (s) => {
  const h = s.random.int(240, 290)
  const y = 420 - h / 2
  return turned(
    -10,
    core(s, 220, y, 360, h, 72) +
      box(196, y - 10, 40, h + 20, 14, { fill: round(s, 220, 6, 22) }) +
      box(566, y - 10, 40, h + 20, 14, { fill: round(s, 220, 6, 22) }) +
      tube(`M216 ${y + 40}C80 ${y + 20} 120 150 200 140`, 34, STEEL) +
      tube(`M216 ${y + 110}C20 ${y + 90} 60 90 260 90`, 34, STEEL),
  )
}
const STEEL = { dark: '#7c8287', body: '#bcc1c5', light: '#fff' }

export const intercooler: Motif = (s) =>
  turned(
    -6,
    core(s, 230, 270, 340, 250, 70) +
      path('M230 262v266l-70-20q-30-10-30-40V330q0-30 30-44Z', { fill: castAluminium(s) }) +
      path('M570 262v266l70-20q30-10 30-40V330q0-30-30-44Z', { fill: castAluminium(s) }) +
      ellipse(150, 280, 58, 26, { fill: steel(s, 'slant') }) +
      ellipse(150, 276, 44, 18, { fill: '#1b1c1e' }) +
      ellipse(650, 280, 58, 26, { fill: steel(s, 'slant') }) +
      ellipse(650, 276, 44, 18, { fill: '#1b1c1e' }) +
      box(224, 256, 352, 16, 3, { fill: aluminium(s, 'down') }) +
      box(224, 518, 352, 16, 3, { fill: aluminium(s, 'down') }),
  )

export const thermostat: Motif = (s) => {
  const housing = s.random.chance(55)
  return turned(
    s.random.int(-24, 18),
    housing
      ? box(470, 300, 210, 96, 18, { fill: round(s, 220, 6, 22, 'down') }) +
          box(640, 292, 16, 112, 6, { fill: blackPlastic(s) }) +
          thick(circlePath(360, 400, 180), {
            dx: 22,
            dy: 28,
            fill: s.random.pick([castAluminium(s), flat(s, 220, 7, 24)]),
            side: '#2c2e30',
          }) +
          ring(360, 400, 136, 122, { fill: '#2b7a4b' }) +
          circle(360, 400, 122, { fill: '#26282a' }) +
          circle(360, 400, 92, { fill: brass(s, 'slant') }) +
          circle(360, 400, 30, { fill: steel(s, 'slant') }) +
          around(3, 360, 400, () => boltHead(s, 512, 400, 14), 50)
      : thick(circlePath(390, 390, 190), { dx: 8, dy: 12, fill: steel(s, 'slant'), side: '#70767b' }) +
          ring(390, 390, 196, 178, { fill: '#26282a' }) +
          circle(390, 390, 132, { fill: brass(s, 'slant') }) +
          circle(390, 390, 130, { stroke: '#fff', width: 3, opacity: 0.5 }) +
          path('M300 250q90-70 180 0l-30 40q-60-40-120 0Z', { fill: steel(s) }) +
          path('M300 530q90 70 180 0l-30-40q-60 40-120 0Z', { fill: steel(s) }) +
          box(360, 220, 60, 340, 20, { fill: steel(s) }) +
          times(6, (i) =>
            path(`M352 ${300 + i * 30}q48 22 96 0`, { stroke: '#5d6368', width: 8, opacity: 0.7 }),
          ).join('') +
          circle(390, 390, 40, { fill: brass(s, 'slant') }) +
          circle(390, 540, 9, { fill: '#c99b45' }),
  )
}

export const coolingFan: Motif = (s) => {
  const blades = s.random.pick([5, 7, 9])
  const frame = 'M130 160q0-40 40-40h460q40 0 40 40v460q0 40-40 40H170q-40 0-40-40Z'
  const shroud = s.random.chance(65)
  return (
    (shroud
      ? thick(frame + circlePath(400, 390, 236), {
          dx: 14,
          dy: 20,
          fill: flat(s, 220, 6, 24),
          side: '#0c0d0e',
        }) +
        path(frame, { stroke: '#6f757b', width: 3, opacity: 0.6 }) +
        circle(400, 390, 240, { stroke: '#6f757b', width: 4, opacity: 0.5 })
      : '') +
    around(
      blades,
      400,
      390,
      (i) =>
        path('M440 372C500 290 560 290 626 330C616 390 590 420 560 436C510 400 470 400 436 410Z', {
          fill: s.linear([
            [0, '#4a4e53'],
            [1, '#1a1b1d'],
          ]),
          stroke: '#0b0b0c',
          width: 1,
          opacity: i === 0 ? 1 : 1,
        }),
      s.random.int(0, 40),
    ) +
    circle(404, 396, 92, { fill: '#000', opacity: 0.4 }) +
    circle(400, 390, 88, { fill: flat(s, 220, 6, 30) }) +
    circle(400, 390, 86, { stroke: '#8a9097', width: 3, opacity: 0.6 }) +
    circle(400, 390, 40, { fill: steel(s, 'slant') }) +
    around(3, 400, 390, () => boltHead(s, 462, 390, 9)) +
    (shroud
      ? times(4, (i) => {
          const [x, y] = polar(400, 390, 300, 45 + i * 90)
          return hole(x, y, 14)
        }).join('')
      : '')
  )
}

/** Moulded hose with clamps. */
export const coolantHose: Motif = (s) => {
  const swing = s.random.int(-90, 90)
  const d = s.random.pick([
    `M180 230C330 ${180 + swing} 300 ${430 + swing} 430 ${430 - swing / 2}S540 620 640 570`,
    `M170 520C210 250 ${360 + swing} 200 ${420 + swing / 2} 330S520 600 640 420`,
  ])
  const clamp = (x: number, y: number, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      box(-13, -46, 26, 92, 4, { fill: steel(s) }),
      box(-20, -62, 40, 26, 5, { fill: steel(s, 'down') }),
      box(-5, -72, 10, 14, 2, { fill: '#6d7378' }),
    )
  const points = d.startsWith('M180')
    ? ([214, 232, -12, 606, 584, -24] as const)
    : ([178, 474, -78, 618, 462, -58] as const)
  return (
    tube(d, 82, s.random.chance(75) ? BLACK_TUBE : { dark: '#0d2f5c', body: '#1d5aa6', light: '#8fc0f5' }) +
    clamp(points[0], points[1], points[2]) +
    clamp(points[3], points[4], points[5])
  )
}

export const expansionTank: Motif = (s) => {
  const cap = s.random.pick<Coat>([
    [220, 7, 18],
    [46, 84, 50],
    [210, 70, 42],
    [6, 66, 44],
  ])
  const level = s.random.int(420, 500)
  const d = s.random.pick([
    'M200 300q0-60 60-60h280q60 0 60 60v250q0 50-50 50H250q-50 0-50-50Z',
    'M240 280q20-50 80-50h160q140 20 150 170q0 180-190 200h-120q-120-10-130-140Z',
  ])
  return turned(
    -4,
    `${path(d, {
      fill: s.linear(
        [
          [0, '#fffdf6'],
          [0.4, '#f3ecd9'],
          [1, '#cbbf9f'],
        ],
        [0, 0, 1, 1],
      ),
    })}<g clip-path="${s.clip(`<path d="${d}"/>`)}"><rect x="100" y="${level}" width="600" height="400" fill="${hsl(s.random.pick([330, 140, 205, 45]), 62, 58)}" opacity=".5"/></g>${path(d, { stroke: '#b5a988', width: 5 })}${path('M200 400h400M200 480h400', { stroke: '#b5a988', width: 4, opacity: 0.5 })}${times(2, (i) => box(560, 440 + i * 70, 26, 5, 2, { fill: '#8a7d5b' })).join('')}${box(340, 150, 130, 96, 12, { fill: round(s, ...cap) })}${times(11, (i) => box(346 + i * 11.5, 158, 5, 82, 2, { fill: '#000', opacity: 0.25 })).join('')}${box(590, 300, 80, 34, 8, { fill: '#efe7d0', stroke: '#b5a988', width: 3 })}${box(150, 540, 70, 40, 8, { fill: '#efe7d0', stroke: '#b5a988', width: 3 })}${path('M250 270q70-16 130-14', { stroke: '#fff', width: 10, opacity: 0.8 })}`,
  )
}
