import type { Database } from '~/platform/db.server'
import { listMakeNames, listModelNames } from '~/vehicles/stored-vehicles.server'
import type { ModelPlan } from './gather-models'
import { addressOf, freeAddress, nameKey } from './name-key'
import type { VehicleRow } from './vehicle-rows'

type Make = { slug: string; name: string }
type KnownMake = Make & { id: number }

/** A model's rows of one batch, with the slugs that it and its make have or get. */
export type MatchedModel = {
  plan: ModelPlan
  make: Make
  slug: string
  storedId: number | null
  rows: VehicleRow[]
}

export type Makes = ReturnType<typeof openMakes>

/** Makes by their addresses and names, those that this import created among them. */
export function openMakes() {
  const bySlug = new Map<string, KnownMake>()
  const byName = new Map<string, KnownMake>()
  const know = (make: KnownMake) => {
    bySlug.set(make.slug, make)
    byName.set(nameKey(make.name), make)
  }
  return {
    know,
    learnStored: async (db: Database) => (await listMakeNames(db)).forEach(know),
    idOf: (slug: string) => bySlug.get(slug)?.id,
    /** Finds makes for a batch; two rows that name a new one alike find the same. */
    forBatch() {
      const fresh = new Map<string, Make>()
      const isTaken = (slug: string) =>
        bySlug.has(slug) || [...fresh.values()].some((make) => make.slug === slug)
      return (given: VehicleRow['make']): Make => {
        const named = byName.get(nameKey(given.name))
        const known = given.slug === null ? named : (bySlug.get(given.slug) ?? named)
        const key = given.slug ?? nameKey(given.name)
        const found = known ?? fresh.get(key) ?? fresh.get(nameKey(given.name))
        if (found) return found
        const make = { name: given.name, slug: given.slug ?? freeAddress(addressOf(given.name), isTaken) }
        fresh.set(key, make)
        fresh.set(nameKey(given.name), make)
        return make
      }
    },
  }
}

/** The rows of a batch by model: by the address they give, else by name. A sign more or less in a name is another model. */
export async function matchModels(
  db: Database,
  plans: readonly ModelPlan[],
  makeOf: (given: VehicleRow['make']) => Make,
): Promise<MatchedModel[]> {
  const groups = groupsOf(plans, makeOf)
  const stored = await listModelNames(db, [...new Set(groups.map(({ make }) => make.slug))])
  const matched = new Map<string, MatchedModel>()
  const settle = (group: Group, slug: string, storedId: number | null) => {
    const at = `${group.make.slug}/${slug}`
    const known = matched.get(at)
    if (known) known.rows.push(...group.rows)
    else matched.set(at, { plan: group.plan, make: group.make, rows: group.rows, slug, storedId })
  }
  // Addresses that the file itself gives are taken before any is made from a name.
  for (const group of groups.toSorted((a, b) => Number(a.slug === null) - Number(b.slug === null))) {
    const here = stored.filter(({ makeSlug }) => makeSlug === group.make.slug)
    const isTaken = (slug: string) =>
      here.some((model) => model.slug === slug) || matched.has(`${group.make.slug}/${slug}`)
    if (group.slug !== null) {
      settle(group, group.slug, here.find(({ slug }) => slug === group.slug)?.id ?? null)
      continue
    }
    const address = addressOf(group.name)
    const alike = here.filter(({ name }) => nameKey(name) === group.key)
    const known = alike.find(({ slug }) => slug === address) ?? alike[0]
    const given = groups.find(
      (other) => other.slug !== null && other.make.slug === group.make.slug && other.key === group.key,
    )
    settle(group, known?.slug ?? given?.slug ?? freeAddress(address, isTaken), known?.id ?? null)
  }
  return [...matched.values()]
}

type Group = {
  plan: ModelPlan
  make: Make
  slug: string | null
  name: string
  key: string
  rows: VehicleRow[]
}

function groupsOf(plans: readonly ModelPlan[], makeOf: (given: VehicleRow['make']) => Make): Group[] {
  const groups = new Map<string, Group>()
  for (const plan of plans)
    for (const row of plan.rows) {
      if (row.problems.length > 0 || row.isRepeat) continue
      const { slug, name } = row.model
      const [make, key] = [makeOf(row.make), nameKey(name)]
      const at = JSON.stringify([make.slug, slug, slug === null ? key : ''])
      const known = groups.get(at)
      if (known) known.rows.push(row)
      else groups.set(at, { plan, make, slug, name, key, rows: [row] })
    }
  return [...groups.values()]
}
