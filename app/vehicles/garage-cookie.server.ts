import * as z from 'zod'
import type { Environment } from '~/platform/env.server'
import { hostCookie } from '~/platform/host-cookie.server'
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

const garageCookie = (env: CookieSettings) => hostCookie('garage', env, { secrets: [env.SESSION_SECRET] })

/** The visitor's garage; an empty one where the cookie is missing, altered or of an older shape. */
export async function readGarage(request: Request, env: CookieSettings): Promise<Garage> {
  const garage = storedGarage.safeParse(await garageCookie(env).read(request.headers.get('Cookie')))
  return garage.success ? garage.data : EMPTY_GARAGE
}

/** The `Set-Cookie` that keeps the garage; an empty one is forgotten. */
export function rememberGarage(garage: Garage, env: CookieSettings): Promise<string> {
  const cookie = garageCookie(env)
  return garage.vehicles.length === 0 ? cookie.forget() : cookie.keep(garage, { days: DAYS })
}
