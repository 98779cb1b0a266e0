import type { Response } from 'express'

/** A refusal before any page is drawn: nobody meets it by using the shop, so one plain line is enough. */
export function refuse(response: Response, status: number, why: string): void {
  response.status(status).type('text/plain').set('Cache-Control', 'no-store').send(`${why}\n`)
}
