/**
 * What happens by the clock (graphile-worker's format; `fill`: how far back a tick is caught up after a standstill).
 * `jobKey` keeps a slow job from piling up behind itself.
 */
export const crontab = `
* * * * * release-reservations ?fill=1m&max=1&jobKey=release-reservations
* * * * * close-overdue-payments ?fill=1m&max=3&jobKey=close-overdue-payments
* * * * * give-back-jobs ?fill=1m&max=1&jobKey=give-back-jobs
* * * * * send-refunds ?fill=1m&max=3&jobKey=send-refunds
*/5 * * * * ask-open-payments ?fill=5m&max=3&jobKey=ask-open-payments
17 4 * * * forget-old-carts ?fill=1d&max=1&jobKey=forget-old-carts
27 4 * * * forget-expired-sessions ?fill=1d&max=1&jobKey=forget-expired-sessions
37 4 * * * forget-old-searches ?fill=1d&max=1&jobKey=forget-old-searches
47 4 * * * forget-old-notifications ?fill=1d&max=1&jobKey=forget-old-notifications
*/5 * * * * index-sales ?fill=5m&max=3&jobKey=index-sales
*/5 * * * * keep-index ?fill=5m&max=3&jobKey=keep-index
`
