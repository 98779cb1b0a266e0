-- What is for sale already has its price from now on, as far as anybody can tell.
insert into price_history (variant_id, applies_from, base_cents, sale_cents, sale_from, sale_until)
  select variant_id, now(), base_cents, sale_cents, sale_from, sale_until from variant_prices;
--> statement-breakpoint
-- The history of prices is kept here, whoever changes a price. By statement: hundreds of thousands of prices may be loaded
-- at once. An entry never begins before an earlier one of its variant, even if its transaction began before. A plan is
-- made once per session and serves one price and all of them: so no join that suits few rows only, and no sequential scan.
create function keep_first_prices() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into price_history (variant_id, applies_from, base_cents, sale_cents, sale_from, sale_until)
  select n.variant_id,
      greatest(now(), (select max(h.applies_from) from price_history h where h.variant_id = n.variant_id)),
      n.base_cents, n.sale_cents, n.sale_from, n.sale_until
    from new_prices n;
  return null;
end $$;
--> statement-breakpoint
create trigger variant_prices_keep_first after insert on variant_prices
  referencing new table as new_prices
  for each statement execute function keep_first_prices();
--> statement-breakpoint
create function keep_changed_prices() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into price_history (variant_id, applies_from, base_cents, sale_cents, sale_from, sale_until)
  select n.variant_id,
      greatest(now(), (select max(h.applies_from) from price_history h where h.variant_id = n.variant_id)),
      n.base_cents, n.sale_cents, n.sale_from, n.sale_until
    from (
      select variant_id, base_cents, sale_cents, sale_from, sale_until from new_prices
      except select variant_id, base_cents, sale_cents, sale_from, sale_until from old_prices
    ) n;
  return null;
end $$;
--> statement-breakpoint
create trigger variant_prices_keep_changed after update on variant_prices
  referencing old table as old_prices new table as new_prices
  for each statement execute function keep_changed_prices();
--> statement-breakpoint
-- Without a price a variant is not for sale; with the variant itself gone, nothing more is to be said.
create function keep_taken_prices() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into price_history (variant_id, applies_from)
  select o.variant_id,
      greatest(now(), (select max(h.applies_from) from price_history h where h.variant_id = o.variant_id))
    from old_prices o join variants v on v.id = o.variant_id;
  return null;
end $$;
--> statement-breakpoint
create trigger variant_prices_keep_taken after delete on variant_prices
  referencing old table as old_prices
  for each statement execute function keep_taken_prices();
--> statement-breakpoint
create trigger price_history_append_only before update or delete on price_history
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
create trigger price_history_stays before truncate on price_history
  for each statement execute function refuse_rewriting_history();
--> statement-breakpoint
-- Nobody but these triggers writes here, apart from prices of before the shop knew the variant.
create function mark_loaded_prices() returns trigger language plpgsql as $$
begin
  if new.applies_from >= now() or exists (
    select 1 from price_history h where h.variant_id = new.variant_id and not h.is_loaded
  ) then
    raise exception 'variant % has a history of its own: change variant_prices', new.variant_id
      using errcode = '23514';
  end if;
  new.is_loaded := true;
  return new;
end $$;
--> statement-breakpoint
create trigger price_history_load before insert on price_history
  for each row when (pg_trigger_depth() = 0)
  execute function mark_loaded_prices();
--> statement-breakpoint
create function refuse_swapping_variants() returns trigger language plpgsql as $$
begin
  raise exception 'the price of a variant cannot become another variant''s' using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger variant_prices_stay before update of variant_id on variant_prices
  for each row when (old.variant_id <> new.variant_id)
  execute function refuse_swapping_variants();
