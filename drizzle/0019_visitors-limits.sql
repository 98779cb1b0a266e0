DROP INDEX "carts_by_origin";--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "from_address" text;--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "for_person" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "deadline_postponed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "started_from" text;--> statement-breakpoint
CREATE INDEX "carts_ordered_by_origin" ON "carts" USING btree ("opened_from","ordered_at") WHERE "carts"."ordered_at" is not null;--> statement-breakpoint
CREATE INDEX "reservations_live_by_address" ON "reservations" USING btree ("from_address") WHERE "reservations"."released_at" is null and "reservations"."consumed_at" is null and "reservations"."from_address" is not null;--> statement-breakpoint
CREATE INDEX "reservations_live_by_person" ON "reservations" USING btree ("for_person") WHERE "reservations"."released_at" is null and "reservations"."consumed_at" is null and "reservations"."for_person" is not null;--> statement-breakpoint
CREATE INDEX "orders_by_email" ON "orders" USING btree (lower("email"),"placed_at");