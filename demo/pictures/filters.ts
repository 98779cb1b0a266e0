import { aluminium, blackPlastic, brass, type Coat, flat, hsl, round, steel, zinc } from './materials'
import { box, can, circle, ellipse, group, hole, path, ring, thick, times, turned } from './shapes'
import { floorShade, type Motif, type Studio } from './studio'

/** Spin-on can: coat, height and the fluting at its top differ. */
const spinOnFilter: Motif = (s) => {
  const [hue, sat, light] = s.random.pick<Coat>([
    [212, 55, 34],
    [8, 62, 42],
    [36, 12, 86],
    [150, 34, 30],
    [220, 7, 20],
    [46, 78, 52],
    [204, 10, 62],
  ])
  const w = s.random.int(250, 310)
  const h = s.random.int(290, 390)
  const x = 400 - w / 2
  const y = 400 - h / 2
  const wall = round(s, hue, sat, light)
  const band = s.random.chance(60)
  return (
    floorShade(430, y + h + 14, w * 0.78) +
    can(x, y, w, h, { wall, lid: flat(s, hue, sat, light + 6) }) +
    times(26, (i) => {
      const at = -1 + (2 * (i + 0.5)) / 26
      return box(
        400 + Math.sin((at * Math.PI) / 2) * (w / 2 - 6) - 2,
        y + h - 66 + Math.cos((at * Math.PI) / 2) * 22,
        4.5,
        48,
        2,
        { fill: '#000', opacity: 0.17 },
      )
    }).join('') +
    (band
      ? path(
          `M${x} ${y + h * 0.28}a${w / 2} ${w * 0.08} 0 0 0 ${w} 0v${h * 0.3}a${w / 2} ${w * 0.08} 0 0 1 ${-w} 0Z`,
          {
            fill: s.linear(
              [
                [0, '#d8d3c8'],
                [0.3, '#fffdf8'],
                [0.7, '#d8d3c8'],
                [1, '#a8a297'],
              ],
              [0, 0, 1, 0],
            ),
            opacity: 0.94,
          },
        ) +
        path(
          `M${x + 30} ${y + h * 0.42 + w * 0.068}q${w / 2 - 30} ${w * 0.05} ${w - 60} 0v16q-${w / 2 - 30} ${w * 0.05}-${w - 60} 0Z`,
          { fill: hsl(hue, sat, light) },
        )
      : '') +
    ellipse(400, y, w / 2, w * 0.08, { fill: zinc(s) }) +
    ellipse(400, y, w / 2 - 12, w * 0.066, { fill: '#3d3a37' }) +
    ellipse(400, y + 2, w / 2 - 26, w * 0.056, { fill: steel(s, 'slant') }) +
    around2(8, 400, y + 1, w * 0.28, w * 0.036, (px, py) => ellipse(px, py, 9, 4, { fill: '#221f1d' })) +
    ellipse(400, y + 1, w * 0.14, w * 0.03, { fill: '#141210' })
  )
}

const around2 = (
  count: number,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  one: (x: number, y: number) => string,
) =>
  times(count, (i) =>
    one(cx + rx * Math.cos((i * 2 * Math.PI) / count), cy + ry * Math.sin((i * 2 * Math.PI) / count)),
  ).join('')

