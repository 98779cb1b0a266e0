ALTER TABLE "search_words" ADD COLUMN "sound" text;--> statement-breakpoint
CREATE INDEX "search_words_by_beginning" ON "search_words" USING btree ("language","word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_words_by_sound" ON "search_words" USING btree ("language","sound");--> statement-breakpoint
CREATE INDEX "search_words_unheard" ON "search_words" USING btree ("word") WHERE "search_words"."sound" is null;--> statement-breakpoint
-- What means the same is kept in memory by every process.
create trigger search_synonyms_tell_new after insert on search_synonyms
  referencing new table as changed_rows for each statement execute function tell_all();
--> statement-breakpoint
create trigger search_synonyms_tell_changed after update on search_synonyms
  referencing new table as changed_rows for each statement execute function tell_all();
--> statement-breakpoint
create trigger search_synonyms_tell_gone after delete on search_synonyms
  referencing old table as changed_rows for each statement execute function tell_all();
