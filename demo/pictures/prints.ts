import { type Coat, hsl } from './materials'
import {
  around,
  box,
  circle,
  circlePath,
  ellipse,
  fans,
  group,
  path,
  sheen,
  thick,
  times,
  turned,
} from './shapes'
import type { Motif } from './studio'

const STAMPED: Record<string, 'peaks' | 'bird' | 'ship' | 'flower'> = {
  birds: 'bird',
  ships: 'ship',
  mountains: 'peaks',
  flowers: 'flower',
}

export const stamp: Motif = (s, kind = 'flowers') => {
  const one = () => {
    const hue = s.random.int(0, 359)
    const edge = [
      ...times(14, (i) => circlePath(190 + i * 32.3, 140, 10)),
      ...times(14, (i) => circlePath(190 + i * 32.3, 660, 10)),
      ...times(17, (i) => circlePath(190, 140 + i * 32.5, 10)),
      ...times(17, (i) => circlePath(610, 140 + i * 32.5, 10)),
    ].join('')
    const scene = STAMPED[kind] ?? 'flower'
    const art = {
      peaks:
        path('M230 560l110-200 70 110 60-80 100 170Z', { fill: hsl(hue, 46, 34) }) +
        path('M340 360l-34 62 34-14 30 20Z', { fill: '#fff', opacity: 0.9 }) +
        circle(500, 280, 40, { fill: hsl(hue + 40, 80, 80) }),
      bird:
        path('M260 420q80-130 180-90l70-50-20 80q-10 110-130 130l-60 60-10-70Z', { fill: hsl(hue, 50, 34) }) +
        circle(462, 340, 8, { fill: '#fff' }) +
        path('M330 420q50 50 120 10', { stroke: '#fff', width: 6, opacity: 0.7 }),
      ship:
        path('M250 500h300l-50 70H300Z', { fill: hsl(hue, 50, 28) }) +
        path('M390 490V260l110 210ZM376 490V300l-90 180Z', { fill: '#fdf8ec' }) +
        path('M230 580q40-20 80 0t80 0 80 0 90 0', { stroke: hsl(hue, 50, 40), width: 9 }),
      flower:
        around(8, 400, 380, () => ellipse(400, 300, 30, 66, { fill: hsl(hue + 160, 60, 56) })) +
        circle(400, 380, 36, { fill: '#f2c23d' }) +
        path('M400 420v150m0-60q-70-10-80-60m80 90q60-10 76-56', { stroke: hsl(120, 36, 30), width: 9 }),
    }[scene]
    return `<path d="M190 140h420v520H190Z${edge}" fill="#fbf6e9" fill-rule="nonzero"/>${box(
      214,
      164,
      372,
      472,
      2,
      {
        fill: s.linear([
          [0, hsl(hue, 44, 62)],
          [1, hsl(hue, 50, 84)],
        ]),
      },
    )}<g clip-path="${s.clip('<rect x="214" y="164" width="372" height="472"/>')}">${art}</g>${box(214, 164, 372, 472, 2, { stroke: hsl(hue, 50, 26), width: 4 })}${box(232, 590, 170, 20, 3, { fill: hsl(hue, 50, 22) })}${box(510, 186, 56, 30, 3, { fill: hsl(hue, 50, 22) })}${s.random.chance(45) ? `<g opacity=".55">${circle(540, 580, 90, { stroke: '#2a2320', width: 5 })}${circle(540, 580, 66, { stroke: '#2a2320', width: 3 })}${times(4, (i) => path(`M330 ${540 + i * 26}q60-16 120 0`, { stroke: '#2a2320', width: 4 })).join('')}</g>` : ''}`
  }
  return s.random.chance(50)
    ? turned(s.random.int(-12, 12), group('translate(60 60) scale(.85)', one()))
    : group('translate(30 40) rotate(-9 300 300) scale(.6)', one()) +
        group('translate(290 250) rotate(8 300 300) scale(.6)', one())
}

export const vinylRecord: Motif = (s) => {
  const hue = s.random.int(0, 359)
  const colour = s.random.pick<Coat>([
    [220, 8, 11],
    [220, 8, 11],
    [4, 70, 34],
    [210, 70, 34],
    [46, 80, 46],
  ])
  const art = s.random.pick([
    times(7, (i) => circle(330, 400, 190 - i * 26, { fill: hsl(hue + i * 22, 62, 40 + i * 6) })).join(''),
    times(9, (i) => box(130, 200 + i * 46, 420, 24, 0, { fill: hsl(hue + i * 16, 60, 46) })).join(''),
    path('M120 610L340 260l220 350Z', { fill: hsl(hue + 180, 60, 50) }) +
      circle(430, 300, 66, { fill: hsl(hue + 40, 84, 62) }),
    times(30, (i) =>
      path(
        `M${130 + i * 15} ${400 - Math.abs(Math.sin(i * 0.9)) * s.random.int(60, 160)}V${400 + Math.abs(Math.sin(i * 0.9)) * 140}`,
        { stroke: hsl(hue + 160, 70, 70), width: 7 },
      ),
    ).join(''),
  ])
  return group(
    'translate(-20 0)',
    `${circle(520, 400, 226, { fill: hsl(...colour) }) + times(17, (i) => circle(520, 400, 218 - i * 8, { stroke: i % 4 ? '#fff' : '#000', width: 1.2, opacity: i % 4 ? 0.1 : 0.5 })).join('') + fans(s, 520, 400, 220, 84, 0.45) + circle(520, 400, 78, { fill: hsl(hue, 60, 52) }) + circle(520, 400, 10, { fill: '#e9e1d3' }) + box(116, 186, 430, 430, 4, { fill: '#cfc4ae' })}<g clip-path="${s.clip('<rect x="110" y="180" width="430" height="430" rx="3"/>')}"><rect x="110" y="180" width="430" height="430" fill="${s.linear(
      [
        [0, hsl(hue, 50, 24)],
        [1, hsl(hue + 30, 56, 46)],
      ],
    )}"/>${art}</g>${box(136, 206, 150, 18, 3, { fill: '#fff', opacity: 0.9 })}${box(136, 234, 96, 10, 3, { fill: '#fff', opacity: 0.6 })}${box(110, 180, 430, 430, 3, { stroke: '#000', width: 2, opacity: 0.3 })}${path('M122 190v410', { stroke: '#fff', width: 4, opacity: 0.3 })}`,
  )
}