/** Paper cartridge between two end plates. */
const filterElement: Motif = (s) => {
  const w = s.random.int(240, 300)
  const h = s.random.int(250, 390)
  const hue = s.random.pick([42, 30, 90, 200])
  const ends = s.random.pick([
    flat(s, 150, 30, 40),
    flat(s, 220, 8, 24),
    flat(s, 20, 70, 52),
    flat(s, 40, 12, 84),
  ])
  const x = 400 - w / 2
  const y = 400 - h / 2
  const plate = (at: number) => can(x - 10, at, w + 20, 20, { wall: ends, lid: ends, tilt: 0.17 })
  return (
    floorShade(430, y + h + 22, w * 0.8) +
    plate(y + h - 6) +
    can(x, y, w, h, { wall: round(s, hue, 40, 74), lid: '#000', tilt: 0.17 }) +
    times(40, (i) => {
      const a = (-1 + (2 * (i + 0.5)) / 40) * 1.5
      return box(
        400 + Math.sin(a) * (w / 2 - 3) - 1.5,
        y + Math.cos(a) * w * 0.08,
        3.4 * Math.cos(a) + 0.6,
        h,
        1,
        { fill: hsl(hue, 40, 34), opacity: 0.42 },
      )
    }).join('') +
    plate(y - 8) +
    ellipse(400, y - 8, w * 0.27, w * 0.045, { fill: '#1b1917' }) +
    ellipse(400, y - 8, w * 0.27, w * 0.045, { stroke: '#fff', width: 2, opacity: 0.4 }) +
    (s.random.chance(50)
      ? can(400 - w * 0.2, y - 52, w * 0.4, 44, { wall: ends, lid: '#1b1917', tilt: 0.17 })
      : '')
  )
}

/** A pleated panel in its sealing frame. */
const panel = (
  s: Studio,
  {
    hue,
    saturation,
    lightness,
    frame,
    w,
    h,
    pleats,
  }: {
    hue: number
    saturation: number
    lightness: number
    frame: string
    w: number
    h: number
    pleats: number
  },
) => {
  const x = 400 - w / 2
  const y = 400 - h / 2
  const step = (w - 60) / pleats
  const pleat = s.linear(
    [
      [0, hsl(hue, saturation, lightness + 12)],
      [0.5, hsl(hue, saturation, lightness)],
      [1, hsl(hue, saturation, lightness - 22)],
    ],
    [0, 0, 1, 0],
  )
  const outline = `M${x + 26} ${y}h${w - 52}q26 0 26 26v${h - 52}q0 26-26 26h${52 - w}q-26 0-26-26v${52 - h}q0-26 26-26Z`
  return (
    thick(outline, { dx: 18, dy: 26, fill: frame, side: '#1c1b1a' }) +
    box(x + 24, y + 24, w - 48, h - 48, 8, { fill: '#1c1b1a' }) +
    times(pleats, (i) => box(x + 30 + i * step, y + 30, step + 0.4, h - 60, 0, { fill: pleat })).join('') +
    box(x + 30, y + 30, w - 60, 18, 0, { fill: '#000', opacity: 0.22 }) +
    box(x + 30, y + 30, 12, h - 60, 0, { fill: '#000', opacity: 0.18 }) +
    path(outline, { stroke: '#fff', width: 3, opacity: 0.35 })
  )
}

export const airFilter: Motif = (s) => {
  const frame = s.random.pick([
    flat(s, 14, 72, 46),
    flat(s, 220, 8, 24),
    flat(s, 205, 60, 42),
    flat(s, 45, 75, 52),
  ])
  return turned(
    s.random.int(-16, -6),
    panel(s, {
      hue: s.random.pick([42, 38, 48, 0]),
      saturation: s.random.pick([52, 40, 8]),
      lightness: 78,
      frame,
      w: s.random.int(430, 600),
      h: s.random.int(290, 400),
      pleats: s.random.int(20, 32),
    }),
  )
}

/** White for pollen, grey for activated charcoal. */
export const cabinFilter: Motif = (s, kind) => {
  const charcoal = kind === 'charcoal'
  const back = s.random.chance(45)
  const one = (lightness: number) =>
    panel(s, {
      hue: 215,
      saturation: charcoal ? 5 : 12,
      lightness,
      frame: charcoal ? flat(s, 215, 5, 42) : flat(s, 210, 14, 90),
      w: s.random.int(470, 560),
      h: s.random.int(270, 330),
      pleats: s.random.int(24, 36),
    })
  return (
    (back ? group('translate(60 -120) rotate(-8 400 400) scale(.9)', one(charcoal ? 40 : 88)) : '') +
    group(`translate(0 ${back ? 70 : 0}) rotate(-12 400 400)`, one(charcoal ? 40 : 88))
  )
}

