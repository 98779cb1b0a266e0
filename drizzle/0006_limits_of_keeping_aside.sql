ALTER TABLE "carts" ADD COLUMN "opened_from" text;--> statement-breakpoint
CREATE INDEX "carts_by_origin" ON "carts" USING btree ("opened_from","created_at") WHERE "carts"."ordered_at" is null;