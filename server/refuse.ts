import type { Response } from 'express'
import { languageOfPath } from '../app/i18n/language'
import { translator } from '../app/i18n/translator.server'
import { COME_BACK_SECONDS } from './answer-rules'

/** A refusal before any page is drawn: nobody meets it by using the shop, so one plain line is enough. */
export function refuse(response: Response, status: number, why: string): void {
  const wait = COME_BACK_SECONDS[status]
  if (wait && !response.get('Retry-After')) response.set('Retry-After', String(wait))
  response.status(status).type('text/plain').set('Cache-Control', 'no-store').send(`${why}\n`)
}

/** A limit that people behind one IP may meet together: said in the language of the page they asked for. */
export function refuseForNow(response: Response, { path, seconds }: { path: string; seconds: number }): void {
  const language = languageOfPath(path)
  const t = translator(language)
  const words = [t('ui.page.tooMany.title'), t('ui.page.tooMany.wait', { count: Math.ceil(seconds / 60) })]
  response.set('Retry-After', String(seconds))
  if (!response.req.accepts('html')) {
    refuse(response, 429, words.join('. '))
    return
  }
  response
    .status(429)
    .type('html')
    .set('Cache-Control', 'no-store')
    .send(`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words[0]}</title></head><body><h1>${words[0]}</h1><p>${words[1]}</p></body></html>
`)
}
