import {
  blackPlastic,
  brass,
  type Coat,
  copper,
  darkSteel,
  flat,
  hsl,
  round,
  rubber,
  steel,
} from './materials'
import { box, ellipse, group, hole, path, ring, thick, times, tube, turned } from './shapes'
import type { Motif, Studio } from './studio'

const sparkPlugAt = (s: Studio) => {
  const ring3 = s.random.pick<Coat>([
    [0, 70, 44],
    [210, 60, 40],
    [220, 6, 20],
    [140, 40, 34],
  ])
  const seat = s.random.chance(70)
  const tip = s.random.pick([brass(s), steel(s), copper(s)])
  return (
    box(384, 84, 32, 46, 8, { fill: brass(s) }) +
    box(378, 98, 44, 8, 3, { fill: brass(s) }) +
    path('M376 128h48l10 210h-68Z', { fill: round(s, 40, 18, 90) }) +
    times(5, (i) =>
      path(`M${374 - i * 1.7} ${152 + i * 26}q${26 + i * 1.7} 10 ${52 + i * 3.4} 0`, {
        stroke: '#8d8778',
        width: 3,
        opacity: 0.55,
      }),
    ).join('') +
    path('M369 282h62l1 16h-64Z', { fill: hsl(...ring3) }) +
    path('M364 336h72l10 26h-92Z', { fill: steel(s) }) +
    path('M336 360h128v70H336Z', { fill: steel(s) }) +
    path('M372 360h3v70h-3ZM428 360h3v70h-3Z', { fill: '#000', opacity: 0.35 }) +
    path('M336 430h128l-14 18H350Z', { fill: darkSteel(s) }) +
    box(356, 448, 88, 22, 4, { fill: steel(s) }) +
    (seat ? box(346, 470, 108, 16, 7, { fill: copper(s) }) : '') +
    box(364, 486, 72, 140, 3, { fill: steel(s) }) +
    times(11, (i) => path(`M361 ${496 + i * 12}l78-6`, { stroke: '#000', width: 4.5, opacity: 0.3 })).join(
      '',
    ) +
    box(388, 626, 24, 26, 4, { fill: round(s, 40, 12, 88) }) +
    box(394, 648, 12, 16, 3, { fill: tip }) +
    path('M432 626v42q0 12-14 12h-30v-10h24q8 0 8-8v-36Z', { fill: steel(s) })
  )
}

export const sparkPlug: Motif = (s) =>
  s.random.chance(45)
    ? group('translate(-70 0) rotate(22 400 400)', sparkPlugAt(s)) +
      group('translate(110 10) rotate(34 400 400)', sparkPlugAt(s))
    : turned(
        s.random.int(24, 44),
        group('translate(400 400) scale(1.12) translate(-400 -400)', sparkPlugAt(s)),
      )

const glowPlugAt = (s: Studio, long: number) =>
  box(391, 120, 18, 60, 4, { fill: brass(s) }) +
  times(5, (i) => path(`M389 ${128 + i * 9}l22-4`, { stroke: '#000', width: 3, opacity: 0.3 })).join('') +
  ellipse(400, 184, 22, 7, { fill: s.random.pick(['#2c2f33', '#7a2f25', '#2f5a7a']) }) +
  path('M358 190h84v54h-84Z', { fill: steel(s) }) +
  path('M384 190h3v54h-3ZM414 190h3v54h-3Z', { fill: '#000', opacity: 0.3 }) +
  box(368, 244, 64, 150, 4, { fill: steel(s) }) +
  times(10, (i) => path(`M365 ${256 + i * 13}l70-6`, { stroke: '#000', width: 4, opacity: 0.28 })).join('') +
  path('M372 394h56l-12 34h-32Z', { fill: steel(s) }) +
  path(`M388 428h24v${long}q-12 22-24 0Z`, {
    fill: s.linear(
      [
        [0, '#8e9499'],
        [0.35, '#e8eaec'],
        [0.7, '#7d8388'],
        [1, '#565b60'],
      ],
      [0, 0, 1, 0],
    ),
  }) +
  path(`M388 ${428 + long * 0.62}h24v${long * 0.38}q-12 22-24 0Z`, {
    fill: s.linear([
      [0, '#c4632c', 0],
      [1, '#e07b39', 0.75],
    ]),
  })

export const glowPlug: Motif = (s) => {
  const long = s.random.int(170, 230)
  const count = s.random.pick([1, 2, 4])
  return group(
    'translate(20 0)',
    times(count, (i) =>
      group(
        `translate(${(i - (count - 1) / 2) * 108} ${(i % 2) * 18}) rotate(${count === 1 ? 32 : 12} 400 400)`,
        glowPlugAt(s, long),
      ),
    ).join(''),
  )
}

