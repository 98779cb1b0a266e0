-- Every change of what pages show is told to the web processes, on the channel `changes`, at the moment it commits and
-- whoever makes it: they drop what they keep of those pages. Tags name what changed: `product:7` its words, `offer:7` its
-- price or stock, `range:3` and `brand:5` what stands in them, `product-counts` how many there are, `fitments` what fits
-- what, `all` something that any page may show. Telling makes transactions commit one after the other: what nobody can
-- see is not told. By statement, since hundreds of thousands of rows may be loaded at once; that many are told as `all`.
create function tell_changes(tags text[]) returns void language plpgsql as $$
begin
  if cardinality(tags) > 400 then
    perform pg_notify('changes', 'all');
  elsif cardinality(tags) > 0 then
    perform pg_notify('changes', array_to_string(tags, ' '));
  end if;
end $$;
--> statement-breakpoint
create function tell_words() returns trigger language plpgsql as $$
begin
  perform tell_changes(array(
    select 'product:' || product_id from changed_rows limit 401));
  return null;
end $$;
--> statement-breakpoint
do $$
declare
  of_products text;
begin
  foreach of_products in array array['product_texts', 'product_images', 'product_references', 'variants'] loop
    execute format('create trigger %1$s_tell_new after insert on %1$s
      referencing new table as changed_rows for each statement execute function tell_words()', of_products);
    execute format('create trigger %1$s_tell_changed after update on %1$s
      referencing new table as changed_rows for each statement execute function tell_words()', of_products);
    execute format('create trigger %1$s_tell_gone after delete on %1$s
      referencing old table as changed_rows for each statement execute function tell_words()', of_products);
  end loop;
end $$;
--> statement-breakpoint
create function tell_products() returns trigger language plpgsql as $$
begin
  perform tell_changes(array(
    select tag from changed_rows,
      unnest(array['product:' || id, 'range:' || range_id, 'brand:' || brand_id, 'product-counts']) as tag limit 401));
  return null;
end $$;
--> statement-breakpoint
create trigger products_tell_new after insert on products
  referencing new table as changed_rows for each statement execute function tell_products();
--> statement-breakpoint
create trigger products_tell_gone after delete on products
  referencing old table as changed_rows for each statement execute function tell_products();
--> statement-breakpoint
-- What moved or went on or off sale changes the lists it leaves and enters; what only reads otherwise does not.
create function tell_changed_products() returns trigger language plpgsql as $$
begin
  perform tell_changes(array(
    select tag from (
      select n.id, n.range_id, n.brand_id, o.range_id as old_range_id, o.brand_id as old_brand_id,
        (n.range_id, n.brand_id, n.status) is distinct from (o.range_id, o.brand_id, o.status) as has_moved
      from new_products n join old_products o using (id)
    ) changed, unnest(array['product:' || id] || case when has_moved then array[
      'range:' || range_id, 'range:' || old_range_id, 'brand:' || brand_id, 'brand:' || old_brand_id,
      'product-counts'] end) as tag limit 401));
  return null;
end $$;
--> statement-breakpoint
create trigger products_tell_changed after update on products
  referencing old table as old_products new table as new_products
  for each statement execute function tell_changed_products();
--> statement-breakpoint
create function tell_prices() returns trigger language plpgsql as $$
begin
  perform tell_changes(array(
    select 'offer:' || v.product_id from changed_rows changed
    join variants v on v.id = changed.variant_id limit 401));
  return null;
end $$;
--> statement-breakpoint
do $$
declare
  of_prices text;
begin
  foreach of_prices in array array['variant_prices', 'price_tiers'] loop
    execute format('create trigger %1$s_tell_new after insert on %1$s
      referencing new table as changed_rows for each statement execute function tell_prices()', of_prices);
    execute format('create trigger %1$s_tell_gone after delete on %1$s
      referencing old table as changed_rows for each statement execute function tell_prices()', of_prices);
  end loop;
end $$;
--> statement-breakpoint
create trigger price_tiers_tell_changed after update on price_tiers
  referencing new table as changed_rows for each statement execute function tell_prices();
--> statement-breakpoint
-- An import writes many prices as they were.
create function tell_changed_prices() returns trigger language plpgsql as $$
begin
  perform tell_changes(array(
    select 'offer:' || v.product_id from (
      select n.variant_id from new_prices n join old_prices o using (variant_id)
      where (n.base_cents, n.sale_cents, n.sale_from, n.sale_until)
        is distinct from (o.base_cents, o.sale_cents, o.sale_from, o.sale_until)
    ) changed join variants v on v.id = changed.variant_id limit 401));
  return null;
end $$;
--> statement-breakpoint
create trigger variant_prices_tell_changed after update on variant_prices
  referencing old table as old_prices new table as new_prices
  for each statement execute function tell_changed_prices();
--> statement-breakpoint
-- Pages say that something is sold out, how many are left when they are few, or that it is in stock: most reservations
-- and sales change none of this. Three are few on every page, whatever a product's own threshold.
create function tell_stock() returns trigger language plpgsql as $$
begin
  perform tell_changes(array(
    select 'offer:' || v.product_id from (
      select n.variant_id from new_stock n join old_stock o using (variant_id)
      where least(n.on_hand - n.reserved, greatest(n.low_threshold, 3) + 1)
        <> least(o.on_hand - o.reserved, greatest(o.low_threshold, 3) + 1)
    ) changed join variants v on v.id = changed.variant_id limit 401));
  return null;
end $$;
--> statement-breakpoint
create trigger stock_tell_changed after update on stock
  referencing old table as old_stock new table as new_stock for each statement execute function tell_stock();
--> statement-breakpoint
-- Loaded by the million: their rows are not looked at.
create function tell_fitments() returns trigger language plpgsql as $$
begin
  perform tell_changes(array['fitments']);
  return null;
end $$;
--> statement-breakpoint
create trigger fitments_tell after insert or update or delete on fitments
  for each statement execute function tell_fitments();
--> statement-breakpoint
create trigger universal_products_tell after insert or update or delete on universal_products
  for each statement execute function tell_fitments();
--> statement-breakpoint
create function tell_all() returns trigger language plpgsql as $$
begin
  if exists (select from changed_rows) then perform tell_changes(array['all']); end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare
  of_all_pages text;
begin
  foreach of_all_pages in array array['families', 'family_texts', 'ranges', 'range_texts', 'brands', 'attributes',
    'attribute_texts', 'attribute_option_texts', 'shop_settings', 'delivery_countries', 'delivery_methods',
    'delivery_offers', 'delivery_rates', 'makes', 'models', 'vehicle_types', 'public_code_history'] loop
    execute format('create trigger %1$s_tell_new after insert on %1$s
      referencing new table as changed_rows for each statement execute function tell_all()', of_all_pages);
    execute format('create trigger %1$s_tell_changed after update on %1$s
      referencing new table as changed_rows for each statement execute function tell_all()', of_all_pages);
    execute format('create trigger %1$s_tell_gone after delete on %1$s
      referencing old table as changed_rows for each statement execute function tell_all()', of_all_pages);
  end loop;
end $$;
