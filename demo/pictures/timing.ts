import { blackPlastic, brushed, castAluminium, flat, hsl, steel, zinc } from './materials'
import {
  around,
  boltHead,
  circle,
  circlePath,
  ellipse,
  fans,
  gearPath,
  group,
  hole,
  n,
  path,
  ring,
  shapeOf,
  sheen,
  thick,
  times,
  turned,
} from './shapes'
import type { Motif, Studio } from './studio'

/** The outline of a belt around two pulleys, relaxed. */
const beltPath = (cx: number, cy: number, w: number, h: number, squeeze: number) =>
  `M${cx} ${cy - h}C${cx + w} ${cy - h} ${cx + w + squeeze} ${cy - 20} ${cx + w * 0.86} ${cy + h * 0.3}S${cx + w * 0.5} ${cy + h} ${cx} ${cy + h}S${cx - w * 0.9} ${cy + h * 0.72} ${cx - w * 0.9} ${cy + h * 0.1}S${cx - w * 0.8} ${cy - h} ${cx} ${cy - h}Z`

const belt = (s: Studio, d: string, teeth: 'cogs' | 'ribs') => {
  const back = (shift: number, colour: string, width: number) =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" transform="translate(${shift} ${shift * 1.3})"/>`
  return (
    times(12, (i) => back(30 - i * 2.5, i === 0 ? '#0e0f10' : i % 2 ? '#25272a' : '#1d1f21', 22)).join('') +
    back(0, '#33363a', 22) +
    (teeth === 'cogs'
      ? `<path d="${d}" fill="none" stroke="#0c0d0e" stroke-width="16" stroke-dasharray="9 10" transform="translate(3 4)"/>`
      : times(3, (i) => back(6 + i * 8, '#4b5056', 1.6)).join('')) +
    `<path d="${d}" fill="none" stroke="#8b9299" stroke-width="2" opacity=".75" transform="translate(-6 -8)"/>` +
    `<path d="${d}" fill="none" stroke="${hsl(s.random.pick([42, 0, 210, 120]), 40, 78)}" stroke-width="2.4" opacity=".6" stroke-dasharray="70 40 26 60" transform="translate(15 20)"/>`
  )
}

export const timingBelt: Motif = (s) =>
  turned(
    s.random.int(-25, 20),
    belt(
      s,
      beltPath(390, 385, s.random.int(170, 240), s.random.int(225, 270), s.random.int(-120, 60)),
      'cogs',
    ),
  )
export const ribbedBelt: Motif = (s) =>
  turned(
    s.random.int(50, 100),
    belt(
      s,
      beltPath(390, 385, s.random.int(150, 210), s.random.int(250, 290), s.random.int(-150, 80)),
      'ribs',
    ),
  )

const pulleyBody = (s: Studio, cx: number, cy: number, r: number, face: 'smooth' | 'ribbed' | 'toothed') => {
  const tread = face === 'toothed' ? gearPath(cx, cy, r, 40, 11) : circlePath(cx, cy, r)
  const web = s.random.pick([castAluminium(s), blackPlastic(s), flat(s, 40, 12, 78), brushed(s)])
  return (
    thick(tread, { dx: 34, dy: 34, fill: steel(s, 'slant'), side: '#5f656b' }) +
    (face === 'ribbed'
      ? times(5, (i) =>
          ring(cx + 28 - i * 6, cy + 28 - i * 6, r, r - 4, { fill: i % 2 ? '#25282b' : '#8b9197' }),
        ).join('')
      : '') +
    path(tread, { fill: brushed(s) }) +
    circle(cx, cy, r * 0.86, { fill: web }) +
    circle(cx, cy, r * 0.86, { stroke: '#000', width: 2, opacity: 0.25 }) +
    around(s.random.pick([5, 6]), cx, cy, () =>
      ellipse(cx + r * 0.58, cy, r * 0.13, r * 0.17, { fill: '#000', opacity: 0.32 }),
    ) +
    circle(cx, cy, r * 0.4, { fill: steel(s, 'slant') }) +
    ring(cx, cy, r * 0.34, r * 0.24, { fill: '#2a2c2e' }) +
    circle(cx, cy, r * 0.24, { fill: zinc(s) }) +
    hole(cx, cy, r * 0.12) +
    sheen(s, shapeOf(circlePath(cx, cy, r)), 0.3)
  )
}

export const idlerPulley: Motif = (s) =>
  pulleyBody(s, 385, 380, s.random.int(200, 255), s.random.pick(['smooth', 'ribbed']))
