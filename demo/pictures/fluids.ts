import { type Coat, hsl, round } from './materials'
import { box, circle, ellipse, path, times } from './shapes'
import { floorShade, type Motif, type Studio } from './studio'

const label = (
  s: Studio,
  x: number,
  y: number,
  w: number,
  h: number,
  [hue, sat, light]: Coat,
  mark: 'drop' | 'gear' | 'flake' | 'road' | 'leaf',
) => {
  const drawn = {
    drop: path(
      `M${x + w / 2} ${y + h * 0.16}q${h * 0.2} ${h * 0.24} ${h * 0.2} ${h * 0.36}a${h * 0.2} ${h * 0.2} 0 0 1 ${-h * 0.4} 0q0-${h * 0.12} ${h * 0.2}-${h * 0.36}Z`,
      { fill: '#fff', opacity: 0.94 },
    ),
    gear:
      times(
        8,
        (i) =>
          `<rect x="${x + w / 2 - 8}" y="${y + h * 0.1}" width="16" height="${h * 0.6}" rx="3" fill="#fff" transform="rotate(${i * 22.5} ${x + w / 2} ${y + h * 0.4})"/>`,
      ).join('') +
      circle(x + w / 2, y + h * 0.4, h * 0.22, { fill: '#fff' }) +
      circle(x + w / 2, y + h * 0.4, h * 0.1, { fill: hsl(hue, sat, light) }),
    flake: times(
      6,
      (i) =>
        `<g transform="rotate(${i * 60} ${x + w / 2} ${y + h * 0.4})"><path d="M${x + w / 2} ${y + h * 0.4}v-${h * 0.3}m-14 14l14 14 14-14" stroke="#fff" stroke-width="7" fill="none"/></g>`,
    ).join(''),
    road:
      path(`M${x + w * 0.32} ${y + h * 0.68}l${w * 0.12}-${h * 0.5}h${w * 0.12}l${w * 0.12} ${h * 0.5}Z`, {
        fill: '#fff',
        opacity: 0.92,
      }) +
      times(3, (i) =>
        box(x + w / 2 - 3, y + h * (0.24 + i * 0.15), 6, h * 0.08, 1, { fill: hsl(hue, sat, light) }),
      ).join(''),
    leaf:
      path(
        `M${x + w * 0.34} ${y + h * 0.62}q-8-${h * 0.4} ${w * 0.32}-${h * 0.46}q6 ${h * 0.42}-${w * 0.24} ${h * 0.4}Z`,
        { fill: '#fff', opacity: 0.94 },
      ) +
      path(`M${x + w * 0.32} ${y + h * 0.68}q${w * 0.1}-${h * 0.24} ${w * 0.26}-${h * 0.38}`, {
        stroke: hsl(hue, sat, light),
        width: 5,
      }),
  }[mark]
  return (
    box(x, y, w, h, 12, {
      fill: s.linear(
        [
          [0, hsl(hue, sat, light - 6)],
          [0.3, hsl(hue, sat, light + 8)],
          [1, hsl(hue, sat, light - 10)],
        ],
        [0, 0, 1, 0],
      ),
    }) +
    drawn +
    box(x, y + h * 0.76, w, h * 0.24, 10, { fill: hsl(hue + 24, sat, light - 14), opacity: 0.85 }) +
    box(x + w * 0.2, y + h * 0.83, w * 0.6, h * 0.045, 3, { fill: '#fff', opacity: 0.85 }) +
    box(x + w * 0.3, y + h * 0.91, w * 0.4, h * 0.03, 3, { fill: '#fff', opacity: 0.55 })
  )
}

const screwCap = (s: Studio, cx: number, y: number, w: number, h: number, [hue, sat, light]: Coat) =>
  box(cx - w / 2, y, w, h, 8, { fill: round(s, hue, sat, light) }) +
  times(Math.round(w / 11), (i) =>
    box(cx - w / 2 + 5 + i * 11, y + 8, 4, h - 12, 2, { fill: '#000', opacity: 0.2 }),
  ).join('') +
  ellipse(cx, y + 4, w / 2 - 4, 5, { fill: '#fff', opacity: 0.3 })

