import type { ReactNode } from 'react'

/** The drawings of empty and broken pages: ink lines on paper with one touch of the accent. */
export type Drawing =
  | 'empty-shelf'
  | 'empty-cart'
  | 'nothing-found'
  | 'lost-way'
  | 'closed-door'
  | 'broken-gear'
  | 'unplugged'

export function Drawn({ drawing, className = 'w-56' }: { drawing: Drawing; className?: string }) {
  return (
    <svg
      viewBox="0 0 224 152"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`${className} h-auto stroke-ink`}
    >
      <ellipse cx="112" cy="138" rx="92" ry="8" className="fill-paper-sunk stroke-none" />
      {DRAWINGS[drawing]}
    </svg>
  )
}

const paper = 'fill-white'
const clay = 'fill-accent-tint'

const DRAWINGS: Record<Drawing, ReactNode> = {
  'empty-shelf': (
    <>
      <path d="M44 20v118M180 20v118" />
      <path d="M38 56h148v6H38zM38 104h148v6H38z" className={paper} />
      <path d="M128 104V82l18-8 18 8v22" className={clay} />
      <path d="m128 82 18 8 18-8M146 90v14" />
      <path d="M62 104V92h26v12" strokeDasharray="3 5" />
      <path d="M60 56V34h18v22M88 56V42h28v14" strokeDasharray="3 5" />
      <path d="M158 56c0-6 5-10 10-12" />
      <circle cx="171" cy="42" r="3" className={clay} />
    </>
  ),
  'empty-cart': (
    <>
      <path d="M62 58h100l-9 74a6 6 0 0 1-6 5H77a6 6 0 0 1-6-5L62 58Z" className={paper} />
      <path d="M62 58h100l-2 16H64l-2-16Z" className={clay} />
      <path d="M90 66V46a22 22 0 0 1 44 0v20" />
      <circle cx="90" cy="67" r="2.5" className="fill-ink" />
      <circle cx="134" cy="67" r="2.5" className="fill-ink" />
      <path d="M98 106c8 7 20 7 28 0" />
      <path d="M178 34l6-8M186 44l10-3M174 24l-1-9" className="stroke-accent" />
    </>
  ),
  'nothing-found': (
    <>
      <path d="M40 44h74v88H40z" className={paper} />
      <path d="M40 44h74v16H40z" className={clay} />
      <path d="M52 76h36M52 90h48M52 104h26" strokeDasharray="3 5" />
      <circle cx="138" cy="80" r="34" className={paper} />
      <circle cx="138" cy="80" r="25" />
      <path d="m163 104 26 28" strokeWidth="7" className="stroke-accent" />
      <path d="m128 70 20 20M148 70l-20 20" />
    </>
  ),
  'lost-way': (
    <>
      <path d="M112 22v116" strokeWidth="5" />
      <path d="M112 34h52l14 13-14 13h-52z" className={clay} />
      <path d="M112 70H58L44 83l14 13h54z" className={paper} />
      <path d="M124 47h34M66 83h36" strokeDasharray="3 5" />
      <path d="M92 138c2-8 8-12 14-12M134 138c-2-6-6-9-12-9" />
      <path d="M28 138c0-9 4-14 10-17M34 138c2-6 6-8 11-9M190 138c0-7-3-11-8-13" />
      <circle cx="112" cy="22" r="4" className={paper} />
    </>
  ),
  'closed-door': (
    <>
      <path d="M68 138V26h88v112" className={paper} />
      <path d="M80 138V38h64v100" className={paper} />
      <path d="M90 48h44v28H90zM90 108h44v18H90z" />
      <path d="M98 94a14 14 0 0 1 28 0" />
      <path d="M92 92h40v28H92z" className={clay} />
      <circle cx="112" cy="104" r="4" className="fill-ink" />
      <path d="M112 107v6" />
      <path d="M54 138h116" />
      <path d="M112 48v28M90 62h44" strokeDasharray="3 5" />
    </>
  ),
  'broken-gear': (
    <>
      <path
        d="M96 40l4-14h16l4 14 10 5 13-7 11 11-7 13 5 10 14 4v16l-14 4-5 10 7 13-11 11-13-7-10 5-3 9h-18l-3-9-10-5-13 7-11-11 7-13-5-10-14-4V76l14-4 5-10-7-13 11-11 13 7Z"
        transform="translate(4 -2) scale(.96)"
        className={paper}
      />
      <circle cx="108" cy="80" r="20" className={clay} />
      <path d="m120 24-8 22 10 10-12 14 8 8-6 12" className="stroke-accent" strokeWidth="2.5" />
      <path d="M180 44l8-6M184 58h10M176 32l3-9" className="stroke-accent" />
    </>
  ),
  unplugged: (
    <>
      <path d="M14 92c30 0 24-22 44-22" />
      <path d="M58 54h22a14 14 0 0 1 14 14v4a14 14 0 0 1-14 14H58z" className={paper} />
      <path d="M94 62h12M94 78h12" strokeWidth="4" />
      <path d="M168 54h-22a14 14 0 0 0-14 14v4a14 14 0 0 0 14 14h22z" className={clay} />
      <path d="M168 70c22 0 16 34 44 34" />
      <path d="m113 44-3-12M119 44l5-11M108 98l-4 10M118 98l3 12" className="stroke-accent" />
      <path d="M70 138h84M92 128h40" strokeDasharray="3 5" />
    </>
  ),
}
