import {
  aluminium,
  brushed,
  type Coat,
  castAluminium,
  castIron,
  darkSteel,
  flat,
  hsl,
  iron,
  round,
  rubber,
  steel,
} from './materials'
import {
  around,
  boltHead,
  box,
  circle,
  circlePath,
  ellipse,
  group,
  hole,
  path,
  ring,
  ringPath,
  shapeOf,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif } from './studio'

export const shockAbsorber: Motif = (s) => {
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 7, 20],
    [46, 82, 48],
    [210, 55, 36],
    [4, 62, 40],
    [210, 6, 62],
  ])
  const strut = s.random.chance(55)
  const body = round(s, hue, sat, light, 'down')
  return turned(
    s.random.int(-56, -34),
    group(
      'translate(400 400) scale(1.1) translate(-400 -400)',
      box(80, 388, 60, 24, 4, { fill: steel(s, 'down') }) +
        times(5, (i) => path(`M${86 + i * 9} 386l4 28`, { stroke: '#000', width: 3, opacity: 0.3 })).join(
          '',
        ) +
        box(130, 382, 250, 36, 4, {
          fill: s.linear([
            [0, '#8e9499'],
            [0.3, '#fff'],
            [0.6, '#a8aeb3'],
            [1, '#62686d'],
          ]),
        }) +
        (s.random.chance(50)
          ? box(150, 346, 120, 108, 16, { fill: rubber(s, 'down') }) +
            times(6, (i) => box(150 + i * 20, 342, 14, 116, 6, { fill: rubber(s, 'down') })).join('')
          : '') +
        box(366, 352, 300, 96, 12, { fill: body }) +
        box(366, 346, 24, 108, 6, { fill: body }) +
        (strut
          ? ellipse(470, 400, 20, 118, { fill: flat(s, hue, sat, light + 6) }) +
            ellipse(466, 400, 16, 108, { fill: flat(s, hue, sat, light) }) +
            path('M650 330h70v140h-70l-20-20v-100Z', { fill: flat(s, hue, sat, light + 4) }) +
            hole(690, 360, 13) +
            hole(690, 440, 13)
          : ring(690, 400, 56, 30, { fill: darkSteel(s, 'slant') }) +
            ring(690, 400, 30, 14, { fill: rubber(s, 'slant') })) +
        box(520, 366, 90, 64, 4, { fill: '#fff', opacity: 0.85 }) +
        box(530, 378, 54, 8, 2, { fill: hsl(s.random.int(0, 360), 60, 42) }) +
        box(530, 394, 70, 6, 2, { fill: '#555' }) +
        box(530, 408, 40, 6, 2, { fill: '#999' }),
    ),
  )
}

export const coilSpring: Motif = (s) => {
  const coils = s.random.int(5, 8)
  const w = s.random.int(110, 135)
  const wire = s.random.int(24, 32)
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 7, 24],
    [220, 7, 24],
    [4, 60, 42],
    [210, 60, 40],
    [46, 80, 48],
  ])
  const colours = {
    dark: hsl(hue, sat, light - 12),
    body: hsl(hue, sat, light),
    light: hsl(hue, sat, light + 38),
  }
  const step = 470 / coils
  const back = times(coils, (i) =>
    tube(
      `M${400 + w} ${165 + i * step + step / 2}Q${400} ${165 + i * step + step * 0.52 - 34} ${400 - w} ${165 + (i + 1) * step - step * 0}`,
      wire,
      { dark: hsl(hue, sat, light - 16), body: hsl(hue, sat, light - 10), light: hsl(hue, sat, light) },
    ),
  ).join('')
  const front = times(coils + 1, (i) =>
    tube(
      `M${400 - w} ${165 + i * step}C${400 - w - 16} ${165 + i * step + 40} ${400 + w + 16} ${165 + i * step + step / 2 + 40} ${400 + w} ${165 + i * step + step / 2}`,
      wire,
      colours,
    ),
  ).join('')
  return turned(
    s.random.int(14, 36),
    back +
      front +
      (s.random.chance(60)
        ? circle(400 - w + 40, 300, 5, { fill: '#fff' }) +
          box(396 - w, 250, 8, 30, 3, { fill: hsl(s.random.pick([50, 120, 0, 200]), 80, 60) })
        : ''),
  )
}

export const strutMount: Motif = (s) => {
  const bolts = s.random.pick([3, 3, 4])
  return turned(
    s.random.int(0, 60),
    around(
      bolts,
      392,
      390,
      () => box(560, 364, 90, 52, 22, { fill: darkSteel(s, 'down') }) + boltHead(s, 622, 390, 17),
    ) +
      thick(circlePath(392, 390, 206), {
        dx: 18,
        dy: 22,
        fill: s.random.pick([flat(s, 220, 7, 26), castAluminium(s)]),
        side: '#161718',
      }) +
      circle(392, 390, 200, { stroke: '#8d949b', width: 4, opacity: 0.5 }) +
      circle(392, 390, 150, { fill: rubber(s, 'slant') }) +
      times(3, (i) => circle(392, 390, 136 - i * 18, { stroke: '#fff', width: 2, opacity: 0.12 })).join('') +
      circle(392, 390, 78, { fill: steel(s, 'slant') }) +
      boltHead(s, 392, 390, 36),
  )
}

