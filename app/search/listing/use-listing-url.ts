import { useLocation, useNavigate, useNavigation } from '@remix-run/react'

/** Typed fields that were left empty, and a listing's first page, are left out of its URL. */
function urlOf(form: HTMLFormElement): string {
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    const isDefault = value === '' || (name === 'sort' && value === 'relevance')
    if (typeof value === 'string' && !isDefault) params.append(name, value)
  }
  return params.size > 0 ? `?${params}` : ''
}

/** Where the filters of a listing lead, and whether the answer is on its way. */
export function useListingUrl() {
  const location = useLocation()
  const navigation = useNavigation()
  const navigate = useNavigate()
  return {
    isPending: navigation.location?.pathname === location.pathname,
    show(form: HTMLFormElement): void {
      navigate(location.pathname + urlOf(form), { preventScrollReset: true })
    },
  }
}
