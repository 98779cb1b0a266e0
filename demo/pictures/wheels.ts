import { blackPlastic, brushed, darkSteel, flat, hsl, round, rubber, steel, zinc } from './materials'
import {
  around,
  BLACK_TUBE,
  boltHead,
  box,
  circle,
  circlePath,
  ellipse,
  fans,
  group,
  hole,
  n,
  path,
  polar,
  ring,
  STEEL_TUBE,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif } from './studio'

/** Tread blocks by season: ribs and long grooves, sipes, or arrows. */
const tyre =
  (season: 'summer' | 'winter' | 'all'): Motif =>
  (s) => {
    const r = s.random.int(262, 282)
    const inner = r * s.random.number(0.56, 0.66)
    const cx = 360
    const slant = { summer: 0, winter: 2.6, all: -1.8 }[season]
    const sipe = (i: number) => {
      const at = (i * 360) / blocks
      const [x1, y1] = polar(cx, 400, r + 1, at)
      const [x2, y2] = polar(cx + 36, 406, r + 2, at + slant)
      const [x3, y3] = polar(cx + 72, 413, r, at)
      return path(`M${x1} ${y1}L${x2} ${y2}L${x3} ${y3}`, {
        stroke: '#08090a',
        width: season === 'winter' ? 5 : i % 2 ? 3 : 4.5,
      })
    }
    const blocks = { summer: 72, winter: 96, all: 84 }[season]
    return (
      times(13, (i) => circle(cx + 72 - i * 6, 413 - i, r, { fill: i % 3 ? '#2b2d30' : '#0b0b0c' })).join(
        '',
      ) +
      times(blocks, sipe).join('') +
      circle(cx, 400, r, {
        fill: s.radial(
          [
            [0, '#1b1c1e'],
            [0.72, '#2d2f32'],
            [0.9, '#3c3f43'],
            [1, '#1a1b1d'],
          ],
          [0.45, 0.42, 0.55],
        ),
      }) +
      times(4, (i) => circle(cx, 400, r - 22 - i * 20, { stroke: '#000', width: 2, opacity: 0.4 })).join('') +
      around(
        s.random.pick([2, 3]),
        cx,
        400,
        () =>
          times(s.random.int(7, 11), (i) => {
            const [x, y] = polar(cx, 400, r - 44, i * 5.4)
            return `<rect x="${n(x - 6)}" y="${n(y - 10)}" width="9" height="${s.random.pick([18, 18, 12])}" rx="2" fill="#6b7076" opacity=".8" transform="rotate(${n(i * 5.4 + 90)} ${x} ${y})"/>`
          }).join(''),
        s.random.int(0, 90),
      ) +
      path(
        `M${cx - r * 0.72} ${400 - r * 0.62}A${r * 0.95} ${r * 0.95} 0 0 1 ${cx + r * 0.3} ${400 - r * 0.9}`,
        { stroke: '#fff', width: 9, opacity: 0.2 },
      ) +
      circle(cx, 400, inner + 8, { fill: '#0b0b0c' }) +
      circle(cx + 14, 403, inner, {
        fill: s.linear([
          [0, '#1c1d1f'],
          [1, '#4a4d51'],
        ]),
      }) +
      circle(cx + 26, 406, inner - 26, { fill: '#e8dfd0' }) +
      circle(cx, 400, inner + 4, { stroke: '#55595e', width: 3 })
    )
  }
export const summerTyre = tyre('summer')
export const winterTyre = tyre('winter')
export const allSeasonTyre = tyre('all')

const FINISHES: Record<string, readonly [number, number, number]> = {
  silver: [210, 5, 76],
  black: [220, 6, 22],
  graphite: [215, 6, 42],
  diamond: [210, 4, 82],
}

export const alloyWheel: Motif = (s, kind = 'silver') => {
  const spokes = s.random.pick([5, 5, 6, 7, 10])
  const double = spokes < 7 && s.random.chance(55)
  const finish = kind === 'diamond' ? 'cut' : kind
  const [hue, sat, light] = FINISHES[kind] ?? [210, 5, 76]
  const metal = s.linear(
    [
      [0, hsl(hue, sat, light + 14)],
      [0.5, hsl(hue, sat, light)],
      [1, hsl(hue, sat, light - 22)],
    ],
    [0, 0, 1, 1],
  )
  const cx = 385
  const spoke = (turn: number) =>
    `<g transform="rotate(${turn} ${cx} 385)">${path(`M${cx + 50} 352q90-26 196-14v94q-110 12-196-14Z`.replace('352', double ? '366' : '352').replace('338', '352'), { fill: '#000', opacity: 0.3, extra: 'transform="translate(6 9)"' })}${path(double ? `M${cx + 50} 364q100-6 196 2v36q-100 8-196 4Z` : `M${cx + 50} 346q90-26 196-10v98q-110 12-196-10Z`, { fill: metal, stroke: finish === 'cut' ? '#26282b' : hsl(hue, sat, light - 26), width: finish === 'cut' ? 7 : 2 })}</g>`
  return (
    thick(circlePath(cx, 385, 282), { dx: 36, dy: 36, fill: metal, side: '#3a3d41' }) +
    circle(cx, 385, 268, {
      fill: s.linear([
        [0, '#24262a'],
        [1, '#4f5358'],
      ]),
    }) +
    circle(cx + 16, 401, 238, { fill: '#1a1b1d' }) +
    circle(cx + 22, 407, 150, {
      fill: s.radial([
        [0, '#5b5f64'],
        [1, '#2a2c2f'],
      ]),
    }) +
    times(spokes, (i) => {
      const at = (360 / spokes) * i - 90
      return double ? spoke(at - 9) + spoke(at + 9) : spoke(at)
    }).join('') +
    ring(cx, 385, 284, 254, { fill: metal }) +
    circle(cx, 385, 256, { stroke: '#000', width: 2, opacity: 0.35 }) +
    circle(cx, 385, 281, { stroke: '#fff', width: 4, opacity: 0.6 }) +
    fans(s, cx, 385, 284, 254, 0.8) +
    circle(cx, 385, 84, { fill: metal }) +
    around(5, cx, 385, () => hole(cx + 56, 385, 13), -90) +
    circle(cx, 385, 34, { fill: flat(s, 220, 6, 24) }) +
    circle(cx, 385, 33, { stroke: '#c5cacd', width: 4 })
  )
}

