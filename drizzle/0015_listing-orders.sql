DROP INDEX "product_documents_by_brand";--> statement-breakpoint
DROP INDEX "product_documents_by_family";--> statement-breakpoint
DROP INDEX "product_documents_by_range";--> statement-breakpoint
CREATE INDEX "product_documents_by_availability" ON "product_documents" USING btree ("language","range_id",("available" <= 0),"product_id");--> statement-breakpoint
CREATE INDEX "product_documents_by_age" ON "product_documents" USING btree ("language","range_id","created_at","product_id");--> statement-breakpoint
CREATE INDEX "product_documents_by_name" ON "product_documents" USING btree ("language","range_id",left("name", 80),"product_id");--> statement-breakpoint
CREATE INDEX "product_documents_by_range" ON "product_documents" USING btree ("language","range_id","price_cents","product_id");