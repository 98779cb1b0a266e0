CREATE TABLE "search_words" (
	"language" text NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "search_words_language_word_pk" PRIMARY KEY("language","word")
);
--> statement-breakpoint
DROP INDEX "product_documents_name_trigrams";--> statement-breakpoint
ALTER TABLE "product_documents" ADD COLUMN "brand_slug" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "product_documents" ADD COLUMN "family_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "product_documents" ADD COLUMN "range_slug" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "product_documents" ADD COLUMN "keywords" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_words_trigrams" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "reservations_by_holder" ON "reservations" USING btree ("holder","holder_id","variant_id");--> statement-breakpoint
CREATE INDEX "product_documents_by_family" ON "product_documents" USING btree ("language","family_id");