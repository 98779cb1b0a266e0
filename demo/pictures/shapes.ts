import type { Studio } from './studio'

type Paint = { fill?: string; stroke?: string; width?: number; opacity?: number; extra?: string }

const paint = ({ fill = 'none', stroke, width = 2, opacity, extra = '' }: Paint) =>
  `fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${width}"` : ''}${opacity === undefined ? '' : ` opacity="${opacity}"`} ${extra}`

export const path = (d: string, look: Paint) => `<path d="${d}" ${paint(look)}/>`
export const circle = (cx: number, cy: number, r: number, look: Paint) =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" ${paint(look)}/>`
export const ellipse = (cx: number, cy: number, rx: number, ry: number, look: Paint) =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" ${paint(look)}/>`
export const box = (x: number, y: number, w: number, h: number, r: number, look: Paint) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(r)}" ${paint(look)}/>`
export const group = (transform: string, ...parts: string[]) =>
  `<g transform="${transform}">${parts.join('')}</g>`
export const turned = (degrees: number, ...parts: string[]) => group(`rotate(${degrees} 400 400)`, ...parts)

/** Short numbers keep the pictures small. */
export const n = (value: number) => Math.round(value * 100) / 100

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

export const polar = (cx: number, cy: number, r: number, degrees: number): [number, number] => {
  const angle = (degrees * Math.PI) / 180
  return [n(cx + r * Math.cos(angle)), n(cy + r * Math.sin(angle))]
}

/** Something repeated around a centre. */
export const around = (count: number, cx: number, cy: number, one: (index: number) => string, from = 0) =>
  times(count, (i) => `<g transform="rotate(${n(from + (i * 360) / count)} ${cx} ${cy})">${one(i)}</g>`).join(
    '',
  )

export const ringPath = (cx: number, cy: number, outer: number, inner: number) =>
  `${circlePath(cx, cy, outer)}${circlePath(cx, cy, inner)}`

export const circlePath = (cx: number, cy: number, r: number) =>
  `M${n(cx - r)} ${n(cy)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`

export const ring = (cx: number, cy: number, outer: number, inner: number, look: Paint) =>
  path(ringPath(cx, cy, outer, inner), { ...look, extra: `fill-rule="evenodd" ${look.extra ?? ''}` })

export function polygonPath(cx: number, cy: number, r: number, sides: number, from = 0): string {
  return `M${times(sides, (i) => polar(cx, cy, r, from + (i * 360) / sides).join(' ')).join('L')}Z`
}

/** A toothed outline: tooth, gap, tooth, gap. */
export function gearPath(cx: number, cy: number, r: number, teeth: number, depth: number): string {
  const step = 360 / teeth
  const points = times(teeth, (i) => {
    const at = i * step
    return [
      polar(cx, cy, r - depth, at),
      polar(cx, cy, r - depth, at + step * 0.42),
      polar(cx, cy, r, at + step * 0.54),
      polar(cx, cy, r, at + step * 0.88),
    ]
  }).flat()
  return `M${points.map((point) => point.join(' ')).join('L')}Z`
}

/** Gives any outline a thick side by laying copies one behind another, away from the light. */
export function thick(
  d: string,
  { dx, dy, fill, side }: { dx: number; dy: number; fill: string; side: string },
) {
  const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / 3)
  const layers = times(steps, (i) => {
    const share = (steps - i) / steps
    return `<path d="${d}" fill-rule="evenodd" fill="${side}" transform="translate(${n(dx * share)} ${n(dy * share)})"/>`
  })
  return `${layers.join('')}<path d="${d}" fill-rule="evenodd" fill="${fill}"/>`
}