/** Canister with a handle at its shoulder: engine oil, coolant, AdBlue, screenwash. */
const canister = (s: Studio, body: Coat, cap: Coat, sticker: Coat, mark: Parameters<typeof label>[6]) => {
  const w = s.random.int(300, 370)
  const h = s.random.int(410, 480)
  const x = 400 - w / 2
  const y = 700 - h
  const [hue, sat, light] = body
  const wall = round(s, hue, sat, light)
  return (
    floorShade(440, 700, w * 0.72) +
    screwCap(s, x + w * 0.26, y - 78, 104, 66, cap) +
    box(x + w * 0.26 - 40, y - 18, 80, 30, 4, { fill: wall }) +
    path(
      `M${x} ${y + 70}q0-70 50-74h${w * 0.34}l${w * 0.16}-26h${w * 0.2}q${w * 0.14} 0 ${w * 0.14} 60v${h - 60}q0 30-30 30H${x + 30}q-30 0-30-30Z`,
      { fill: wall },
    ) +
    path(`M${x + w * 0.6} ${y + 26}h${w * 0.2}q20 0 20 24v70q0 18-20 18h-${w * 0.13}q-10 0-13-14Z`, {
      fill: '#e9e1d3',
    }) +
    path(`M${x + w * 0.6} ${y + 26}h${w * 0.2}q20 0 20 24v70q0 18-20 18h-${w * 0.13}q-10 0-13-14Z`, {
      stroke: hsl(hue, sat, light - 26),
      width: 6,
      opacity: 0.6,
    }) +
    label(s, x + 26, y + 150, w - 52, h - 195, sticker, mark) +
    box(x + 10, y + 60, 12, h - 90, 6, { fill: '#fff', opacity: 0.22 })
  )
}

const OIL_COATS: readonly Coat[] = [
  [220, 8, 20],
  [38, 70, 48],
  [6, 62, 40],
  [212, 50, 34],
  [150, 34, 28],
  [210, 8, 70],
  [46, 24, 82],
]

export const oilCan: Motif = (s) =>
  canister(
    s,
    s.random.pick(OIL_COATS),
    s.random.pick<Coat>([
      [6, 66, 42],
      [220, 8, 18],
      [44, 74, 50],
    ]),
    s.random.pick<Coat>([
      [24, 84, 48],
      [210, 60, 38],
      [0, 66, 42],
      [150, 40, 32],
      [46, 82, 46],
    ]),
    s.random.pick(['drop', 'gear']),
  )
const COOLANTS: Record<string, Coat> = {
  pink: [330, 62, 56],
  green: [140, 50, 42],
  blue: [205, 74, 46],
  yellow: [42, 84, 52],
  violet: [278, 44, 46],
}
export const coolantCan: Motif = (s, kind = 'blue') => {
  const colour = COOLANTS[kind] ?? [205, 74, 46]
  return canister(s, [colour[0], colour[1] * 0.7, 78], [220, 8, 22], colour, 'flake')
}
export const adblueCan: Motif = (s) =>
  canister(
    s,
    [205, 24, 88],
    [206, 78, 42],
    s.random.pick<Coat>([
      [206, 78, 40],
      [190, 60, 40],
      [220, 60, 42],
    ]),
    'leaf',
  )
export const washCan: Motif = (s) => {
  const colour = s.random.pick<Coat>([
    [196, 70, 62],
    [330, 60, 74],
    [120, 45, 66],
    [230, 60, 70],
  ])
  return canister(s, colour, [46, 80, 52], [colour[0] + 14, 58, 42], s.random.pick(['road', 'flake', 'drop']))
}

/** Round bottle: brake fluid, steering fluid, gearbox oil. */
export const fluidBottle: Motif = (s) => {
  const w = s.random.int(210, 260)
  const h = s.random.int(340, 400)
  const x = 400 - w / 2
  const y = 690 - h
  const [hue, sat, light] = s.random.pick<Coat>([
    [46, 60, 76],
    [212, 44, 40],
    [0, 0, 90],
    [220, 8, 24],
    [6, 60, 44],
    [34, 40, 60],
  ])
  const wall = round(s, hue, sat, light)
  return (
    floorShade(430, 690, w * 0.74) +
    screwCap(
      s,
      400,
      y - 130,
      96,
      70,
      s.random.pick<Coat>([
        [6, 70, 44],
        [220, 8, 18],
        [46, 80, 50],
        [210, 70, 44],
      ]),
    ) +
    box(362, y - 66, 76, 30, 4, { fill: wall }) +
    path(
      `M362 ${y - 40}q-4 26-${w / 2 - 60} 40q-${w / 2 - 40} 20-${w / 2 - 40} 70h${w}q0-50-${w / 2 - 50} -70q-40-14-44-40Z`,
      { fill: 'none' },
    ) +
    path(
      `M362 ${y - 40}C362 ${y} ${x} ${y - 6} ${x} ${y + 80}v${h - 110}q0 30 30 30h${w - 60}q30 0 30-30V${y + 80}C${x + w} ${y - 6} 438 ${y} 438 ${y - 40}Z`,
      { fill: wall },
    ) +
    label(
      s,
      x,
      y + 110,
      w,
      h - 160,
      s.random.pick<Coat>([
        [220, 50, 34],
        [0, 66, 42],
        [24, 82, 48],
        [46, 80, 44],
        [160, 40, 32],
      ]),
      s.random.pick(['drop', 'gear']),
    )
  )
}
