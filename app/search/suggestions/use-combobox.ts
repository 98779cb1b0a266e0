import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'

/**
 * Makes a field the combobox of a list (WAI-ARIA: list autocomplete with manual selection): arrows walk through the
 * options, Enter takes one, Escape closes. The focus stays in the field; the option walked to is named to it.
 */
export function useCombobox(
  input: HTMLInputElement,
  { listId, optionCount }: { listId: string; optionCount: number },
) {
  const { key: page } = useLocation()
  const [wantedOn, setWantedOn] = useState<string | null>(page)
  const [walkedTo, setWalkedTo] = useState(-1)
  // Another page closes the list; another list begins anew.
  const isOpen = wantedOn === page && optionCount > 0
  const active = isOpen && walkedTo < optionCount ? walkedTo : -1

  useEffect(() => {
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', listId)
    input.setAttribute('aria-expanded', String(isOpen))
    if (active >= 0) input.setAttribute('aria-activedescendant', `${listId}-${active}`)
    else input.removeAttribute('aria-activedescendant')
  }, [input, listId, isOpen, active])

  useEffect(() => {
    function walk(event: KeyboardEvent) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        setWantedOn(page)
        setWalkedTo(next(active, { step: event.key === 'ArrowDown' ? 1 : -1, optionCount }))
      } else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault()
        document.getElementById(`${listId}-${active}`)?.click()
      } else if (event.key === 'Escape' && isOpen) {
        event.preventDefault()
        close()
      }
    }
    function open() {
      setWantedOn(page)
      setWalkedTo(-1)
    }
    function close() {
      setWantedOn(null)
      setWalkedTo(-1)
    }
    input.addEventListener('keydown', walk)
    input.addEventListener('input', open)
    input.addEventListener('focus', open)
    input.addEventListener('blur', close)
    return () => {
      input.removeEventListener('keydown', walk)
      input.removeEventListener('input', open)
      input.removeEventListener('focus', open)
      input.removeEventListener('blur', close)
    }
  }, [input, listId, page, optionCount, isOpen, active])

  return { isOpen, active, optionId: (index: number) => `${listId}-${index}` }
}

/** Up and down the options and round the end, with the field itself (-1) between the last and the first. */
function next(active: number, { step, optionCount }: { step: 1 | -1; optionCount: number }): number {
  const places = optionCount + 1
  return ((active + 1 + step + places) % places) - 1
}
