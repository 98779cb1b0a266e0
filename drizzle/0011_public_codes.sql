CREATE TABLE "public_code_history" (
	"promo_code_id" integer NOT NULL,
	"applies_from" timestamp with time zone NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "public_code_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"value" integer,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"minimum_cents" integer NOT NULL,
	"range_ids" integer[] NOT NULL,
	CONSTRAINT "public_code_history_promo_code_id_applies_from_id_pk" PRIMARY KEY("promo_code_id","applies_from","id")
);
--> statement-breakpoint
ALTER TABLE "promo_codes" ADD COLUMN "is_public" boolean DEFAULT true NOT NULL;--> statement-breakpoint
UPDATE "promo_codes" SET "is_public" = false WHERE "levels" <> '{}';--> statement-breakpoint
ALTER TABLE "promo_codes" ADD CONSTRAINT "public_codes_are_for_everybody" CHECK (not "promo_codes"."is_public" or "promo_codes"."levels" = '{}');