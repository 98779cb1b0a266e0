import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { shopSettings } from './setting-tables.server'
import { type SettingName, type Settings, settingsSchema } from './settings'

export type SaveSettingOutcome = { ok: true } | { ok: false; reason: 'wrong-value'; fields: string[] }

/** Replaces one group of settings; `value` may be partial, what it leaves out becomes the default. */
export async function saveSetting<Name extends SettingName>(
  { db }: { db: Database },
  { name, value }: { name: Name; value: Partial<Settings[Name]> },
): Promise<SaveSettingOutcome> {
  const outcome = settingsSchema.shape[name].safeParse(value)
  if (!outcome.success)
    return {
      ok: false,
      reason: 'wrong-value',
      fields: outcome.error.issues.map((issue) => issue.path.join('.')),
    }

  await db
    .insert(shopSettings)
    .values({ name, value: outcome.data })
    .onConflictDoUpdate({
      target: shopSettings.name,
      set: { value: sql`excluded.value`, changedAt: sql`clock_timestamp()` },
    })
  return { ok: true }
}
