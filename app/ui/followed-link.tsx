import type { ComponentPropsWithoutRef } from 'react'

export type FollowedLinkProps = Omit<ComponentPropsWithoutRef<'a'>, 'href'> & {
  to: string
  /** Fetches the page as soon as somebody points at the link. */
  prefetch?: boolean
  /** Leaves the page where it is scrolled to. */
  preventScrollReset?: boolean
  /** Takes the place of this page in the history. */
  replace?: boolean
  /** False where there are hundreds: Remix then asks for the page's code when it is clicked, not ahead. */
  discover?: boolean
  /** Loads a new document after all. */
  reloadDocument?: boolean
}

/**
 * A link that is followed without loading a new document once the page's scripts run: `FollowLinks` does it for all of
 * them. Remix's own link asks the router for its whole state; a page has a hundred links and is drawn in a few milliseconds.
 */
export function FollowedLink({
  to,
  prefetch,
  preventScrollReset,
  replace,
  discover = true,
  reloadDocument = false,
  ...props
}: FollowedLinkProps) {
  return (
    <a
      {...props}
      href={to}
      // Remix's own mark for links whose pages it learns of ahead.
      data-discover={(discover && !reloadDocument) || undefined}
      data-followed={(!discover && !reloadDocument) || undefined}
      data-prefetch={prefetch}
      data-keeps-scroll={preventScrollReset}
      data-replaces={replace}
    />
  )
}