export const wheelBolt: Motif = (s) => {
  const black = s.random.chance(40)
  const metal = black ? round(s, 220, 6, 26) : steel(s)
  const one = (x: number, y: number, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn}) scale(.62)`,
      box(-46, 60, 92, 250, 5, { fill: metal }),
      times(14, (i) => path(`M-49 ${80 + i * 17}l98-8`, { stroke: '#000', width: 5, opacity: 0.3 })).join(''),
      path('M-90-10h180l-40 80h-100Z', { fill: metal }),
      box(-104, -40, 208, 40, 12, { fill: metal }),
      path('M-78-180h156v144H-78Z', { fill: metal }),
      path('M-30-180h4v144h-4ZM30-180h4v144h-4Z', { fill: '#000', opacity: 0.3 }),
      ellipse(0, -180, 78, 20, { fill: black ? '#3c4044' : '#d9dcde' }),
    )
  const count = s.random.pick([1, 4, 5])
  return count === 1
    ? group('translate(60 0)', group('translate(330 380) scale(1.5) translate(-330 -380)', one(330, 360, 28)))
    : times(count, (i) => one(180 + (i % 3) * 210, 270 + Math.floor(i / 3) * 280 + (i % 2) * 24, 20)).join('')
}

export const tpmsSensor: Motif = (s) =>
  turned(
    s.random.int(-30, -6),
    box(420, 376, 150, 34, 6, {
      fill: s.random.pick([steel(s, 'down'), round(s, 220, 6, 20, 'down'), round(s, 42, 52, 52, 'down')]),
    }) +
      box(560, 366, 40, 54, 6, { fill: steel(s, 'down') }) +
      box(596, 374, 84, 38, 8, { fill: blackPlastic(s) }) +
      times(5, (i) => box(604 + i * 14, 374, 5, 38, 2, { fill: '#000', opacity: 0.4 })).join('') +
      box(400, 352, 34, 82, 10, { fill: rubber(s, 'down') }) +
      thick('M160 300q0-30 30-34l170 20q40 10 40 60v90q0 50-40 60l-170 20q-30-4-30-34Z', {
        dx: 12,
        dy: 16,
        fill: s.random.pick([flat(s, 220, 6, 24), flat(s, 210, 8, 66), flat(s, 210, 40, 38)]),
        side: '#111214',
      }) +
      box(200, 320, 140, 120, 10, { fill: '#fff', opacity: 0.12 }) +
      ring(270, 380, 34, 26, { fill: '#fff', opacity: 0.5 }) +
      path('M270 352q20 26 0 54q-20-28 0-54', { fill: '#fff', opacity: 0.5 }),
  )

export const snowChains: Motif = (s) => {
  const link = (d: string, colour: string) =>
    `<path d="${d}" fill="none" stroke="#2f3236" stroke-width="15" stroke-dasharray="17 7" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${colour}" stroke-width="9" stroke-dasharray="17 7" stroke-linecap="round"/><path d="${d}" fill="none" stroke="#fff" stroke-width="2.4" stroke-dasharray="10 14" opacity=".7" transform="translate(-2 -2)"/>`
  const colour = s.random.pick(['#aab0b5', '#c2a76a', '#9aa0a5'])
  const rows = s.random.int(6, 8)
  return turned(
    s.random.int(-14, 10),
    `${times(rows, (i) => {
      const [x1, y1] = polar(400, 400, 250, (i * 360) / rows)
      const [x2, y2] = polar(400, 400, 120, (i * 360) / rows + 20)
      const [x3, y3] = polar(400, 400, 250, (i * 360) / rows + 26)
      return link(`M${x1} ${y1}L${x2} ${y2}L${x3} ${y3}`, colour)
    }).join(
      '',
    )}<circle cx="400" cy="400" r="254" fill="none" stroke="${s.random.pick(['#c0281e', '#e0862c', '#2a5fa0'])}" stroke-width="15"/>${circle(396, 396, 254, { stroke: '#fff', width: 3, opacity: 0.4 })}${link(circlePath(400, 400, 118), colour)}${box(620, 330, 74, 44, 8, { fill: s.random.pick([flat(s, 4, 66, 44), flat(s, 46, 80, 48)]) })}`,
  )
}
void BLACK_TUBE
void boltHead
void brushed
void darkSteel
void STEEL_TUBE
void tube
void zinc
