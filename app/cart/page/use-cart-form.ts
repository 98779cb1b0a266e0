import { useFetcher } from '@remix-run/react'
import type { FormEvent } from 'react'
import { useLocalPath } from '~/i18n/local-path'
import type { CartReply } from '../cart-reply'

/**
 * A form that posts to the cart from wherever it stands. Without JavaScript the browser goes to the cart's page; with it,
 * the page stays, and asks by `stay` for an answer instead of a redirect.
 */
export function useCartForm() {
  const fetcher = useFetcher<CartReply>()
  const action = useLocalPath()('/cart')

  function send(form: HTMLFormElement) {
    const entries = new FormData(form)
    entries.set('stay', '1')
    fetcher.submit(entries, { method: 'post', action })
  }

  return {
    form: {
      method: 'post' as const,
      action,
      // The shop's own words say what is wrong, in the language of the page.
      noValidate: true,
      onSubmit(event: FormEvent<HTMLFormElement>) {
        event.preventDefault()
        send(event.currentTarget)
      },
    },
    send,
    reply: fetcher.state === 'idle' ? fetcher.data : undefined,
    isSending: fetcher.state !== 'idle',
  }
}
