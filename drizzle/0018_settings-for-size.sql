-- What a shop of full size needs of each table beside its indexes; why stands in docs/decisions/0021.

-- Written all day by everybody: an update finds room on its own page and then touches no index, and what is dead is
-- cleared long before it is a fifth of the table.
alter table stock set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
--> statement-breakpoint
alter table carts set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
--> statement-breakpoint
alter table cart_lines set (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
--> statement-breakpoint
alter table reservations set (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02);
--> statement-breakpoint
alter table orders set (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
alter table variant_prices set (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02);
--> statement-breakpoint
-- Tens of millions of rows that are read from the index alone, as long as vacuum has seen their pages: an import of some
-- ten thousand must not wait for the fifth of the table that is the default.
alter table fitments set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
  autovacuum_analyze_scale_factor = 0.01);
--> statement-breakpoint
-- A sample of the usual size takes a part for one that fits six times as many types as it does.
alter table fitments alter column product_id set statistics 1000;
--> statement-breakpoint
alter table product_documents set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);
--> statement-breakpoint
-- New words go into the index at once, in the job that writes a document: no search has to read a heap of them first.
alter index product_documents_words set (fastupdate = off);
--> statement-breakpoint
alter index product_documents_references set (fastupdate = off);
