import { aluminium, blackPlastic, brushed, castIron, flat, hsl, iron, round, steel, zinc } from './materials'
import {
  around,
  BLACK_TUBE,
  boltHead,
  box,
  circle,
  circlePath,
  fans,
  group,
  hole,
  path,
  polar,
  ring,
  STEEL_TUBE,
  shapeOf,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif } from './studio'

/** Vented or solid, plain, drilled or slotted, four or five bolts. */
export const brakeDisc: Motif = (s, kind) => {
  const r = s.random.int(268, 306)
  const hub = r * s.random.pick([0.46, 0.5, 0.54])
  const bolts = s.random.pick([4, 5, 5])
  const face = s.random.pick(['plain', 'drilled', 'slotted', 'coated', 'plain'])
  const vented = kind ? kind === 'vented' : s.random.chance(65)
  const depth = vented ? 34 : 18
  const cx = 388
  const cy = 380
  const edge = s.linear([
    [0, '#6f6a66'],
    [1, '#3f3b38'],
  ])
  const bell = face === 'coated' ? flat(s, 215, 6, 62) : flat(s, 26, 6, 52)
  const vanes = vented
    ? around(64, cx + depth / 2, cy + depth / 2, () =>
        box(cx + depth / 2 + r - 9, cy + depth / 2 - 3, 10, 7, 1, { fill: '#1f1c1a' }),
      )
    : ''
  const marks = {
    plain: '',
    coated: '',
    drilled: around(18, cx, cy, (i) => hole(cx + hub + (r - hub) * (0.22 + 0.29 * (i % 3)), cy, 7.5)),
    slotted: around(8, cx, cy, () =>
      path(
        `M${cx + hub + 22} ${cy - 4}Q${cx + (hub + r) / 2} ${cy - 22} ${cx + r - 14} ${cy - 34}l6 9Q${cx + (hub + r) / 2 + 4} ${cy - 12} ${cx + hub + 22} ${cy + 6}Z`,
        { fill: '#5d5956' },
      ),
    ),
  }[face]
  return (
    thick(circlePath(cx, cy, r), { dx: depth, dy: depth, fill: brushed(s), side: edge }) +
    vanes +
    circle(cx, cy, r, { fill: brushed(s) }) +
    fans(s, cx, cy, r, hub) +
    times(11, (i) =>
      circle(cx, cy, hub + ((r - hub) * (i + 1)) / 12, { stroke: '#71777c', width: 0.8, opacity: 0.35 }),
    ).join('') +
    marks +
    circle(cx, cy, r - 3, { stroke: '#fff', width: 3, opacity: 0.5 }) +
    circle(cx + 3, cy + 4, hub + 3, { fill: '#2d2926', opacity: 0.55 }) +
    circle(cx, cy, hub, { fill: bell }) +
    circle(cx, cy, hub - 2, { stroke: '#fff', width: 3, opacity: 0.35 }) +
    circle(cx, cy, hub - 22, { stroke: '#000', width: 2, opacity: 0.18 }) +
    around(bolts, cx, cy, () => hole(cx + hub * 0.66, cy, 15), -90) +
    around(1, cx, cy, () => hole(cx + hub * 0.68, cy, 8), -90 + 180 / bolts) +
    hole(cx, cy, hub * 0.36, '#cfc6b6')
  )
}

export const brakeDrum: Motif = (s) => {
  const r = s.random.int(250, 285)
  const ribs = s.random.int(18, 30)
  const bolts = s.random.pick([4, 5])
  const cx = 385
  const cy = 375
  return (
    thick(circlePath(cx, cy, r), { dx: 62, dy: 62, fill: castIron(s), side: '#45403c' }) +
    around(ribs, cx, cy, () => box(cx + r - 13, cy - 7, 14, 14, 3, { fill: '#6d675f' })) +
    circle(cx, cy, r - 12, { fill: flat(s, 28, 5, 50) }) +
    fans(s, cx, cy, r - 12, r * 0.5, 0.4) +
    ring(cx, cy, r * 0.66, r * 0.62, { fill: '#000', opacity: 0.22 }) +
    circle(cx, cy, r * 0.55, { fill: flat(s, 28, 5, 46) }) +
    circle(cx, cy, r * 0.55 - 3, { stroke: '#fff', width: 3, opacity: 0.25 }) +
    around(bolts, cx, cy, () => hole(cx + r * 0.4, cy, 14), -90) +
    hole(cx, cy, r * 0.24, '#cfc6b6') +
    sheen(s, shapeOf(circlePath(cx, cy, r)), 0.25)
  )
}

