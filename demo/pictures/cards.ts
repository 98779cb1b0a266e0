import { SCENES } from './card-scenes'
import { hsl } from './materials'
import { box, circle, group, path, polygonPath, sheen, thick, times, turned } from './shapes'
import { floorShade, type Motif, type Studio } from './studio'

/** The rules' box is drawn as lines: a picture speaks no language. */
const cardFace = (s: Studio, hue: number, scene: string) => {
  const foil = s.random.chance(30)
  const [frame, ink] = [hsl(hue, 42, 30), hsl(hue, 40, 18)]
  const stops = s.random.pick(['dawn', 'night', 'day'])
  const sky = s.linear(
    {
      dawn: [
        [0, hsl(hue, 44, 34)],
        [0.6, hsl(hue + 30, 70, 66)],
        [1, hsl(hue + 50, 84, 80)],
      ],
      night: [
        [0, hsl(hue, 50, 12)],
        [1, hsl(hue + 20, 50, 42)],
      ],
      day: [
        [0, hsl(hue + 10, 60, 60)],
        [1, hsl(hue + 20, 70, 90)],
      ],
    }[stops] as [number, string][],
  )
  return (
    thick('M174 70h452q24 0 24 24v612q0 24-24 24H174q-24 0-24-24V94q0-24 24-24Z', {
      dx: 5,
      dy: 7,
      fill: '#f7f2e7',
      side: '#b9ae9a',
    }) +
    box(162, 82, 476, 636, 18, {
      fill: s.linear(
        [
          [0, hsl(hue, 44, 40)],
          [0.5, frame],
          [1, hsl(hue, 46, 22)],
        ],
        [0, 0, 1, 1],
      ),
    }) +
    box(162, 82, 476, 636, 18, { stroke: '#e7c873', width: 4, opacity: 0.8 }) +
    box(182, 100, 436, 52, 14, { fill: '#f5ecd8' }) +
    box(200, 116, 210, 18, 5, { fill: ink }) +
    times(s.random.int(1, 4), (i) =>
      circle(592 - i * 32, 126, 13, { fill: hsl(hue + i * 70, 70, 52), stroke: '#5c4a1d', width: 2 }),
    ).join('') +
    `<g clip-path="${s.clip('<rect x="182" y="164" width="436" height="330" rx="10"/>')}"><rect x="182" y="164" width="436" height="330" fill="${sky}"/>${SCENES[scene]?.(s, hue) ?? ''}</g>` +
    box(182, 164, 436, 330, 10, { stroke: '#e7c873', width: 5 }) +
    box(182, 506, 436, 36, 10, { fill: '#f5ecd8' }) +
    box(200, 517, 140, 13, 4, { fill: ink, opacity: 0.8 }) +
    path(polygonPath(590, 524, 13, s.random.pick([4, 5, 6, 8]), -90), { fill: '#c9a23b' }) +
    box(182, 554, 436, 146, 12, { fill: '#f9f3e4' }) +
    times(4, (i) =>
      box(202, 574 + i * 24, [380, 350, 390, 220][i] ?? 300, 9, 3, { fill: ink, opacity: 0.5 }),
    ).join('') +
    path(polygonPath(556, 682, 36, 6, 0), { fill: hsl(hue, 50, 34), stroke: '#e7c873', width: 4 }) +
    box(538, 675, 36, 14, 3, { fill: '#fff', opacity: 0.9 }) +
    (foil
      ? `<rect x="162" y="82" width="476" height="636" rx="18" fill="${s.linear(
          [
            [0, '#ff7ad9', 0.24],
            [0.25, '#7af0ff', 0.12],
            [0.5, '#fff', 0.4],
            [0.6, '#faff8a', 0.1],
            [1, '#8a7aff', 0.28],
          ],
          [0, 0, 1, 1],
        )}"/>`
      : sheen(s, '<rect x="162" y="82" width="476" height="636" rx="18"/>', 0.3))
  )
}
const anyFace = (s: Studio) => cardFace(s, s.random.int(0, 359), s.random.pick(Object.keys(SCENES)))

export const tradingCard: Motif = (s, kind) =>
  turned(s.random.int(-9, 9), kind ? cardFace(s, s.random.int(0, 359), kind) : anyFace(s))

