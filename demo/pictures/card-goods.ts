import { SCENES } from './card-scenes'
import { blackPlastic, type Coat, flat, hsl, round } from './materials'
import { box, circle, group, n, path, polygonPath, ring, thick, times, turned } from './shapes'
import { floorShade, type Motif } from './studio'

export const deckBox: Motif = (s) => {
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 7, 22],
    [4, 60, 38],
    [210, 55, 36],
    [150, 40, 28],
    [280, 36, 34],
    [36, 40, 46],
    [0, 0, 88],
  ])
  return (
    floorShade(430, 650, 270) +
    path('M540 250l90-46v390l-90 56Z', {
      fill: s.linear([
        [0, hsl(hue, sat, light - 6)],
        [1, hsl(hue, sat, light - 16)],
      ]),
    }) +
    path('M240 250l90-46h300l-90 46Z', { fill: hsl(hue, sat, light + 14) }) +
    box(240, 250, 300, 400, 8, { fill: flat(s, hue, sat, light) }) +
    path('M240 250h300v150q-150 60-300 0Z', { fill: flat(s, hue, sat, light + 7) }) +
    path('M240 400q150 60 300 0', { stroke: '#000', width: 4, opacity: 0.3 }) +
    circle(390, 416, 22, { fill: round(s, 44, 50, 56, 'slant') }) +
    times(26, (i) => path(`M${250 + i * 11} 250v400`, { stroke: '#fff', width: 1, opacity: 0.05 })).join('') +
    path(polygonPath(390, 540, 54, s.random.pick([3, 4, 5, 6, 8]), -90), { stroke: '#e7c873', width: 5 }) +
    circle(390, 540, 22, { stroke: '#e7c873', width: 4 })
  )
}

export const cardSleeves: Motif = (s) => {
  const hue = s.random.int(0, 359)
  const sat = s.random.pick([60, 60, 6])
  return times(5, (i) =>
    turned(
      -24 + i * 11,
      group(
        `translate(${(i - 2) * 26} ${Math.abs(i - 2) * 12})`,
        box(232, 160, 336, 470, 16, {
          fill: s.linear(
            [
              [0, hsl(hue, sat, 56)],
              [0.5, hsl(hue, sat, 38)],
              [1, hsl(hue, sat, 28)],
            ],
            [0, 0, 1, 1],
          ),
        }),
        box(232, 160, 336, 470, 16, { stroke: '#fff', width: 3, opacity: 0.4 }),
        box(246, 174, 308, 442, 10, { stroke: '#fff', width: 2, opacity: 0.2 }),
        path(polygonPath(400, 395, 90, 6, 0), { stroke: '#fff', width: 4, opacity: 0.3 }),
        path('M250 190q90 160 60 410', { stroke: '#fff', width: 22, opacity: 0.12 }),
      ),
    ),
  ).join('')
}

export const cardBinder: Motif = (s) => {
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 7, 22],
    [4, 56, 34],
    [215, 50, 30],
    [150, 34, 24],
    [280, 30, 30],
  ])
  return turned(
    s.random.int(-8, 6),
    thick('M170 130h440q20 0 20 20v500q0 20-20 20H170q-20 0-20-20V150q0-20 20-20Z', {
      dx: 22,
      dy: 20,
      fill: flat(s, hue, sat, light),
      side: hsl(hue, sat, Math.max(6, light - 14)),
    }) +
      box(150, 130, 60, 540, 14, { fill: hsl(hue, sat, light - 6) }) +
      box(204, 130, 6, 540, 0, { fill: '#000', opacity: 0.3 }) +
      times(9, (i) =>
        box(252 + (i % 3) * 118, 180 + Math.floor(i / 3) * 156, 102, 140, 6, {
          fill: s.linear(
            [
              [0, hsl(hue + i * 34, 44, 58)],
              [1, hsl(hue + i * 34, 50, 34)],
            ],
            [0, 0, 1, 1],
          ),
          stroke: '#e7c873',
          width: 3,
        }),
      ).join('') +
      box(590, 370, 60, 44, 8, { fill: blackPlastic(s) }) +
      circle(630, 392, 9, { fill: '#c9a23b' }),
  )
}

export const playmat: Motif = (s) => {
  const hue = s.random.int(0, 359)
  return turned(
    s.random.int(-12, -4),
    `${box(80, 230, 640, 350, 20, { fill: '#17181a' })}<g clip-path="${s.clip('<rect x="90" y="240" width="620" height="330" rx="14"/>')}"><rect width="800" height="800" fill="${s.linear(
      [
        [0, hsl(hue, 60, 22)],
        [0.6, hsl(hue + 30, 70, 56)],
        [1, hsl(hue + 60, 80, 82)],
      ],
    )}"/>${group('translate(-150 60) scale(1.4 1)', SCENES[s.random.pick(Object.keys(SCENES))]?.(s, hue) ?? '')}</g>${box(88, 238, 624, 334, 15, { stroke: hsl(hue, 50, 70), width: 4, opacity: 0.7, extra: 'stroke-dasharray="9 5"' })}${path('M716 250q40 20 20 320l-20 8Z', { fill: '#0e0f10' })}`,
  )
}
void ring
void n