/** Two pads side by side, with or without wear wire; the lining's colour differs by maker. */
export const brakePads: Motif = (s) => {
  const hue = s.random.pick([20, 35, 210, 220, 0])
  const back = s.random.pick([
    flat(s, 220, 8, 30),
    flat(s, 12, 55, 38),
    flat(s, 150, 18, 34),
    flat(s, 38, 10, 62),
  ])
  const wire = s.random.chance(55)
  const slot = s.random.chance(75)
  const bend = s.random.int(24, 58)
  const plate = `M120 215q0-28 28-30l66-6q10-34 40-36h292q30 2 40 36l66 6q28 2 28 30v70q0 22-24 22h-28q-8 ${bend / 2}-40 ${bend / 2}h-376q-32 0-40-${bend / 2}h-28q-24 0-24-22Z`
  const lining = `M186 205q4-34 44-38h340q40 4 44 38v${bend + 30}q-6 26-40 26q-174-${bend / 2}-348 0q-34 0-40-26Z`
  const pad = (x: number, y: number, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn} 400 240) scale(.92)`,
      thick(plate, { dx: 10, dy: 14, fill: back, side: '#1d1c1b' }),
      thick(lining, { dx: -9, dy: -12, fill: flat(s, hue, 6, 36), side: hsl(hue, 6, 22) }),
      group(
        'translate(-9 -12)',
        path(lining, { fill: flat(s, hue, 6, 44) }),
        path(lining, { stroke: '#fff', width: 2, opacity: 0.25 }),
        slot ? path('M392 166h16l-3 96h-10Z', { fill: hsl(hue, 6, 16) }) : '',
        times(70, () =>
          circle(s.random.int(205, 595), s.random.int(185, 236), s.random.number(1, 2.6), {
            fill: s.random.pick(['#c9a66b', '#2a2725', '#8d8781']),
            opacity: 0.6,
          }),
        ).join(''),
      ),
      hole(150, 240, 12, '#2a2725'),
      hole(650, 240, 12, '#2a2725'),
    )
  const cable = wire
    ? tube('M640 250C760 330 690 470 560 420S430 520 520 640', 11, BLACK_TUBE) +
      box(500, 628, 44, 62, 8, { fill: blackPlastic(s) })
    : ''
  return pad(24, 300, -4) + cable + pad(40, 40, 5)
}

export const brakeCaliper: Motif = (s) => {
  const coat = s.random.pick([
    aluminium(s, 'down'),
    round(s, 2, 68, 42, 'down'),
    round(s, 28, 5, 45, 'down'),
    round(s, 46, 70, 50, 'down'),
    round(s, 212, 50, 42, 'down'),
  ])
  const body =
    'M150 330Q160 220 270 205L300 150Q400 118 500 150L530 205Q640 220 650 330L640 440Q620 480 560 470L540 430H260L240 470Q180 480 160 440Z'
  const bracket =
    'M110 470q-6-40 40-44h500q46 4 40 44l-20 96q-10 34-60 34l-44-2-16-60H250l-16 60-44 2q-50 0-60-34Z'
  const piston = (x: number) =>
    circle(x + 3, 321, 62, { fill: '#000', opacity: 0.35 }) +
    circle(x, 315, 60, { fill: steel(s, 'slant') }) +
    circle(x, 315, 46, { fill: flat(s, 210, 6, 52) }) +
    circle(x, 315, 34, { fill: '#3a3734' }) +
    circle(x, 315, 59, { stroke: '#fff', width: 3, opacity: 0.5 })
  const pistons = s.random.chance(35) ? piston(318) + piston(482) : piston(400)
  return turned(
    s.random.int(-10, 6),
    thick(bracket, { dx: 12, dy: 16, fill: castIron(s), side: '#2d2a27' }) +
      hole(160, 520, 17) +
      hole(640, 520, 17) +
      thick(body, { dx: 14, dy: 20, fill: coat, side: '#3a332e' }) +
      path(body, { stroke: '#fff', width: 3, opacity: 0.3 }) +
      pistons +
      boltHead(s, 208, 300, 20) +
      boltHead(s, 592, 300, 20) +
      tube('M520 170C560 110 610 120 640 90', 15, STEEL_TUBE) +
      box(500, 152, 34, 30, 6, { fill: zinc(s) }) +
      sheen(s, shapeOf(body), 0.45),
  )
}

export const brakeShoes: Motif = (s) => {
  const arc = (r: number, w: number) =>
    `M${400 - r} 420A${r} ${r} 0 0 1 ${400 + r} 420l${-w} 0A${r - w} ${r - w} 0 0 0 ${400 - r + w} 420Z`
  const web = s.random.pick([flat(s, 220, 6, 28), flat(s, 150, 12, 36), flat(s, 40, 30, 50)])
  const shoe =
    thick(arc(250, 96), { dx: 8, dy: 12, fill: web, side: '#1b1a19' }) +
    path(arc(250, 96), { stroke: '#fff', width: 2, opacity: 0.25 }) +
    thick(arc(278, 34), { dx: 10, dy: 14, fill: flat(s, 30, 14, 38), side: '#332a22' }) +
    [-62, -30, 2, 34]
      .map((at) => {
        const [x, y] = polar(400, 420, 206, -90 + at + 14)
        return hole(x, y, 11, '#0f0e0e')
      })
      .join('') +
    [-70, -42, -14, 14, 42, 70]
      .map((at) => {
        const [x, y] = polar(400, 420, 262, -90 + at)
        return circle(x, y, 6, { fill: '#b98d4a' })
      })
      .join('')
  return (
    group('translate(0 -28)', shoe) +
    group('rotate(180 400 400) translate(0 -28)', shoe) +
    tube('M250 380q150 40 300 0', 12, STEEL_TUBE) +
    tube('M258 424q142-34 284 0', 8, STEEL_TUBE)
  )
}

/** Disc, drum brake servo: two pressed shells and a push rod. */
export const brakeBooster: Motif = (s) => {
  const r = s.random.int(225, 262)
  return group(
    'translate(-30 10)',
    path(`M${400 + r * 0.3} 370h210v54H${400 + r * 0.3}Z`, { fill: steel(s, 'down') }) +
      box(640, 352, 46, 90, 8, { fill: zinc(s) }) +
      thick(circlePath(390, 390, r), { dx: 46, dy: 26, fill: flat(s, 220, 6, 22), side: '#0f1011' }) +
      circle(390, 390, r - 6, { stroke: '#70757b', width: 4, opacity: 0.7 }) +
      circle(390, 390, r * 0.78, { fill: flat(s, 220, 6, 27) }) +
      circle(390, 390, r * 0.5, { fill: flat(s, 220, 6, 22), stroke: '#555a60', width: 2 }) +
      around(4, 390, 390, () => boltHead(s, 390 + r * 0.34, 390, 13), 45) +
      circle(390, 390, r * 0.16, { fill: steel(s, 'slant') }) +
      hole(390, 390, r * 0.08) +
      sheen(s, shapeOf(circlePath(390, 390, r)), 0.4),
  )
}

/** A hydraulic cylinder with its reservoir: brakes or clutch. */
export const hydraulicCylinder: Motif = (s) => {
  const tank = s.random.chance(60)
  const long = s.random.int(330, 420)
  const x = 400 - long / 2
  return turned(
    -12,
    box(x - 70, 424, 90, 20, 4, { fill: steel(s, 'down') }) +
      circle(x - 78, 434, 22, { fill: steel(s, 'slant') }) +
      box(x, 370, long, 128, 18, { fill: aluminium(s, 'down') }) +
      times(3, (i) => box(x + 40 + i * (long / 3.4), 362, 16, 144, 5, { fill: steel(s, 'down') })).join('') +
      box(x + long - 6, 392, 60, 84, 10, { fill: darkEnd(s) }) +
      path(`M${x + 6} 330h30v208h-30Z`, { fill: castIron(s) }) +
      hole(x + 21, 352, 9) +
      hole(x + 21, 516, 9) +
      (tank
        ? box(x + 60, 225, long - 120, 150, 26, {
            fill: s.linear([
              [0, '#fbf7ea'],
              [0.5, '#efe7d0'],
              [1, '#d3c7a6'],
            ]),
          }) +
          box(x + 68, 300, long - 136, 66, 16, { fill: '#e2b64b', opacity: 0.45 }) +
          box(x + long / 2 - 58, 186, 116, 46, 12, { fill: blackPlastic(s) }) +
          times(9, (i) =>
            box(x + long / 2 - 52 + i * 12, 190, 4, 38, 2, { fill: '#000', opacity: 0.35 }),
          ).join('')
        : tube(
            `M${x + long * 0.6} 372C${x + long * 0.6} 250 ${x + long} 280 ${x + long + 50} 200`,
            18,
            STEEL_TUBE,
          )),
  )
}

const darkEnd = (s: Parameters<Motif>[0]) => iron(s, 'down')

/** A flexible brake line with its crimped ends. */
export const brakeHose: Motif = (s) => {
  const braided = s.random.chance(35)
  const swing = s.random.int(-60, 60)
  const line = `M170 250C300 ${120 + swing} 340 ${420 + swing} 440 ${430 - swing}S560 ${660 - swing} 650 540`
  const end = (x: number, y: number, turn: number, eye: boolean) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      box(-30, -22, 92, 44, 6, { fill: brass(s) }),
      box(50, -18, 40, 36, 4, { fill: steel(s, 'down') }),
      times(4, (i) => box(-22 + i * 17, -22, 4, 44, 1, { fill: '#000', opacity: 0.2 })).join(''),
      eye ? ring(112, 0, 40, 18, { fill: zinc(s) }) : path('M88-15h46v30h-46Z', { fill: steel(s, 'down') }),
    )
  return (
    tube(line, 30, braided ? STEEL_TUBE : BLACK_TUBE) +
    (braided
      ? path(line, { stroke: '#5d6368', width: 24, opacity: 0.25, extra: 'stroke-dasharray="5 7"' })
      : path(line, { stroke: hsl(s.random.int(0, 360), 60, 60), width: 2.5, opacity: 0.8 })) +
    end(178, 246, 150 + swing / 3, true) +
    end(640, 548, -35, false)
  )
}
const brass = (s: Parameters<Motif>[0]) => round(s, 44, 40, 55, 'down')

export const brakeKit: Motif = (s) =>
  group('translate(-46 -34) scale(.8)', brakeDrum(s)) + group('translate(270 300) scale(.6)', brakeShoes(s))
