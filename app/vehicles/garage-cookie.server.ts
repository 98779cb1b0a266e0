import { createCookie } from '@remix-run/node'
import * as z from 'zod'
import type { Environment } from '~/platform/env.server'
import { EMPTY_GARAGE, GARAGE_PLACES, type Garage } from './garage/garage'

type CookieSettings = Pick<Environment, 'ORIGIN' | 'SESSION_SECRET'>

const DAYS = 180
const LARGEST_ID = 2 ** 31 - 1

const id = z.int().min(1).max(LARGEST_ID)

const storedGarage = z.object({
  chosenId: id.nullable(),
  vehicles: z
    .array(
      z.object({
        typeId: id,
        built: z.string().max(10).nullish(),
        chassis: z.string().max(17).nullish(),
        airConditioning: z.boolean().nullish(),
      }),
    )
    .max(GARAGE_PLACES),
})

function garageCookie({ ORIGIN, SESSION_SECRET }: CookieSettings) {
  const isSecure = ORIGIN.startsWith('https://')
  return createCookie(isSecure ? '__Host-garage' : 'garage', {
    secrets: [SESSION_SECRET],
    httpOnly: true,
    secure: isSecure,
    sameSite: 'lax',
    path: '/',
  })
}

/** The visitor's garage; an empty one where the cookie is missing, altered or of an older shape. */
export async function readGarage(request: Request, env: CookieSettings): Promise<Garage> {
  const value: unknown = await garageCookie(env)
    .parse(request.headers.get('Cookie'))
    .catch(() => null)
  const garage = storedGarage.safeParse(value)
  return garage.success ? garage.data : EMPTY_GARAGE
}

/** The `Set-Cookie` that keeps the garage; an empty one is forgotten. */
export function rememberGarage(garage: Garage, env: CookieSettings): Promise<string> {
  const isEmpty = garage.vehicles.length === 0
  return garageCookie(env).serialize(garage, { maxAge: isEmpty ? 0 : DAYS * 24 * 3600 })
}