export const boosterPack: Motif = (s) => {
  const hue = s.random.int(0, 359)
  const crimp = (y: number) =>
    times(23, (i) =>
      path(`M${212 + i * 17} ${y}l8.5 10 8.5-10`, { fill: 'none', stroke: '#fff', width: 2, opacity: 0.5 }),
    ).join('')
  const foil = s.linear(
    [
      [0, hsl(hue, 50, 26)],
      [0.2, hsl(hue, 60, 56)],
      [0.35, hsl(hue, 54, 36)],
      [0.7, hsl(hue, 60, 50)],
      [1, hsl(hue, 56, 22)],
    ],
    [0, 0, 1, 0],
  )
  return turned(
    s.random.int(-10, 10),
    `${path('M212 90h376l6 20-8 40 12 240-10 260 8 50-8 18H212l-8-20 10-50-12-260 12-240-10-38Z', { fill: foil }) + box(210, 92, 380, 40, 2, { fill: hsl(hue, 20, 80), opacity: 0.4 }) + box(210, 672, 380, 40, 2, { fill: hsl(hue, 20, 80), opacity: 0.4 }) + crimp(106) + crimp(686)}<g clip-path="${s.clip('<path d="M230 260q170-60 340 0v290q-170 60-340 0Z"/>')}"><rect x="200" y="200" width="400" height="400" fill="${s.linear(
      [
        [0, hsl(hue + 30, 60, 30)],
        [1, hsl(hue + 60, 80, 78)],
      ],
    )}"/>${group('translate(0 60)', SCENES[s.random.pick(Object.keys(SCENES))]?.(s, hue + 150) ?? '')}</g>${path('M230 260q170-60 340 0v290q-170 60-340 0Z', { stroke: '#f0d489', width: 6 })}${path('M260 176h280l-20 44H280Z', { fill: '#f7efd9' })}${box(306, 188, 188, 16, 4, { fill: hsl(hue, 50, 24) })}${box(330, 620, 140, 14, 5, { fill: '#f7efd9', opacity: 0.9 })}${path('M250 110q20 280-10 590M560 110q-16 290 6 590', { stroke: '#fff', width: 10, opacity: 0.22 })}`,
  )
}

/** A carton seen from its corner: display of boosters, starter deck. */
const carton = (s: Studio, w: number, h: number, hue: number) => {
  const x = 400 - w / 2 - 30
  const y = 420 - h / 2
  return `${
    floorShade(430, y + h + 20, w * 0.75) +
    path(`M${x + w} ${y}l84-50v${h - 10}l-84 60Z`, {
      fill: s.linear([
        [0, hsl(hue, 50, 26)],
        [1, hsl(hue, 50, 14)],
      ]),
    }) +
    path(`M${x} ${y}l84-50h${w}l-84 50Z`, { fill: hsl(hue, 46, 58) }) +
    box(x, y, w, h, 0, {
      fill: s.linear(
        [
          [0, hsl(hue, 56, 46)],
          [1, hsl(hue, 56, 28)],
        ],
        [0, 0, 1, 1],
      ),
    })
  }<g clip-path="${s.clip(`<rect x="${x + 18}" y="${y + 18}" width="${w - 36}" height="${h - 36}"/>`)}"><rect width="800" height="800" fill="${s.linear(
    [
      [0, hsl(hue + 20, 60, 26)],
      [1, hsl(hue + 70, 80, 78)],
    ],
  )}"/>${group(`translate(${x + w / 2 - 400} ${y + h / 2 - 340})`, SCENES[s.random.pick(Object.keys(SCENES))]?.(s, hue + 140) ?? '')}</g>${box(x + 18, y + 18, w - 36, h - 36, 4, { stroke: '#f0d489', width: 5 })}${box(x + w * 0.16, y + h - 74, w * 0.68, 40, 6, { fill: '#f7efd9' })}${box(x + w * 0.28, y + h - 61, w * 0.44, 14, 4, { fill: hsl(hue, 50, 24) })}`
}
export const displayBox: Motif = (s) =>
  carton(s, s.random.int(400, 460), s.random.int(330, 400), s.random.int(0, 359))
export const starterDeck: Motif = (s) =>
  group('translate(-90 0)', carton(s, 290, s.random.int(400, 440), s.random.int(0, 359))) +
  group('translate(300 310) rotate(10 200 200) scale(.5)', anyFace(s)) +
  group('translate(372 322) rotate(22 200 200) scale(.5)', anyFace(s))
