DROP INDEX "product_documents_by_name";--> statement-breakpoint
ALTER TABLE "product_documents" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "product_documents" SET "name_key" = left(trim(regexp_replace(lower(unaccent("name")), '[^[:alnum:]]+', ' ', 'g')), 80);--> statement-breakpoint
CREATE INDEX "product_documents_by_name" ON "product_documents" USING btree ("language","range_id","name_key" collate "C","product_id");