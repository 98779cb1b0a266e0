CREATE TABLE "level_prices" (
	"variant_id" integer NOT NULL,
	"level" integer NOT NULL,
	"unit_cents" integer NOT NULL,
	CONSTRAINT "level_prices_variant_id_level_pk" PRIMARY KEY("variant_id","level"),
	CONSTRAINT "level_prices_are_for_vips" CHECK ("level_prices"."level" between 4 and 6),
	CONSTRAINT "level_prices_are_positive" CHECK ("level_prices"."unit_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "price_history" (
	"variant_id" integer NOT NULL,
	"applies_from" timestamp with time zone NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "price_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"base_cents" integer,
	"sale_cents" integer,
	"sale_from" timestamp with time zone,
	"sale_until" timestamp with time zone,
	"is_loaded" boolean DEFAULT false NOT NULL,
	CONSTRAINT "price_history_variant_id_applies_from_id_pk" PRIMARY KEY("variant_id","applies_from","id")
);
--> statement-breakpoint
CREATE TABLE "price_tiers" (
	"variant_id" integer NOT NULL,
	"from_quantity" integer NOT NULL,
	"unit_cents" integer NOT NULL,
	CONSTRAINT "price_tiers_variant_id_from_quantity_pk" PRIMARY KEY("variant_id","from_quantity"),
	CONSTRAINT "tiers_begin_at_two" CHECK ("price_tiers"."from_quantity" >= 2),
	CONSTRAINT "tier_prices_are_positive" CHECK ("price_tiers"."unit_cents" > 0)
);
--> statement-breakpoint
ALTER TABLE "level_prices" ADD CONSTRAINT "level_prices_variant_id_variant_prices_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant_prices"("variant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_tiers" ADD CONSTRAINT "price_tiers_variant_id_variant_prices_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant_prices"("variant_id") ON DELETE cascade ON UPDATE no action;