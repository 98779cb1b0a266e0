import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { shopSettings } from './setting-tables.server'
import { defaultSettings, type SettingName, type Settings, settingsSchema } from './settings'

/** The settings as they are in the database now: commands use these. A value that no longer fits is its default. */
export async function readSettings(db: Database): Promise<Settings> {
  const rows = await db.select({ name: shopSettings.name, value: shopSettings.value }).from(shopSettings)
  const stored = new Map(rows.map((row) => [row.name, row.value]))
  return {
    shop: valid('shop', stored.get('shop')),
    stock: valid('stock', stored.get('stock')),
    orders: valid('orders', stored.get('orders')),
    accounts: valid('accounts', stored.get('accounts')),
  }
}

function valid<Name extends SettingName>(name: Name, value: unknown): Settings[Name] {
  const outcome = settingsSchema.shape[name].safeParse(value ?? {})
  return outcome.success ? (outcome.data as Settings[Name]) : defaultSettings[name]
}

/** For pages: up to a minute old, dropped everywhere when a setting is saved. */
export function readCachedSettings({ db, cache }: { db: Database; cache: Cache }): Promise<Settings> {
  return cache.remember({ key: 'settings', seconds: 60, read: () => readSettings(db) })
}
