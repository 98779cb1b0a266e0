import cluster from 'node:cluster'
import type { RequestHandler, Router } from 'express'
import express from 'express'
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client'
import { PREFIXED_LANGUAGES } from '../app/i18n/language'
import { isSameToken } from '../app/platform/ids.server'
import type { KeptPages } from './page-cache/kept-pages'
import { refuse } from './refuse'

const SECTIONS = new Set([
  'c',
  'p',
  'brands',
  'catalog',
  'search',
  'cart',
  'checkout',
  'order',
  'admin',
  'api',
  'webhooks',
  'media',
  'assets',
])

/** The first part of the path where it is one of ours: labels must stay few whatever is asked for. */
function sectionOf(path: string): string {
  const [first, second] = path.split('/').filter((part) => part !== '')
  const section = (PREFIXED_LANGUAGES.some((language) => language === first) ? second : first)?.replace(
    /\.data$/,
    '',
  )
  if (section === undefined) return 'home'
  return SECTIONS.has(section) ? section : 'other'
}

export function measureRequests(): RequestHandler {
  collectDefaultMetrics()
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by section of the shop',
    labelNames: ['method', 'section', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  })
  return (request, response, next) => {
    const end = durations.startTimer({ method: request.method, section: sectionOf(request.path) })
    response.on('finish', () => end({ status: `${Math.floor(response.statusCode / 100)}xx` }))
    next()
  }
}

/** Pages answered from memory, and what had to be drawn; they are counted here alone. */
export function countKeptPages(pages: KeptPages): void {
  new Counter({
    name: 'kept_pages_total',
    help: 'Requests for pages that may be kept, by how they were answered, and kept pages dropped by a change',
    labelNames: ['outcome'],
    collect() {
      this.reset()
      for (const [outcome, count] of Object.entries(pages.counts)) this.inc({ outcome }, count)
    },
  })
  new Gauge({
    name: 'changes_are_heard',
    help: '1 while the database tells this process what changes, so that pages can be kept for more than moments',
    collect() {
      this.set(pages.isHearing() ? 1 : 0)
    },
  })
  new Gauge({
    name: 'kept_pages_bytes',
    help: 'Memory of the kept pages',
    collect() {
      this.set(pages.size().bytes)
    },
  })
}

/** Searches that Postgres answered because Meilisearch did not. */
export function countDegradedSearches(onDegraded: (listener: () => void) => void): void {
  const count = new Counter({ name: 'search_degraded_total', help: 'Searches answered without Meilisearch' })
  onDegraded(() => count.inc())
}

/** Open on a developer's machine; elsewhere it asks for the token that the collector was given. */
export function metricsPage({
  token,
  isProduction,
}: {
  token?: string | undefined
  isProduction: boolean
}): Router {
  const aggregator = cluster.isWorker ? new AggregatorRegistry() : undefined
  return express.Router().get('/metrics', (request, response, next) => {
    const given = request.get('authorization')?.replace(/^Bearer /, '') ?? ''
    const isAllowed = token ? isSameToken(given, token) : !isProduction
    if (!isAllowed) return refuse(response, 404, 'Not found.')

    const counted = aggregator ? askPrimary() : register.metrics()
    counted.then(
      (text) => response.type(register.contentType).set('Cache-Control', 'no-store').send(text),
      next,
    )
  })
}

type MetricsAnswer = { type: 'metrics-answer'; id: number; text: string }
let questions = 0

/** Each worker counts for itself; the primary process adds them up. */
function askPrimary(): Promise<string> {
  const id = ++questions
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => done(new Error('The primary process did not answer')), 3_000)
    function listen(message: MetricsAnswer) {
      if (message?.type === 'metrics-answer' && message.id === id) done(undefined, message.text)
    }
    function done(fault?: Error, text = '') {
      clearTimeout(timer)
      process.off('message', listen)
      fault ? reject(fault) : resolve(text)
    }
    process.on('message', listen)
    process.send?.({ type: 'metrics-question', id })
  })
}

/** In the primary process: answers the workers' questions with the sum over all of them. */
export function answerMetricsQuestions(): void {
  const aggregator = new AggregatorRegistry()
  cluster.on('message', (worker, message: { type?: string; id?: number }) => {
    if (message?.type !== 'metrics-question') return
    const answer = (text: string) => {
      // The worker may have died since it asked.
      if (worker.isConnected()) worker.send({ type: 'metrics-answer', id: message.id, text })
    }
    aggregator.clusterMetrics().then(answer, () => answer(''))
  })
}