/** A hose, cable or wire along a path: shaded edge, body, a line of light on its upper left. */
export function tube(
  d: string,
  width: number,
  { dark, body, light }: { dark: string; body: string; light: string },
) {
  const line = (stroke: string, share: number, shift: number, opacity = 1) =>
    `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width * share)}" stroke-linecap="butt" stroke-linejoin="round" opacity="${opacity}"${shift ? ` transform="translate(${n(-width * shift)} ${n(-width * shift)})"` : ''}/>`
  return (
    line(dark, 1, 0) + line(body, 0.78, 0.05) + line(light, 0.3, 0.13, 0.55) + line('#fff', 0.1, 0.16, 0.35)
  )
}

export const BLACK_TUBE = { dark: '#141517', body: '#2d2f33', light: '#6d7178' }
export const STEEL_TUBE = { dark: '#6d7379', body: '#a9afb4', light: '#f1f3f4' }

/** A standing cylinder seen a little from above: its wall, its lid. */
export function can(
  x: number,
  y: number,
  w: number,
  h: number,
  { wall, lid, tilt = 0.16 }: { wall: string; lid: string; tilt?: number },
) {
  const rx = w / 2
  const ry = rx * tilt
  return (
    path(`M${x} ${y}v${h}a${rx} ${ry} 0 0 0 ${w} 0v${-h}Z`, { fill: wall }) +
    ellipse(x + rx, y, rx, ry, { fill: lid })
  )
}

/** Light lying on a shape: a pale band cut to the shape's outline. */
export function sheen(s: Studio, shape: string, opacity = 0.35) {
  const light = s.linear(
    [
      [0, '#fff', 0.9],
      [0.3, '#fff', 0.15],
      [0.5, '#fff', 0],
    ],
    [0, 0, 1, 1],
  )
  return `<g clip-path="${s.clip(shape)}" opacity="${opacity}"><rect width="800" height="800" fill="${light}"/></g>`
}

export const shapeOf = (d: string) => `<path d="${d}" clip-rule="evenodd"/>`

/** Two opposite fans of light, as turned metal shows them. */
export function fans(s: Studio, cx: number, cy: number, outer: number, inner: number, opacity = 0.55) {
  const wedge = (from: number, to: number, strength: number) => {
    const [x1, y1] = polar(cx, cy, outer, from)
    const [x2, y2] = polar(cx, cy, outer, to)
    return `<path d="M${cx} ${cy}L${x1} ${y1}A${outer} ${outer} 0 0 1 ${x2} ${y2}Z" fill="#fff" opacity="${n(strength)}"/>`
  }
  const fan = (middle: number) =>
    times(9, (i) => wedge(middle - 4 - i * 3.4, middle + 4 + i * 3.4, 0.085)).join('')
  const shape = `<path d="${ringPath(cx, cy, outer, inner)}" clip-rule="evenodd"/>`
  return `<g clip-path="${s.clip(shape)}" opacity="${opacity}">${fan(225)}${fan(45)}${fan(315)}</g>`
}

/** A hexagonal bolt head. */
export function boltHead(s: Studio, cx: number, cy: number, r: number, turn = 12) {
  const face = s.linear([
    [0, '#f3f4f4'],
    [1, '#9aa0a5'],
  ])
  return (
    circle(cx + 1, cy + 2, r * 1.16, { fill: '#000', opacity: 0.22 }) +
    circle(cx, cy, r * 1.12, { fill: '#8c9297' }) +
    path(polygonPath(cx, cy, r, 6, turn), { fill: face, stroke: '#6d7378', width: 1 }) +
    circle(cx, cy, r * 0.62, { stroke: '#b9bec2', width: 1.5 })
  )
}

/** A drilled hole with its lower lip in the light. */
export const hole = (cx: number, cy: number, r: number, depth = '#1d1a18') =>
  circle(cx, cy, r, { fill: depth }) +
  path(`M${n(cx - r)} ${n(cy)}a${n(r)} ${n(r)} 0 0 0 ${n(2 * r)} 0`, {
    stroke: '#fff',
    width: Math.max(1, r * 0.14),
    opacity: 0.55,
  })