export const tensioner: Motif = (s) => {
  const arm = s.random.chance(60)
  return group(
    `rotate(${s.random.int(-30, 20)} 400 400)`,
    (arm
      ? thick('M340 300q-70-30-96 30q-20 60 40 90l170 160q70 40 110-20q26-60-30-110Z', {
          dx: 16,
          dy: 20,
          fill: castAluminium(s),
          side: '#5d6267',
        }) +
        hole(276, 350, 20) +
        boltHead(s, 500, 540, 34)
      : '') + pulleyBody(s, arm ? 410 : 390, arm ? 400 : 380, s.random.int(165, 200), 'smooth'),
  )
}
export const crankPulley: Motif = (s) => {
  const r = s.random.int(225, 265)
  return (
    thick(circlePath(380, 375, r), { dx: 46, dy: 46, fill: steel(s, 'slant'), side: '#3c4044' }) +
    times(7, (i) => ring(422 - i * 6, 417 - i * 6, r, r - 4, { fill: i % 2 ? '#17191b' : '#7d848a' })).join(
      '',
    ) +
    circle(380, 375, r, { fill: brushed(s) }) +
    fans(s, 380, 375, r, r * 0.5, 0.4) +
    ring(380, 375, r * 0.86, r * 0.76, { fill: '#1c1d1f' }) +
    circle(380, 375, r * 0.76, { fill: castAluminium(s) }) +
    around(
      4,
      380,
      375,
      () =>
        path(`M${380 + r * 0.32} 335q${r * 0.3}-10 ${r * 0.34} 40t-${r * 0.34} 40q16-40 0-80Z`, {
          fill: '#2a2623',
        }),
      20,
    ) +
    circle(380, 375, r * 0.3, { fill: steel(s, 'slant') }) +
    boltHead(s, 380, 375, r * 0.17) +
    path(`M375 ${375 - r + 4}h10l-5 24Z`, { fill: '#f3d24c' })
  )
}

export const timingKit: Motif = (s) =>
  group(
    'translate(-50 -60) scale(.98)',
    belt(s, beltPath(430, 380, 225, 270, s.random.int(-60, 40)), 'cogs'),
  ) +
  group('translate(40 350) scale(.44)', pulleyBody(s, 385, 380, 230, 'smooth')) +
  group('translate(250 130) scale(.36)', pulleyBody(s, 385, 380, 230, 'toothed')) +
  group('translate(330 330) scale(.4)', pulleyBody(s, 385, 380, 230, 'smooth')) +
  times(3, (i) => boltHead(s, 600 + i * 46, 690 - i * 26, 17)).join('')

export const waterPump: Motif = (s) => {
  const blades = s.random.pick([6, 7, 8])
  const turnBy = s.random.int(-30, 30)
  const flange = `${gearPath(410, 360, 232, 5, 38)}`
  const impeller = s.random.chance(50) ? brushed(s) : blackPlastic(s)
  return turned(
    turnBy,
    thick(flange, { dx: 26, dy: 30, fill: castAluminium(s), side: '#686d72' }) +
      path(flange, { stroke: '#fff', width: 3, opacity: 0.5 }) +
      [
        [262, 268],
        [560, 250],
        [600, 360],
        [520, 506],
        [300, 470],
      ]
        .map(([x, y]) => circle(x ?? 0, y ?? 0, 26, { fill: steel(s, 'slant') }) + hole(x ?? 0, y ?? 0, 12))
        .join('') +
      circle(410, 360, 150, { fill: '#55595d' }) +
      ring(410, 360, 162, 148, { fill: '#2b7a4b' }) +
      around(blades, 410, 360, () =>
        path('M440 352q60-34 104-6q-30-10-44 10q-30 22-60 10Z', {
          fill: impeller,
          stroke: '#000',
          width: 1,
          opacity: 1,
        }),
      ) +
      circle(410, 360, 60, { fill: impeller }) +
      circle(410, 360, 58, { stroke: '#fff', width: 2, opacity: 0.4 }) +
      hole(410, 360, 24, '#8d9297'),
  )
}

/** Roller chain: link after link along an oval. */
export const timingChain: Motif = (s) => {
  const links = s.random.pick([60, 68, 76])
  const at = (i: number): [number, number] => {
    const a = (i * 2 * Math.PI) / links
    return [400 + Math.cos(a) * 165 + Math.sin(a * 2) * 34, 385 + Math.sin(a) * 265]
  }
  const plates = (dx: number, fill: string) =>
    times(links, (i) => {
      const [x1, y1] = at(i)
      const [x2, y2] = at(i + 1)
      return `<path d="M${n(x1 + dx)} ${n(y1 + dx)}L${n(x2 + dx)} ${n(y2 + dx)}" stroke="${i % 2 ? fill : '#4a4f54'}" stroke-width="${i % 2 ? 21 : 17}" stroke-linecap="round"/>`
    }).join('')
  const marked = s.random.pick([4, 10, 18])
  return turned(
    s.random.int(-30, 30),
    plates(16, '#2d3033') +
      plates(9, '#3d4145') +
      plates(0, '#9aa1a7') +
      times(links, (i) => {
        const [x, y] = at(i)
        return circle(x, y, 5.4, { fill: '#e7eaec', stroke: '#5a6066', width: 1.5 })
      }).join('') +
      [marked, marked + Math.round(links / 2)]
        .map((i) => {
          const [x1, y1] = at(i)
          const [x2, y2] = at(i + 1)
          return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="#c9963a" stroke-width="20" stroke-linecap="round"/>`
        })
        .join(''),
  )
}
