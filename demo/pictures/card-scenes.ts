import { hsl } from './materials'
import { box, circle, ellipse, path, times } from './shapes'
import type { Studio } from './studio'

type Scene = (s: Studio, hue: number) => string

const stars = (s: Studio, count: number) =>
  times(count, () =>
    circle(s.random.int(190, 610), s.random.int(150, 330), s.random.number(1, 2.6), {
      fill: '#fff',
      opacity: s.random.number(0.4, 1),
    }),
  ).join('')
const ridge = (s: Studio, y: number, height: number, fill: string) => {
  const points = times(
    12,
    (i) =>
      `${180 + i * 42} ${y - (i % 2 ? s.random.int(Math.round(height * 0.4), height) : s.random.int(0, Math.round(height * 0.4)))}`,
  )
  return path(`M170 500L${points.join('L')}L640 500Z`, { fill })
}

const eyes = (x: number, y: number, gap: number, colour: string) =>
  ellipse(x - gap, y, 7, 9, { fill: colour }) +
  ellipse(x + gap, y, 7, 9, { fill: colour }) +
  circle(x - gap - 2, y - 3, 2.4, { fill: '#fff' }) +
  circle(x + gap - 2, y - 3, 2.4, { fill: '#fff' })

export const SCENES: Record<string, Scene> = {
  tower: (s, hue) =>
    stars(s, 30) +
    circle(s.random.int(250, 550), 220, s.random.int(34, 52), { fill: hsl(hue + 40, 70, 86) }) +
    ridge(s, 420, 160, hsl(hue, 34, 46)) +
    ridge(s, 470, 110, hsl(hue, 38, 32)) +
    path('M370 490V280h-10v-34h18v14h16v-14h20v14h16v-14h18v34h-10v210Z', { fill: hsl(hue, 30, 14) }) +
    path('M360 246l44-70 44 70Z', { fill: hsl(hue + 180, 50, 34) }) +
    [310, 360, 410].map((y) => box(398, y, 12, 22, 6, { fill: '#ffdf8a' })).join('') +
    ridge(s, 510, 60, hsl(hue, 40, 20)),
  golem: (s, hue) =>
    ridge(s, 440, 140, hsl(hue, 26, 50)) +
    path(
      'M320 250l50-40h70l46 42 10 70 56 60-20 76-44-10 6-50-30-26v128h-60v-80h-30v80h-60V362l-30 26 6 60-46 6-18-76 60-60Z',
      {
        fill: s.linear([
          [0, hsl(hue + 20, 14, 62)],
          [1, hsl(hue + 20, 16, 28)],
        ]),
      },
    ) +
    path('M320 250l50-40h70l46 42-40 30h-86Z', { fill: hsl(hue + 20, 12, 68) }) +
    eyes(403, 258, 24, hsl(hue + 160, 90, 60)) +
    path('M380 330l22-20 24 24-20 34Z', { fill: hsl(hue + 160, 90, 62) }) +
    ridge(s, 510, 50, hsl(hue, 30, 22)),
  serpent: (s, hue) =>
    stars(s, 14) +
    ridge(s, 400, 110, hsl(hue + 10, 34, 52)) +
    path('M180 410q60-26 110 0t110 0 110 0 110 0v120H180Z', { fill: hsl(hue - 10, 54, 38) }) +
    path('M230 440q10-120 80-120t76 110M400 440q0-90 56-90t56 90', {
      stroke: hsl(hue + 130, 46, 40),
      width: 42,
    }) +
    path('M230 440q10-120 80-120t76 110M400 440q0-90 56-90t56 90', {
      stroke: hsl(hue + 130, 50, 58),
      width: 12,
      opacity: 0.7,
      extra: 'stroke-dasharray="4 12"',
    }) +
    path('M290 330q-10-110 60-130 70-10 84 50l-40 24 34 20q-30 40-78 16Z', { fill: hsl(hue + 130, 46, 42) }) +
    circle(376, 234, 10, { fill: '#ffe9a8' }) +
    circle(378, 234, 4, { fill: '#111' }) +
    path('M330 206l-24-40 44 22 10-40 26 40', { fill: hsl(hue + 130, 50, 30) }) +
    path('M180 460q60-24 110 0t110 0 110 0 110 0v80H180Z', { fill: hsl(hue - 10, 58, 28) }),
  phoenix: (s, hue) =>
    circle(400, 300, 130, {
      fill: s.radial([
        [0, '#fff6d0', 0.95],
        [1, hsl(hue, 80, 60), 0],
      ]),
    }) +
    [1, -1]
      .map(
        (side) =>
          `<g transform="translate(400 0) scale(${side} 1)">${times(7, (i) => path(`M10 330Q${90 + i * 16} ${300 - i * 34} ${190 - i * 12} ${200 + i * 34}Q${110} ${330 + i * 6} 10 350Z`, { fill: hsl(hue + i * 9, 84, 42 + i * 5) })).join('')}</g>`,
      )
      .join('') +
    path('M374 300q26-90 52 0l-8 90 40 110-58-70-58 70 40-110Z', { fill: hsl(hue + 30, 88, 56) }) +
    circle(400, 280, 24, { fill: hsl(hue + 30, 88, 60) }) +
    path('M420 276l22 8-22 8Z', { fill: '#3a2a10' }) +
    circle(404, 276, 4, { fill: '#23170a' }) +
    path('M392 258l-8-34 14 20 8-26 6 28Z', { fill: hsl(hue + 44, 90, 60) }) +
    ridge(s, 520, 40, hsl(hue, 40, 18)),
  crystal: (s, hue) =>
    stars(s, 24) +
    ridge(s, 450, 150, hsl(hue + 200, 26, 26)) +
    times(6, (i) => {
      const x = 270 + i * 52
      const h = s.random.int(90, 230)
      return (
        path(`M${x - 24} 490L${x - 30} ${490 - h * 0.7}L${x} ${490 - h}L${x} 490Z`, {
          fill: hsl(hue + i * 8, 64, 66),
        }) +
        path(`M${x} 490L${x} ${490 - h}L${x + 28} ${490 - h * 0.66}L${x + 22} 490Z`, {
          fill: hsl(hue + i * 8, 64, 40),
        })
      )
    }).join('') +
    ellipse(400, 490, 220, 34, {
      fill: s.radial([
        [0, hsl(hue, 90, 76), 0.7],
        [1, hsl(hue, 90, 60), 0],
      ]),
    }),
  owl: (s, hue) =>
    circle(520, 210, 46, { fill: '#fff3c9' }) +
    stars(s, 30) +
    box(170, 440, 470, 26, 12, { fill: '#3c2a1d' }) +
    path('M320 250q-20-60 10-80l36 34h70l36-34q30 20 10 80 30 160-80 200-110-40-82-200Z', {
      fill: s.linear([
        [0, hsl(hue, 34, 52)],
        [1, hsl(hue, 36, 24)],
      ]),
    }) +
    circle(366, 262, 38, { fill: '#fff8e6' }) +
    circle(438, 262, 38, { fill: '#fff8e6' }) +
    circle(366, 262, 20, { fill: hsl(hue + 40, 90, 50) }) +
    circle(438, 262, 20, { fill: hsl(hue + 40, 90, 50) }) +
    circle(366, 262, 10, { fill: '#111' }) +
    circle(438, 262, 10, { fill: '#111' }) +
    path('M402 280l-12 20 12 18 12-18Z', { fill: '#e0912c' }) +
    times(4, (k) =>
      times(5, (i) =>
        path(`M${350 + i * 22} ${340 + k * 24}q10 14 20 0`, { stroke: hsl(hue, 40, 72), width: 3 }),
      ).join(''),
    ).join(''),
  knight: (s, hue) =>
    ridge(s, 430, 130, hsl(hue, 26, 54)) +
    path('M250 520q10-200 110-210h84q100 14 112 210Z', { fill: hsl(hue + 180, 52, 34) }) +
    path('M330 320h140l26 190H304Z', {
      fill: s.linear([
        [0, '#eef0f2'],
        [1, '#7e858b'],
      ]),
    }) +
    path('M350 190q50-50 100 0l10 90q-60 60-120 0Z', {
      fill: s.linear([
        [0, '#f5f6f7'],
        [1, '#878d93'],
      ]),
    }) +
    box(352, 232, 96, 12, 4, { fill: '#16181a' }) +
    box(395, 232, 10, 60, 3, { fill: '#16181a' }) +
    path('M398 176q40-70 100-40-60 6-74 50Z', { fill: hsl(hue, 74, 48) }) +
    path('M540 150l14-6 10 300-20 4Z', { fill: '#dfe3e6' }) +
    box(512, 436, 80, 14, 6, { fill: '#c39a4a' }) +
    path('M376 360h48v40h40v40h-40v60h-48v-60h-40v-40h40Z', { fill: hsl(hue, 70, 46), opacity: 0.85 }),
  sprite: (s, hue) =>
    ridge(s, 470, 180, hsl(hue + 60, 34, 30)) +
    times(30, () =>
      circle(s.random.int(200, 600), s.random.int(180, 480), s.random.number(2, 6), {
        fill: hsl(hue + 60, 90, 80),
        opacity: s.random.number(0.3, 0.9),
      }),
    ).join('') +
    path('M400 250c-110-90-170 10-90 60-70 40-30 120 90 30 120 90 160 10 90-30 80-50 20-150-90-60Z', {
      fill: hsl(hue, 60, 78),
      opacity: 0.75,
    }) +
    ellipse(400, 350, 26, 90, { fill: hsl(hue + 30, 40, 34) }) +
    circle(400, 250, 46, { fill: '#f6dfc4' }) +
    path('M354 250q0-60 46-60t46 60q-20-30-46-30t-46 30Z', { fill: hsl(hue + 100, 50, 34) }) +
    eyes(400, 254, 17, '#2a1c12') +
    path('M390 274q10 8 20 0', { stroke: '#8a4b3a', width: 3 }),
}
