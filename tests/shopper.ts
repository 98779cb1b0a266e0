import { type HTMLElement, parse } from 'node-html-parser'

export type Page = { status: number; url: string; html: string; root: HTMLElement }

const MOST_REDIRECTS = 10
let visitors = 0

function nextIp(): string {
  visitors += 1
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
}

/**
 * A person with a browser without JavaScript: keeps cookies, follows redirects, fills the forms of the page it sees.
 * Each has an IP of its own, as the proxy in front of the shop would report it.
 */
export function aShopper(origin: string, { ip = nextIp() } = {}) {
  const cookies = new Map<string, string>()

  async function ask(path: string, init: RequestInit = {}): Promise<Page> {
    let url = new URL(path, origin)
    let options = init
    for (let step = 0; step <= MOST_REDIRECTS; step++) {
      const answer = await fetch(url, {
        ...options,
        redirect: 'manual',
        headers: {
          ...options.headers,
          origin,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'x-forwarded-for': ip,
        },
      })
      for (const header of answer.headers.getSetCookie()) keep(header)
      const location = answer.headers.get('location')
      const html = await answer.text()
      if (!location) return { status: answer.status, url: url.href, html, root: parse(html) }
      url = new URL(location, url)
      options = {}
    }
    throw new Error(`Redirected in a circle at ${url.href}`)
  }

  function keep(header: string): void {
    const [pair = ''] = header.split(';')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    if (/max-age=0/i.test(header)) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    email: `camille-${ip}@example.test`,

    visit: (path: string) => ask(path),

    /** Posts the first form of the page that has this field, with what it holds already and what is typed now. */
    async submit(page: Page, fieldName: string, typed: Record<string, string> = {}): Promise<Page> {
      const form = page.root
        .querySelectorAll('form')
        .find((one) => one.querySelector(`[name="${fieldName}"]`))
      if (!form) throw new Error(`No form with ${fieldName} at ${page.url} (${page.status})`)
      const fields = new URLSearchParams({ ...held(form), ...typed })
      const action = new URL(form.getAttribute('action') || page.url, page.url)
      if (form.getAttribute('method')?.toLowerCase() !== 'post') return ask(`${action.pathname}?${fields}`)
      return ask(action.href, { method: 'POST', body: fields })
    },

    /** What a script or a curious person sends without a form. */
    post: (path: string, fields: Record<string, string>) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

export type Shopper = ReturnType<typeof aShopper>

/** What a browser would send of a form that nobody touched; submit buttons only when they are pressed. */
function held(form: HTMLElement): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const input of form.querySelectorAll('input')) {
    const name = input.getAttribute('name')
    const type = input.getAttribute('type') ?? 'text'
    const isChosen = !['checkbox', 'radio'].includes(type) || input.hasAttribute('checked')
    if (name && isChosen && type !== 'submit') fields[name] = input.getAttribute('value') ?? ''
  }
  for (const select of form.querySelectorAll('select')) {
    const name = select.getAttribute('name')
    const options = select.querySelectorAll('option')
    const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0]
    if (name && chosen) fields[name] = chosen.getAttribute('value') ?? chosen.text
  }
  for (const area of form.querySelectorAll('textarea')) {
    const name = area.getAttribute('name')
    if (name) fields[name] = area.text
  }
  return fields
}

export const ADDRESS = {
  email: 'camille@example.test',
  'shipping.fullName': 'Camille Martin',
  'shipping.street': '12 rue des Lilas',
  'shipping.postcode': '75011',
  'shipping.city': 'Paris',
  'shipping.country': 'FR',
}

/** From a filled cart to the review page. */
export async function walkToReview(shopper: Shopper, address: Partial<typeof ADDRESS> = {}): Promise<Page> {
  const delivery = await shopper.submit(await shopper.visit('/checkout'), 'shipping.fullName', {
    ...ADDRESS,
    email: shopper.email,
    ...address,
  })
  return shopper.submit(delivery, 'method', chosenMethod(delivery))
}

function chosenMethod(delivery: Page): Record<string, string> {
  const methods = delivery.root.querySelectorAll('input[name="method"]')
  const home = methods.find((method) => method.getAttribute('value') === 'home') ?? methods[0]
  return { method: home?.getAttribute('value') ?? '' }
}
