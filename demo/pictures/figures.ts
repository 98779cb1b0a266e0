import { brass, type Coat, flat, hsl, round, steel } from './materials'
import { box, circle, ellipse, group, path, polygonPath, sheen, times } from './shapes'
import { floorShade, type Motif, type Studio } from './studio'

const plinth = (s: Studio, y: number, w: number, hue: number) =>
  floorShade(430, y + 60, w * 0.8) +
  path(`M${400 - w / 2} ${y}a${w / 2} 34 0 0 0 ${w} 0v40a${w / 2} 34 0 0 1 ${-w} 0Z`, {
    fill: round(s, hue, 12, 22),
  }) +
  ellipse(400, y, w / 2, 34, { fill: flat(s, hue, 10, 32) }) +
  ellipse(400, y, w / 2 - 12, 27, { stroke: '#c9a23b', width: 2, opacity: 0.7 })

const SKINS = ['#f3cfae', '#d9a376', '#8a5a3b', '#f6dcc4', '#b9d3a8'] as const

/** A painted figure on its base: cape or none, staff or blade, hair or hood. */
export const figurine: Motif = (s) => {
  const hue = s.random.int(0, 359)
  const skin = s.random.pick(SKINS)
  const cloth = round(s, hue, 46, 40)
  const second = round(s, hue + s.random.pick([40, 150, 200]), 40, 46)
  const hold = s.random.pick(['staff', 'blade', 'bow', 'none'])
  const head = s.random.pick(['hood', 'hair', 'helmet', 'bun'])
  const cape = s.random.chance(60)
  const capeHue = hue + 180
  return (
    plinth(s, 640, s.random.int(300, 360), s.random.pick([30, 210, 100])) +
    (cape
      ? path('M330 250Q260 420 250 620q150 30 300-6Q540 420 470 250Z', {
          fill: s.linear(
            [
              [0, hsl(capeHue, 50, 44)],
              [0.5, hsl(capeHue, 54, 28)],
              [1, hsl(capeHue, 50, 20)],
            ],
            [0, 0, 1, 0],
          ),
        })
      : '') +
    path('M350 450l-10 180h56l8-130 10 130h56l-14-180Z', { fill: second }) +
    path('M330 610h70v36h-78q-6-26 8-36ZM412 610h66q18 12 12 36h-78Z', { fill: round(s, 24, 30, 22) }) +
    path('M326 262q74-40 148 0l-14 110 24 116q-84 40-168 0l24-116Z', { fill: cloth }) +
    box(334, 398, 132, 24, 8, { fill: round(s, 30, 40, 26) }) +
    circle(400, 410, 15, { fill: brass(s, 'slant') }) +
    path('M366 264q34 60 68 0', { stroke: '#e7c873', width: 6 }) +
    path('M334 266q-50 20-56 110l-6 70 40 6 18-80 26-60Z', { fill: cloth }) +
    path('M466 266q50 20 56 90l36 50-30 30-52-50-28-60Z', { fill: cloth }) +
    circle(290, 462, 25, { fill: skin }) +
    circle(546, 424, 25, { fill: skin }) +
    ({
      staff:
        box(540, 130, 14, 520, 6, { fill: round(s, 28, 40, 32) }) +
        path(polygonPath(547, 120, 36, 6, 0), {
          fill: s.radial(
            [
              [0, '#fff'],
              [0.5, hsl(hue + 160, 80, 66)],
              [1, hsl(hue + 160, 70, 34)],
            ],
            [0.35, 0.3, 0.8],
          ),
        }),
      blade:
        path('M538 400l60-270 20 6-54 272Z', {
          fill: s.linear(
            [
              [0, '#fff'],
              [0.5, '#b9bec2'],
              [1, '#70767b'],
            ],
            [0, 0, 1, 0],
          ),
        }) + path('M506 392l90 22-4 16-90-22Z', { fill: brass(s, 'down') }),
      bow:
        path('M560 180q110 240-20 470', { stroke: '#6b4324', width: 14 }) +
        path('M560 182L540 648', { stroke: '#eee', width: 2 }),
      none: '',
    }[hold] ?? '') +
    box(382, 226, 36, 40, 8, { fill: skin }) +
    ellipse(400, 180, 58, 66, {
      fill: s.radial(
        [
          [0, '#fff', 0.5],
          [0.4, skin],
          [1, skin],
        ],
        [0.35, 0.3, 0.8],
      ),
    }) +
    ellipse(380, 184, 6, 9, { fill: '#2a1c12' }) +
    ellipse(420, 184, 6, 9, { fill: '#2a1c12' }) +
    path('M388 212q12 8 24 0', { stroke: '#8a4b3a', width: 3.5 }) +
    path('M370 168q10-6 20 0M410 168q10-6 20 0', { stroke: '#3a2413', width: 4 }) +
    ({
      hood: path('M330 214q-20-130 70-132t72 132q-20-80-72-84t-70 84Z', { fill: hsl(capeHue, 50, 34) }),
      hair: path('M338 190q-16-110 62-112t64 100q-10-40-34-50-40 30-78 16-10 14-14 46Z', {
        fill: hsl(s.random.pick([30, 12, 46, 220, 0]), s.random.pick([60, 10]), s.random.pick([20, 40, 70])),
      }),
      helmet:
        path('M336 190q-6-110 64-112t64 112l-20-16q-44-30-88 0Z', { fill: steel(s) }) +
        path('M394 80h12v-40h-12Z', { fill: hsl(hue, 70, 46) }),
      bun:
        path('M340 186q-12-100 60-104t60 100q-14-44-60-48t-60 52Z', { fill: hsl(24, 50, 22) }) +
        circle(400, 74, 28, { fill: hsl(24, 50, 26) }),
    }[head] ?? '')
  )
}

