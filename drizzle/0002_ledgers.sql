-- Stock on hand is the sum of the ledger: movements are inserted, the row follows.
create function apply_stock_movements() returns trigger language plpgsql as $$
begin
  update stock set on_hand = stock.on_hand + moved.delta
    from (select variant_id, sum(delta)::int as delta from new_movements group by variant_id) moved
    where stock.variant_id = moved.variant_id;
  return null;
end $$;
--> statement-breakpoint
create trigger stock_movements_apply after insert on stock_movements
  referencing new table as new_movements
  for each statement execute function apply_stock_movements();
--> statement-breakpoint
alter table stock_movements add constraint stock_movements_have_a_stock
  foreign key (variant_id) references stock (variant_id);
--> statement-breakpoint
create function only_the_ledger_moves_stock() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() = 1 then
    raise exception 'stock.on_hand is the sum of stock_movements: insert a movement' using errcode = '23514';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger stock_on_hand_guard before update of on_hand on stock
  for each row when (old.on_hand is distinct from new.on_hand)
  execute function only_the_ledger_moves_stock();
--> statement-breakpoint
create trigger stock_starts_empty before insert on stock
  for each row when (new.on_hand <> 0)
  execute function only_the_ledger_moves_stock();
--> statement-breakpoint
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger stock_movements_append_only before update or delete on stock_movements
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
create trigger order_transitions_append_only before update or delete on order_transitions
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
create trigger charges_append_only before update or delete on charges
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
create trigger invoices_append_only before update or delete on invoices
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
create trigger credit_notes_append_only before update or delete on credit_notes
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
create trigger order_lines_append_only before update or delete on order_lines
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
insert into legal_transitions (from_state, to_state) values
  ('pending', 'validated'),
  ('pending', 'payment_pending'),
  ('validated', 'payment_pending'),
  ('payment_pending', 'paid'),
  ('payment_pending', 'payment_failed'),
  ('payment_failed', 'payment_pending'),
  ('payment_failed', 'paid'),
  ('pending', 'cancelled'),
  ('validated', 'cancelled'),
  ('payment_failed', 'cancelled'),
  ('payment_pending', 'cancelled'),
  ('paid', 'processing'),
  ('paid', 'cancelled'),
  ('processing', 'shipped'),
  ('processing', 'cancelled'),
  ('shipped', 'delivered'),
  ('delivered', 'completed'),
  ('paid', 'refunded'),
  ('processing', 'refunded'),
  ('shipped', 'refunded'),
  ('delivered', 'refunded'),
  ('completed', 'refunded');
--> statement-breakpoint
-- An order moves only by a row of its history, and only from the state it is in.
create function apply_order_transition() returns trigger language plpgsql as $$
begin
  update orders set state = new.to_state where id = new.order_id and state = new.from_state;
  if not found then
    raise exception 'order % is not %', new.order_id, new.from_state using errcode = '23514';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger order_transitions_apply after insert on order_transitions
  for each row execute function apply_order_transition();
--> statement-breakpoint
create function only_the_history_moves_orders() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() = 1 then
    raise exception 'orders.state follows order_transitions: insert a transition' using errcode = '23514';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger orders_state_guard before update of state on orders
  for each row when (old.state is distinct from new.state)
  execute function only_the_history_moves_orders();
--> statement-breakpoint
create trigger orders_start_pending before insert on orders
  for each row when (new.state <> 'pending')
  execute function only_the_history_moves_orders();
