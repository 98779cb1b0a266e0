import { useEffect, useState } from 'react'
import { useLocalPath } from '~/i18n/local-path'
import type { Suggestions } from './suggestions'

const PAUSE_MS = 120
const SHORTEST = 2

/** What is suggested for the text of a field, a moment after the last key. An answer that came too late is dropped. */
export function useSuggestions(input: HTMLInputElement): Suggestions | null {
  const path = useLocalPath()('/search/suggestions')
  const [suggestions, setSuggestions] = useState<Suggestions | null>(null)

  useEffect(() => {
    let asked = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined

    async function ask(query: string) {
      asked.abort()
      asked = new AbortController()
      if (query.length < SHORTEST) return setSuggestions(null)
      try {
        const response = await fetch(`${path}?${new URLSearchParams({ q: query })}`, {
          signal: asked.signal,
        })
        if (response.ok) setSuggestions(await response.json())
      } catch {
        // Stale or offline: the form searches without suggestions.
      }
    }
    function askSoon() {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(input.value.trim()), PAUSE_MS)
    }

    askSoon()
    input.addEventListener('input', askSoon)
    return () => {
      input.removeEventListener('input', askSoon)
      clearTimeout(timer)
      asked.abort()
    }
  }, [input, path])

  return suggestions
}