/** Coil-on-plug, or a block with two towers. */
export const ignitionCoil: Motif = (s) =>
  s.random.chance(65)
    ? turned(
        s.random.int(18, 36),
        box(362, 250, 76, 330, 16, { fill: rubber(s) }) +
          times(3, (i) => box(356, 330 + i * 80, 88, 14, 6, { fill: rubber(s) })).join('') +
          path('M372 580h56l8 66q-36 16-72 0Z', { fill: rubber(s) }) +
          thick('M300 130h180q24 0 24 24v90q0 20-20 20H316q-20 0-20-20V134Z', {
            dx: 10,
            dy: 12,
            fill: blackPlastic(s),
            side: '#0c0d0e',
          }) +
          box(318, 150, 150, 70, 8, { fill: '#3b3e43' }) +
          box(330, 162, 80, 10, 3, { fill: '#8d949b', opacity: 0.7 }) +
          box(330, 182, 56, 8, 3, { fill: '#8d949b', opacity: 0.5 }) +
          box(500, 160, 76, 62, 8, {
            fill: s.random.pick([blackPlastic(s), flat(s, 210, 30, 40), flat(s, 40, 10, 70)]),
          }) +
          ring(282, 250, 26, 12, { fill: steel(s, 'slant') }),
      )
    : turned(
        -8,
        thick('M190 330h420v170q0 30-30 30H220q-30 0-30-30Z', {
          dx: 14,
          dy: 18,
          fill: blackPlastic(s),
          side: '#0c0d0e',
        }) +
          [270, 400, 530]
            .map(
              (x) =>
                path(`M${x - 36} 340l10-120h52l10 120Z`, { fill: rubber(s) }) +
                ellipse(x, 222, 26, 9, { fill: '#0f1011' }) +
                ellipse(x, 222, 12, 4, { fill: '#c3913f' }),
            )
            .join('') +
          box(230, 400, 340, 70, 8, { fill: '#3b3e43' }) +
          box(250, 418, 160, 12, 3, { fill: '#8d949b', opacity: 0.7 }) +
          ring(176, 500, 32, 14, { fill: steel(s, 'slant') }) +
          ring(624, 500, 32, 14, { fill: steel(s, 'slant') }),
      )

/** Four leads with boots at both ends. */
export const ignitionLeads: Motif = (s) => {
  const hue = s.random.pick([215, 4, 46, 220, 200])
  const sat = s.random.pick([60, 8])
  const colours = { dark: hsl(hue, sat, 16), body: hsl(hue, sat, 32), light: hsl(hue, sat, 62) }
  return times(4, (i) => {
    const y = 190 + i * 120
    const bend = s.random.int(40, 110)
    return (
      tube(`M190 ${y}C320 ${y - bend} 440 ${y + bend} 610 ${y - 10}`, 17, colours) +
      group(
        `translate(190 ${y}) rotate(${-16})`,
        box(-90, -17, 110, 34, 12, { fill: rubber(s, 'down') }),
        times(3, (k) => box(-30 + k * 14, -19, 6, 38, 3, { fill: '#000', opacity: 0.4 })).join(''),
      ) +
      group(
        `translate(612 ${y - 10}) rotate(-12)`,
        box(-10, -15, 80, 30, 10, { fill: rubber(s, 'down') }),
        box(62, -9, 30, 18, 5, { fill: brass(s, 'down') }),
      )
    )
  }).join('')
}

/** Relay or small regulator: a box with blades. */
export const relay: Motif = (s) => {
  const pins = s.random.pick([4, 5, 6])
  const [hue, sat, light] = s.random.pick<Coat>([
    [220, 7, 20],
    [40, 60, 48],
    [140, 30, 34],
    [10, 60, 40],
    [210, 8, 70],
  ])
  const w = s.random.int(250, 330)
  const x = 400 - w / 2
  return turned(
    -10,
    times(
      pins,
      (i) =>
        box(x + 24 + i * ((w - 60) / (pins - 1)), 500, 16, 110, 3, { fill: steel(s) }) +
        hole(x + 32 + i * ((w - 60) / (pins - 1)), 590, 4),
    ).join('') +
      thick(`M${x} 230q0-20 20-20h${w - 40}q20 0 20 20v280q0 14-14 14H${x + 14}q-14 0-14-14Z`, {
        dx: 26,
        dy: 22,
        fill: flat(s, hue, sat, light),
        side: hsl(hue, sat, light - 14),
      }) +
      box(x + 24, 250, w - 48, 120, 6, { fill: hsl(hue, sat, light + 10), opacity: 0.6 }) +
      path(`M${x + 50} 460h40v-30h40v60h40v-30h${w - 230}`, {
        stroke: hsl(hue, sat, light > 50 ? 20 : 78),
        width: 5,
        opacity: 0.7,
      }) +
      times(3, (i) =>
        box(x + 44, 274 + i * 26, w * (0.6 - i * 0.14), 9, 3, {
          fill: hsl(hue, sat, light > 50 ? 24 : 80),
          opacity: 0.65,
        }),
      ).join('') +
      path(`M${x + 60} 210v-46h${w - 120}v46`, { fill: 'none', stroke: hsl(hue, sat, light - 6), width: 20 }),
  )
}
