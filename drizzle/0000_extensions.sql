create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
create text search configuration words_fr (copy = french);
--> statement-breakpoint
alter text search configuration words_fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;
--> statement-breakpoint
create text search configuration words_en (copy = english);
--> statement-breakpoint
alter text search configuration words_en
  alter mapping for hword, hword_part, word with unaccent, english_stem;
--> statement-breakpoint
create sequence order_numbers;
