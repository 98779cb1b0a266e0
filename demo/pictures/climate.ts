import { aluminium, blackPlastic, darkSteel, flat, hsl, round, rubber, steel, zinc } from './materials'
import {
  around,
  BLACK_TUBE,
  boltHead,
  box,
  circle,
  circlePath,
  fans,
  hole,
  path,
  ring,
  STEEL_TUBE,
  sheen,
  thick,
  times,
  tube,
  turned,
} from './shapes'
import type { Motif } from './studio'

export const blowerMotor: Motif = (s) => {
  const r = s.random.int(190, 230)
  return turned(
    s.random.int(-14, 14),
    thick(circlePath(390, 380, r + 40), { dx: 14, dy: 18, fill: flat(s, 220, 6, 25), side: '#0b0b0c' }) +
      around(3, 390, 380, () => hole(390 + r + 22, 380, 12), 40) +
      circle(390, 380, r, { fill: '#0e0f10' }) +
      around(36, 390, 380, () =>
        path(`M${390 + r * 0.72} 374q${r * 0.12}-8 ${r * 0.26} 6l-4 8q-${r * 0.14}-10-${r * 0.22} 0Z`, {
          fill: s.linear([
            [0, '#7a8087'],
            [1, '#2a2d30'],
          ]),
        }),
      ) +
      circle(390, 380, r * 0.7, {
        fill: s.radial(
          [
            [0, '#55595e'],
            [1, '#1b1d1f'],
          ],
          [0.4, 0.35, 0.7],
        ),
      }) +
      circle(390, 380, r * 0.24, { fill: steel(s, 'slant') }) +
      circle(390, 380, r * 0.1, { fill: '#c39a4a' }) +
      tube('M600 520C680 560 690 640 620 690', 11, BLACK_TUBE) +
      box(580, 670, 60, 56, 8, { fill: blackPlastic(s) }),
  )
}

/** Blower resistor: a finned block on a plug. */
export const resistor: Motif = (s) =>
  turned(
    s.random.int(-20, 10),
    s.random.chance(55)
      ? times(11, (i) => box(210 + i * 34, 210, 16, 190, 4, { fill: aluminium(s) })).join('') +
          box(196, 380, 408, 44, 6, { fill: aluminium(s, 'down') }) +
          thick('M170 424h460v80q0 20-20 20H190q-20 0-20-20Z', {
            dx: 10,
            dy: 14,
            fill: flat(s, 220, 6, 26),
            side: '#0b0b0c',
          }) +
          box(300, 520, 200, 90, 10, { fill: blackPlastic(s) }) +
          hole(200, 476, 11) +
          hole(600, 476, 11)
      : thick('M190 380h420v110q0 20-20 20H210q-20 0-20-20Z', {
          dx: 10,
          dy: 14,
          fill: flat(s, 40, 10, 70),
          side: '#7c7466',
        }) +
          times(3, (k) =>
            tube(`M${240 + k * 110} 380v-60${times(5, (i) => `q${i % 2 ? 40 : -40}-14 0-28`).join('')}`, 9, {
              dark: '#6b5a2a',
              body: '#b79a4e',
              light: '#f5e6b0',
            }),
          ).join('') +
          box(300, 510, 200, 90, 10, { fill: blackPlastic(s) }),
  )

export const acCompressor: Motif = (s) =>
  turned(
    s.random.int(-14, 12),
    box(360, 230, 340, 300, 40, { fill: aluminium(s, 'down') }) +
      [430, 560].map((x) => box(x, 224, 14, 312, 6, { fill: '#000', opacity: 0.2 })).join('') +
      box(470, 170, 160, 80, 14, { fill: zinc(s) }) +
      hole(512, 206, 20) +
      hole(588, 206, 16) +
      box(380, 180, 70, 60, 16, { fill: zinc(s) }) +
      hole(416, 208, 14) +
      box(380, 520, 70, 60, 16, { fill: zinc(s) }) +
      hole(416, 552, 14) +
      thick(circlePath(290, 390, 190), { dx: 46, dy: 6, fill: darkSteel(s, 'slant'), side: '#2a2c2f' }) +
      times(6, (i) => ring(326 - i * 6, 395 - i, 190, 186, { fill: i % 2 ? '#0e0f10' : '#8e9499' })).join(
        '',
      ) +
      circle(290, 390, 186, { fill: steel(s, 'slant') }) +
      fans(s, 290, 390, 186, 110, 0.4) +
      ring(290, 390, 132, 122, { fill: '#26282a' }) +
      circle(290, 390, 118, { fill: flat(s, 220, 6, 36) }) +
      around(
        3,
        290,
        390,
        () =>
          path('M310 360q60-20 90 0v60q-30 20-90 0Z', { fill: steel(s, 'slant') }) +
          circle(366, 390, 10, { fill: '#26282a' }),
      ) +
      boltHead(s, 290, 390, 32) +
      tube('M560 530C560 600 620 600 640 650', 10, BLACK_TUBE),
  )

export const receiverDrier: Motif = (s) => {
  const h = s.random.int(330, 420)
  return turned(
    s.random.int(-14, 10),
    box(330, 400 - h / 2, 140, h, 44, { fill: s.random.pick([aluminium(s), round(s, 220, 7, 20)]) }) +
      box(312, 374 - h / 2, 176, 70, 14, { fill: aluminium(s, 'down') }) +
      hole(352, 404 - h / 2, 15) +
      hole(448, 404 - h / 2, 15) +
      tube(`M470 ${392 - h / 2}C580 ${380 - h / 2} 600 ${460 - h / 2} 560 ${520 - h / 2}`, 20, STEEL_TUBE) +
      box(326, 400 + h / 2 - 70, 148, 12, 4, { fill: '#000', opacity: 0.22 }) +
      box(350, 380, 100, 80, 4, { fill: '#fff', opacity: 0.85 }) +
      box(362, 394, 60, 8, 2, { fill: hsl(s.random.int(0, 360), 60, 42) }) +
      box(362, 412, 74, 6, 2, { fill: '#777' }) +
      box(362, 426, 50, 6, 2, { fill: '#aaa' }),
  )
}
void rubber
void sheen
