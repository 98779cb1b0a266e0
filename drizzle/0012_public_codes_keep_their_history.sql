-- Codes of before the history are taken as they are from now on.
insert into public_code_history (promo_code_id, applies_from, value, starts_at, ends_at, minimum_cents, range_ids)
  select id, now(), value, starts_at, ends_at, minimum_cents, range_ids
  from promo_codes where is_public and kind = 'percentage';
--> statement-breakpoint
-- What a public percentage code takes off is kept here, whoever changes the code. Uses are no change of it.
create function keep_public_codes() returns trigger language plpgsql as $$
declare
  code promo_codes := case when tg_op = 'DELETE' then old else new end;
  is_open boolean := tg_op <> 'DELETE' and code.is_public and code.kind = 'percentage';
begin
  insert into public_code_history (promo_code_id, applies_from, value, starts_at, ends_at, minimum_cents, range_ids)
  select code.id,
    greatest(now(), (select max(h.applies_from) from public_code_history h where h.promo_code_id = code.id)),
    case when is_open then code.value end, code.starts_at, code.ends_at, code.minimum_cents, code.range_ids;
  return null;
end $$;
--> statement-breakpoint
create trigger promo_codes_keep_public after insert or delete
  or update of kind, value, starts_at, ends_at, minimum_cents, range_ids, is_public on promo_codes
  for each row execute function keep_public_codes();
--> statement-breakpoint
create trigger public_code_history_append_only before update or delete on public_code_history
  for each row execute function refuse_rewriting_history();
--> statement-breakpoint
create trigger public_code_history_stays before truncate on public_code_history
  for each statement execute function refuse_rewriting_history();