/** Enamel sign or art print: a bold picture with a border. */
export const poster: Motif = (s) => {
  const hue = s.random.int(0, 359)
  const enamel = s.random.chance(45)
  const art = s.random.pick([
    circle(400, 330, 110, { fill: hsl(hue + 40, 86, 62) }) +
      times(5, (i) =>
        path(`M200 ${470 + i * 34}q100-40 200 0t200 0v200H200Z`, { fill: hsl(hue, 50, 46 - i * 7) }),
      ).join(''),
    path('M200 620V470l70-40v-70l60-40 60 40v60l50-80 90 70 70 60v140Z', { fill: hsl(hue, 40, 26) }) +
      circle(500, 260, 56, { fill: '#fbeecb' }),
    path('M250 520q0-60 70-64l60-60h110l60 62q60 4 60 62Z', { fill: hsl(hue + 180, 64, 44) }) +
      circle(330, 530, 38, { fill: '#17181a' }) +
      circle(520, 530, 38, { fill: '#17181a' }) +
      times(
        12,
        (i) =>
          `<path d="M400 300L${400 + 400 * Math.cos(i * 0.26 + 3.2)} ${300 + 400 * Math.sin(i * 0.26 + 3.2)}l40 30Z" fill="#fff" opacity=".12"/>`,
      ).join(''),
    around(12, 400, 390, () => path('M400 390L560 350v80Z', { fill: hsl(hue + 30, 80, 60), opacity: 0.8 })) +
      circle(400, 390, 90, { fill: hsl(hue, 60, 34) }),
  ])
  const frame = 'M200 110h400q20 0 20 20v540q0 20-20 20H200q-20 0-20-20V130q0-20 20-20Z'
  return turned(
    s.random.int(-7, 7),
    `${thick(frame, { dx: 6, dy: 8, fill: enamel ? '#f6f0e2' : '#fdfaf3', side: enamel ? '#26282b' : '#cfc4ae' })}<g clip-path="${s.clip('<rect x="204" y="134" width="392" height="532" rx="8"/>')}"><rect x="204" y="134" width="392" height="532" fill="${s.linear(
      [
        [0, hsl(hue, 56, 40)],
        [1, hsl(hue + 30, 66, 78)],
      ],
    )}"/>${art}</g>${box(204, 560, 392, 106, 0, { fill: hsl(hue, 50, 18), opacity: 0.92 })}${box(250, 586, 300, 26, 4, { fill: '#f6efdc' })}${box(310, 626, 180, 14, 4, { fill: '#f6efdc', opacity: 0.7 })}${
      enamel
        ? path(frame, { stroke: hsl(hue, 50, 24), width: 10 }) +
          [
            [206, 136],
            [594, 136],
            [206, 664],
            [594, 664],
          ]
            .map(
              ([x = 0, y = 0]) =>
                circle(x, y, 9, { fill: '#2b2d30' }) +
                circle(x - 2, y - 2, 4, { fill: '#fff', opacity: 0.6 }),
            )
            .join('') +
          sheen(s, `<path d="${frame}"/>`, 0.6)
        : ''
    }`,
  )
}

/** A cloth-bound book with a plate on its cover. */
export const book: Motif = (s) => {
  const hue = s.random.int(0, 359)
  const cloth = s.random.pick([34, 40, 16])
  const cover = 'M190 120h400q16 0 16 16v530q0 16-16 16H190q-16 0-16-16V136q0-16 16-16Z'
  const plate = s.random.pick([
    times(6, (i) => circle(400, 340, 120 - i * 20, { fill: hsl(hue + i * 24, 50, 40 + i * 7) })).join(''),
    path('M290 440l70-150 50 80 40-60 70 130Z', { fill: hsl(hue + 180, 46, 40) }) +
      circle(470, 270, 26, { fill: '#f6e3b0' }),
    box(310, 250, 190, 24, 4, { fill: hsl(hue, 50, 34) }) +
      box(310, 300, 190, 120, 4, { fill: hsl(hue + 40, 60, 56) }),
  ])
  return turned(
    s.random.int(-10, 8),
    thick(cover, { dx: 24, dy: 20, fill: hsl(hue, cloth, 30), side: '#efe6d2' }) +
      path(cover, {
        fill: s.linear(
          [
            [0, hsl(hue, cloth, 40)],
            [1, hsl(hue, cloth, 26)],
          ],
          [0, 0, 1, 1],
        ),
      }) +
      box(174, 120, 52, 562, 12, { fill: hsl(hue, cloth, 24) }) +
      box(226, 120, 5, 562, 0, { fill: '#000', opacity: 0.3 }) +
      box(276, 220, 250, 250, 4, { fill: '#f6efdc' }) +
      `<g clip-path="${s.clip('<rect x="286" y="230" width="230" height="230"/>')}">${plate}</g>` +
      box(286, 520, 230, 24, 4, { fill: '#e7c873' }) +
      box(326, 560, 150, 12, 4, { fill: '#e7c873', opacity: 0.7 }) +
      path('M186 140v524', { stroke: '#fff', width: 4, opacity: 0.2 }),
  )
}