/** Tin robot. */
export const robotFigure: Motif = (s) => {
  const hue = s.random.int(0, 359)
  const tin = round(s, hue, s.random.pick([50, 50, 6]), 50)
  const dark = round(s, hue + 180, 30, 34)
  return (
    plinth(s, 650, 330, 210) +
    [350, 450]
      .map((x) => box(x - 30, 500, 60, 120, 10, { fill: dark }) + box(x - 44, 606, 88, 46, 14, { fill: tin }))
      .join('') +
    times(3, (i) =>
      [
        box(322, 520 + i * 28, 56, 6, 2, { fill: '#000', opacity: 0.25 }),
        box(422, 520 + i * 28, 56, 6, 2, { fill: '#000', opacity: 0.25 }),
      ].join(''),
    ).join('') +
    box(280, 290, 240, 220, 22, { fill: tin }) +
    box(312, 330, 176, 100, 10, { fill: flat(s, hue, 8, 84) }) +
    circle(360, 380, 34, { fill: '#f7f2e7', stroke: '#555', width: 4 }) +
    path('M360 380l20-18', { stroke: '#c0281e', width: 5 }) +
    times(3, (i) => circle(420 + i * 26, 362, 10, { fill: ['#e0483c', '#f2b33d', '#52d273'][i] })).join('') +
    box(410, 390, 66, 22, 4, { fill: '#333' }) +
    box(300, 456, 200, 10, 4, { fill: '#000', opacity: 0.2 }) +
    [240, 510]
      .map((x, i) =>
        group(
          `rotate(${i ? -s.random.int(6, 40) : s.random.int(6, 30)} ${x + 25} 310)`,
          box(x, 300, 50, 160, 22, { fill: dark }),
          path(`M${x - 4} 456h58v26l-16 30h-8v-30h-10v30h-8l-16-30Z`, { fill: steel(s) }),
        ),
      )
      .join('') +
    box(372, 256, 56, 40, 4, { fill: dark }) +
    box(304, 120, 192, 144, 30, { fill: tin }) +
    [360, 440]
      .map(
        (x) =>
          circle(x, 184, 30, { fill: '#26282b' }) +
          circle(x, 184, 20, {
            fill: s.radial([
              [0, '#fff7d0'],
              [1, hsl(hue + 60, 90, 56)],
            ]),
          }),
      )
      .join('') +
    times(5, (i) => box(350 + i * 22, 228, 12, 22, 3, { fill: '#26282b' })).join('') +
    box(394, 70, 12, 54, 4, { fill: steel(s) }) +
    circle(400, 66, 17, { fill: '#e0483c' }) +
    sheen(s, '<rect x="304" y="120" width="192" height="144" rx="30"/>', 0.5)
  )
}

/** A bust or animal cast in resin, bronze or marble. */
export const statue: Motif = (s, kind = 'cat') => {
  const tone = s.random.pick<Coat>([
    [36, 12, 82],
    [30, 46, 34],
    [150, 14, 38],
    [210, 6, 62],
    [44, 52, 48],
  ])
  const cast = round(s, ...tone)
  const shade = hsl(tone[0], tone[1], tone[2] - 26)
  const cat =
    path('M330 610q-40-170 20-250-30-60-20-150l50 46h50l50-46q10 90-18 150 70 100 26 250Z', { fill: cast }) +
    path('M490 600q110-20 90-130-10-50-44-30 20 70-60 90Z', { fill: cast }) +
    ellipse(376, 306, 9, 15, { fill: shade }) +
    ellipse(436, 306, 9, 15, { fill: shade }) +
    path('M396 334h20l-10 12ZM406 346v12m-24 4q12 10 24 0 12 10 24 0', { stroke: shade, width: 4 }) +
    path('M370 610v-110m70 110v-110', { stroke: shade, width: 5, opacity: 0.5 })
  const bust =
    path('M260 610q0-120 100-140v-50q-60-50-50-150 10-120 100-124t98 124q6 100-50 150v50q100 20 100 140Z', {
      fill: cast,
    }) +
    path('M312 270q-20-140 98-148t100 150q-20-90-60-90-70 40-110 0-20 30-28 88Z', {
      fill: round(s, tone[0], tone[1], tone[2] - 12),
    }) +
    path('M366 296q18-10 34 0m24 0q16-10 34 0M412 300l-8 50q8 8 20 2M380 384q30 14 56 0', {
      stroke: shade,
      width: 5,
    }) +
    path('M330 490q80 70 160 0', { stroke: shade, width: 5, opacity: 0.6 })
  const horse =
    path(
      'M300 610q-20-170 90-250-60 30-130 10-10-30 20-50 60-30 80-100 20-40 60-50l20-50 24 46q120 60 110 240-4 120 20 204Z',
      { fill: cast },
    ) +
    path('M444 170q90 60 100 250 0 90 20 170l-40 10q-60-250-104-400Z', {
      fill: round(s, tone[0], tone[1], tone[2] - 12),
    }) +
    ellipse(404, 250, 9, 12, { fill: shade }) +
    path('M272 356q14 6 22-4', { stroke: shade, width: 5 })
  return plinth(s, 636, s.random.int(340, 390), 30) + ({ cat, bust, horse }[kind] ?? cat)
}
