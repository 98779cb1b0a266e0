import type { Config } from 'tailwindcss'

/** The look of the shop: ink on paper, one warm accent, an eight-pixel rhythm. */
export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      white: '#ffffff',
      // Paper: surfaces and lines, from the page itself to a strong rule.
      paper: { DEFAULT: '#faf8f5', sunk: '#f3efe9', line: '#e6e0d6', rule: '#cfc6b8', edge: '#8d8375' },
      // Ink: text. `soft` and `faint` keep 4.5:1 on every paper.
      ink: { DEFAULT: '#1d1a16', strong: '#0f0d0b', soft: '#4d463d', faint: '#6b6257', night: '#181613' },
      // The one accent: fired clay.
      accent: {
        wash: '#fdf3ec',
        tint: '#f8dcc8',
        soft: '#e8a27c',
        DEFAULT: '#b3431b',
        deep: '#8f3313',
        night: '#f0a57d',
      },
      success: { wash: '#eef6ee', tint: '#cfe5cf', DEFAULT: '#2b6a3b', deep: '#1f4f2c' },
      warning: { wash: '#fdf6e3', tint: '#f1dfae', DEFAULT: '#7d5504', deep: '#5d3f03' },
      danger: { wash: '#fdf0ef', tint: '#f4cfcb', DEFAULT: '#a8231c', deep: '#7f1914' },
      notice: { wash: '#eef3f8', tint: '#cddceb', DEFAULT: '#285a86', deep: '#1c4366' },
    },
    fontFamily: {
      sans: ['Inter Variable', 'Inter fallback', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      xs: ['0.75rem', { lineHeight: '1rem' }],
      sm: ['0.875rem', { lineHeight: '1.25rem' }],
      base: ['1rem', { lineHeight: '1.5rem' }],
      lg: ['1.125rem', { lineHeight: '1.625rem', letterSpacing: '-0.006em' }],
      xl: ['1.375rem', { lineHeight: '1.75rem', letterSpacing: '-0.012em' }],
      '2xl': ['1.75rem', { lineHeight: '2.125rem', letterSpacing: '-0.018em' }],
      '3xl': ['2.25rem', { lineHeight: '2.625rem', letterSpacing: '-0.022em' }],
      '4xl': ['3rem', { lineHeight: '3.25rem', letterSpacing: '-0.028em' }],
    },
    borderRadius: { none: '0', sm: '3px', DEFAULT: '6px', lg: '10px', xl: '14px', full: '9999px' },
    boxShadow: {
      none: 'none',
      low: '0 1px 2px rgb(29 26 22 / 0.06)',
      raised: '0 1px 2px rgb(29 26 22 / 0.05), 0 4px 12px rgb(29 26 22 / 0.07)',
      floating: '0 2px 6px rgb(29 26 22 / 0.06), 0 16px 40px rgb(29 26 22 / 0.16)',
    },
    screens: { sm: '40rem', md: '48rem', lg: '64rem', xl: '80rem' },
    extend: {
      maxWidth: { page: '80rem', reading: '42rem', form: '28rem' },
    },
  },
} satisfies Config