const inlineFilter: Motif = (s) => {
  const shell = s.random.pick([
    aluminium(s, 'down'),
    round(s, 220, 6, 28, 'down'),
    round(s, 210, 20, 80, 'down'),
    round(s, 210, 50, 36, 'down'),
  ])
  const long = s.random.int(300, 390)
  const x = 400 - long / 2
  return turned(
    s.random.int(-34, -18),
    box(x - 110, 378, 130, 34, 6, { fill: steel(s, 'down') }) +
      box(x - 84, 372, 12, 46, 5, { fill: steel(s, 'down') }) +
      box(x + long - 10, 378, 130, 34, 6, { fill: steel(s, 'down') }) +
      box(x + long + 66, 372, 12, 46, 5, { fill: steel(s, 'down') }) +
      (s.random.chance(50) ? box(x + long - 10, 330, 90, 24, 6, { fill: steel(s, 'down') }) : '') +
      box(x, 285, long, 220, 34, { fill: shell }) +
      box(x + 44, 281, 12, 228, 4, { fill: '#000', opacity: 0.16 }) +
      box(x + long - 56, 281, 12, 228, 4, { fill: '#000', opacity: 0.16 }) +
      path(`M${x + long * 0.36} 396h${long * 0.2}v-18l44 34-44 34v-18h${-long * 0.2}Z`, {
        fill: '#000',
        opacity: 0.28,
      }),
  )
}

/** Flat transmission filter with its suction neck and pan gasket. */
export const gearboxFilter: Motif = (s) => {
  const w = s.random.int(420, 500)
  const d = `M${400 - w / 2} 250q0-50 60-50h${w - 150}l40 40h50q30 0 30 40v230q0 60-60 60h${-w + 120}q-60 0-60-60Z`
  return turned(
    -8,
    thick(d, { dx: 16, dy: 22, fill: flat(s, 220, 6, 24), side: '#0f0f10' }) +
      path(d, { stroke: '#858b92', width: 3, opacity: 0.5 }) +
      group('translate(400 400) scale(.8) translate(-400 -400)', path(d, { fill: flat(s, 36, 40, 72) })) +
      times(9, (i) =>
        box(400 - w * 0.34 + i * w * 0.078, 268, 5, 230, 2, { fill: '#6b5a3b', opacity: 0.4 }),
      ).join('') +
      circle(400 - w * 0.27, 500, 58, { fill: blackPlastic(s) }) +
      hole(400 - w * 0.27, 500, 38),
  )
}

export const drainPlug: Motif = (s) => {
  const metal = s.random.pick([
    steel(s, 'down'),
    brass(s, 'down'),
    round(s, 220, 7, 30, 'down'),
    aluminium(s, 'down'),
  ])
  const threads = s.random.int(11, 17)
  return (
    turned(
      s.random.int(-38, -20),
      box(390, 330, threads * 17, 140, 6, { fill: metal }) +
        times(threads, (i) =>
          path(`M${398 + i * 17} 324l9 152`, { stroke: '#000', width: 6, opacity: 0.32 }),
        ).join('') +
        box(370, 268, 30, 264, 8, {
          fill: s.random.pick([round(s, 22, 58, 52, 'down'), aluminium(s, 'down')]),
        }) +
        box(330, 262, 44, 276, 10, { fill: metal }) +
        path('M216 300l30-20h90v240h-90l-30-20Z', { fill: metal }) +
        box(216, 362, 120, 4, 0, { fill: '#000', opacity: 0.3 }) +
        box(216, 438, 120, 4, 0, { fill: '#000', opacity: 0.3 }),
    ) +
    group(
      'translate(150 590) scale(.9)',
      ring(0, 0, 74, 46, { fill: s.random.pick([round(s, 22, 58, 56, 'slant'), aluminium(s, 'slant')]) }),
      circle(0, 0, 73, { stroke: '#fff', width: 2, opacity: 0.5 }),
    )
  )
}

export const oilFilter: Motif = (s, kind) => (kind === 'element' ? filterElement(s) : spinOnFilter(s))
export const fuelFilter: Motif = (s, kind) => (kind === 'cartridge' ? filterElement(s) : inlineFilter(s))
