import brokenGear from './drawings/broken-gear.svg'
import closedDoor from './drawings/closed-door.svg'
import emptyCart from './drawings/empty-cart.svg'
import emptyShelf from './drawings/empty-shelf.svg'
import lostWay from './drawings/lost-way.svg'
import nothingFound from './drawings/nothing-found.svg'
import unplugged from './drawings/unplugged.svg'

/** The drawings of empty and broken pages: ink lines with one touch of clay. Files, so that no script carries them. */
const DRAWINGS = {
  'empty-shelf': emptyShelf,
  'empty-cart': emptyCart,
  'nothing-found': nothingFound,
  'lost-way': lostWay,
  'closed-door': closedDoor,
  'broken-gear': brokenGear,
  unplugged,
}

export type Drawing = keyof typeof DRAWINGS

/** Decorative: the words beside it say it all. */
export function Drawn({ drawing, className = 'w-56' }: { drawing: Drawing; className?: string }) {
  return <img src={DRAWINGS[drawing]} width={224} height={152} alt="" className={`${className} h-auto`} />
}
