DROP INDEX "products_by_range";--> statement-breakpoint
CREATE INDEX "products_newest" ON "products" USING btree ("created_at","id") WHERE "products"."status" = 'available';--> statement-breakpoint
CREATE INDEX "products_by_range" ON "products" USING btree ("range_id","status","id");