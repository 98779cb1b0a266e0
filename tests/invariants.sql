-- What must be true of the shop's books at any moment. Each query returns the rows that break it: none, always.
-- They run after every integration and browser test that has a database of its own.

-- stock is never negative and never over-reserved
select variant_id from stock where on_hand < 0 or reserved < 0 or reserved > on_hand;

-- stock on hand is the sum of its movements
select s.variant_id from stock s
  left join (select variant_id, sum(delta) as moved from stock_movements group by 1) m using (variant_id)
  where s.on_hand <> coalesce(m.moved, 0);

-- reserved stock is the sum of the live reservations
select s.variant_id from stock s
  left join (
    select variant_id, sum(quantity) as held from reservations
    where released_at is null and consumed_at is null group by 1
  ) r using (variant_id)
  where s.reserved <> coalesce(r.held, 0);

-- a line of a paid order left the stock exactly once, any other never
select l.id from order_lines l
  join orders o on o.id = l.order_id
  left join stock_movements m on m.order_line_id = l.id
  group by l.id, l.quantity, o.paid_at
  having -coalesce(sum(m.delta) filter (where m.reason = 'sale'), 0)
      <> case when o.paid_at is null then 0 else l.quantity end
    or coalesce(sum(m.delta) filter (where m.reason in ('cancel', 'return')), 0) > l.quantity;

-- an order that ended holds no stock
select o.id from orders o join reservations r on r.holder = 'order' and r.holder_id = o.id
  where o.state not in ('pending', 'validated', 'payment_pending', 'payment_failed')
    and r.released_at is null and r.consumed_at is null;

-- money taken has an order that is served, or is given back, or waits for staff as a mismatch
select c.id from charges c
  left join orders o on o.id = c.order_id
  left join (
    select charge_id, sum(amount_cents) as given_back from refunds where status <> 'failed' group by 1
  ) r on r.charge_id = c.id
  where coalesce(r.given_back, 0) < c.amount_cents
    and (o.id is null or o.state in ('pending', 'payment_pending', 'payment_failed', 'cancelled')
      or c.role = 'surplus')
    and c.role not in ('mismatch', 'unknown');

-- a paid order has the charge that paid it, of its amount, unless it cost nothing
select o.id from orders o
  left join charges c on c.order_id = o.id and c.role = 'payment'
  where o.paid_at is not null and o.total_cents > 0 and (c.id is null or c.amount_cents <> o.total_cents);

-- nobody gets back more than was taken
select c.id from charges c join refunds r on r.charge_id = c.id and r.status <> 'failed'
  group by c.id, c.amount_cents having sum(r.amount_cents) > c.amount_cents;

-- a cart became one order at most
select cart_id from orders group by 1 having count(*) > 1;

-- a paid order has exactly one invoice, of its total; an unpaid one has none
select o.id from orders o left join invoices i on i.order_id = o.id
  group by o.id, o.paid_at, o.total_cents
  having count(i.id) <> case when o.paid_at is null then 0 else 1 end
    or coalesce(max(i.total_cents), o.total_cents) <> o.total_cents;

-- invoices are numbered from 1 without a gap, in the order of their dates
select year from invoices group by year having max(number) <> count(*) or min(number) <> 1;
select id from (
  select id, issued_at, lag(issued_at) over (partition by year order by number) as before from invoices
) i where issued_at < before;

-- so are credit notes, and each is for the amount of its confirmed refund
select year from credit_notes group by year having max(number) <> count(*) or min(number) <> 1;
select n.id from credit_notes n left join refunds r on r.id = n.refund_id
  where r.id is null or r.amount_cents <> n.total_cents;

-- what a document says per rate adds up to its total
select d.id from (select id, total_cents, vat from invoices union all select id, total_cents, vat from credit_notes) d
  where d.total_cents <> coalesce((
    select sum((share ->> 'netCents')::bigint + (share ->> 'vatCents')::bigint)
    from jsonb_array_elements(d.vat) share), 0);

-- credit notes give back, per rate, no more net or tax than was invoiced, and all of it when all was given back
with invoiced as (
  select i.id, i.total_cents, (share ->> 'basisPoints')::int as rate,
    (share ->> 'netCents')::bigint as net, (share ->> 'vatCents')::bigint as vat
  from invoices i, jsonb_array_elements(i.vat) share
), credited as (
  select n.invoice_id, (share ->> 'basisPoints')::int as rate,
    sum((share ->> 'netCents')::bigint) as net, sum((share ->> 'vatCents')::bigint) as vat
  from credit_notes n, jsonb_array_elements(n.vat) share group by 1, 2
), whole as (
  select n.invoice_id, sum(n.total_cents) as cents from credit_notes n group by 1
)
select coalesce(i.id, c.invoice_id) from invoiced i
  full join credited c on c.invoice_id = i.id and c.rate = i.rate
  left join whole w on w.invoice_id = i.id
  where i.id is null or c.net > i.net or c.vat > i.vat
    or (w.cents = i.total_cents and (coalesce(c.net, 0), coalesce(c.vat, 0)) <> (i.net, i.vat));

-- what a variant costs is the last entry of its price history
select coalesce(p.variant_id, last.variant_id) from variant_prices p
  full join (
    select distinct on (variant_id) * from price_history order by variant_id, applies_from desc, id desc
  ) last on last.variant_id = p.variant_id
  where (p.base_cents, p.sale_cents, p.sale_from, p.sale_until)
    is distinct from (last.base_cents, last.sale_cents, last.sale_from, last.sale_until)
    and (p.variant_id is not null or exists (select 1 from variants v where v.id = last.variant_id));

-- the history of an order is an unbroken legal path that ends in its state
select o.id from orders o
  left join lateral (
    select to_state from order_transitions t where t.order_id = o.id order by seq desc limit 1
  ) last on true
  where coalesce(last.to_state, 'pending') <> o.state;
select order_id from (
  select order_id, seq, from_state,
    lag(to_state, 1, 'pending') over (partition by order_id order by seq) as before,
    row_number() over (partition by order_id order by seq) as place
  from order_transitions
) t where from_state <> before or seq <> place;

-- what an order asks for is the sum of its lines and its delivery
select o.id from orders o join order_lines l on l.order_id = o.id
  group by o.id, o.total_cents, o.delivery_cents, o.items_cents, o.discount_cents
  having sum(l.total_cents) + o.delivery_cents <> o.total_cents
    or sum(l.discount_cents) <> o.discount_cents
    or sum(l.quantity * l.unit_cents) <> o.items_cents;

-- a promo code was used as often as live redemptions say, and never beyond its limits
select p.id from promo_codes p
  left join promo_redemptions r on r.promo_code_id = p.id and r.given_back_at is null
  group by p.id, p.uses, p.max_uses having p.uses <> count(r.order_id) or p.uses > p.max_uses;
select r.promo_code_id from promo_redemptions r join promo_codes p on p.id = r.promo_code_id
  where r.given_back_at is null and p.max_uses_per_customer is not null
  group by r.promo_code_id, r.customer, p.max_uses_per_customer having count(*) > p.max_uses_per_customer;

-- no job is dead, and none is overdue by five minutes
select id from graphile_worker.jobs where attempts >= max_attempts and last_error is not null;
