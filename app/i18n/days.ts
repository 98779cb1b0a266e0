import { Temporal } from 'temporal-polyfill'
import { shopTimeZone } from './time-zone'

/** Which end of a bare day is meant: its first moment, or the first one after it. */
export type DayEdge = 'from' | 'until'

/** `2026-11-20` or `20/11/2026`, with or without a time; one that carries a zone is the shop's day of that moment. */
export function readDay(typed: string): string | null {
  const { day, time } = parts(typed)
  if (time === '') return existing(day)
  const instant = readInstant(typed, 'from')
  return instant && dayOf(instant)
}

/**
 * The moment that a day or a day with a time means. A bare day is whole, in the shop's zone: "until 25 November" ends when
 * the 26th begins, also when the clocks change. A time without a zone is the shop's; one that the change of clocks leaves
 * out is an hour later, one that comes twice is the first.
 */
export function readInstant(typed: string, edge: DayEdge): Date | null {
  const { day, time } = parts(typed)
  if (existing(day) === null) return null
  if (time === '') return edge === 'from' ? startOfDay(day) : endOfDay(day)
  if (!/^\d{2}:\d{2}(:\d{2}([.,]\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?$/.test(time)) return null
  try {
    return /Z|[+-]/.test(time)
      ? moment(Temporal.Instant.from(`${day}T${time}`))
      : moment(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(shopTimeZone()))
  } catch {
    return null
  }
}

/** The first moment of a day in the shop. Where clocks change at midnight, that is not 00:00. */
export function startOfDay(day: string): Date {
  return moment(Temporal.PlainDate.from(day).toZonedDateTime(shopTimeZone()))
}

/** The first moment after a day in the shop: what lasts "until" that day holds before it, and no longer at it. */
export function endOfDay(day: string): Date {
  return moment(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(shopTimeZone()))
}

/** Which day it is in the shop. */
export function dayOf(time: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(time.getTime())
    .toZonedDateTimeISO(shopTimeZone())
    .toPlainDate()
    .toString()
}

function parts(typed: string): { day: string; time: string } {
  const [, written = '', , time = ''] = /^([\d./-]+)([T ](.+))?$/.exec(typed.trim()) ?? []
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written) ?? []
  return { day: year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written, time }
}

function existing(day: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

function moment({ epochMilliseconds }: { epochMilliseconds: number }): Date {
  return new Date(epochMilliseconds)
}
