/** What a colour says. Never the only sign: words or an icon say it too. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'notice'