export const controlArm: Motif = (s) => {
  const wide = s.random.chance(60)
  const metal = s.random.pick([flat(s, 220, 7, 26), castAluminium(s), flat(s, 28, 5, 38)])
  const d = wide
    ? 'M150 190q40-40 90 0l120 150 200-20q70-10 90 40t-40 90l-230 60-90 130q-40 60-90 20t0-90l60-120-110-190q-20-40 0-70Z'
    : 'M130 330q20-60 90-40l360 70q90 10 90 60t-90 56l-370 20q-80 0-86-60Z'
  const bush = (x: number, y: number, r: number) =>
    circle(x + 4, y + 6, r, { fill: '#000', opacity: 0.3 }) +
    circle(x, y, r, { fill: darkSteel(s, 'slant') }) +
    circle(x, y, r * 0.82, { fill: rubber(s, 'slant') }) +
    circle(x, y, r * 0.44, { fill: steel(s, 'slant') }) +
    hole(x, y, r * 0.24)
  return turned(
    s.random.int(-14, 14),
    thick(d, { dx: 12, dy: 18, fill: metal, side: '#17181a' }) +
      path(d, { stroke: '#fff', width: 3, opacity: 0.3 }) +
      (wide
        ? path('M280 330l140 40 110-12-190 70-60 70 20-90Z', { fill: '#000', opacity: 0.18 }) +
          bush(196, 218, 56) +
          bush(236, 590, 58)
        : hole(330, 392, 30, '#e9e1d3') + hole(450, 404, 26, '#e9e1d3') + bush(190, 390, 62)) +
      circle(612, 410, 52, { fill: castIron(s) }) +
      circle(606, 402, 38, { fill: rubber(s, 'slant') }) +
      box(594, 330, 24, 66, 4, { fill: steel(s) }),
  )
}

export const stabiliserLink: Motif = (s) => {
  const long = s.random.int(340, 440)
  const x = 400 - long / 2
  const joint = (at: number, up: boolean) =>
    group(
      `translate(${at} 400)`,
      circle(3, 5, 52, { fill: '#000', opacity: 0.25 }),
      circle(0, 0, 50, { fill: darkSteel(s, 'slant') }),
      circle(0, 0, 38, { fill: flat(s, 220, 7, 30) }),
      group(
        `rotate(${up ? 0 : 180})`,
        path('M-26-36h52l14-40h-80Z', { fill: rubber(s) }),
        box(-12, -150, 24, 76, 4, { fill: steel(s) }),
        times(5, (i) => path(`M-14 ${-142 + i * 12}l28-6`, { stroke: '#000', width: 3, opacity: 0.3 })).join(
          '',
        ),
        boltHead(s, 0, -84, 20),
      ),
    )
  return turned(
    s.random.int(-48, -28),
    box(x, 384, long, 32, 8, {
      fill: s.random.pick([round(s, 220, 7, 26, 'down'), aluminium(s, 'down'), iron(s, 'down')]),
    }) +
      joint(x, true) +
      joint(x + long, s.random.chance(50)),
  )
}

export const bushing: Motif = (s) => {
  const r = s.random.int(170, 205)
  const voids = s.random.chance(60)
  return group(
    'translate(-30 -30)',
    thick(circlePath(380, 380, r), {
      dx: 92,
      dy: 92,
      fill: steel(s, 'slant'),
      side: s.random.pick(['#5f656b', '#3b3e42']),
    }) +
      circle(380, 380, r - 9, { fill: rubber(s, 'slant') }) +
      (voids
        ? path(
            `M${380 - r * 0.62} 340q${r * 0.6}-${r * 0.66} ${r * 1.24} 0q-${r * 0.6}-${r * 0.34}-${r * 1.24} 0Z`,
            { fill: '#060606' },
          ) +
          path(
            `M${380 - r * 0.62} 420q${r * 0.6} ${r * 0.66} ${r * 1.24} 0q-${r * 0.6} ${r * 0.34}-${r * 1.24} 0Z`,
            { fill: '#060606' },
          )
        : ring(380, 380, r * 0.76, r * 0.72, { fill: '#060606' })) +
      circle(380, 380, r * 0.42, { fill: brushed(s) }) +
      hole(380, 380, r * 0.24) +
      sheen(s, shapeOf(ringPath(380, 380, r, r - 9)), 0.7),
  )
}
