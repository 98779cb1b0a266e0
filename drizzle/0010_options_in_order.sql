ALTER TABLE "order_lines" ALTER COLUMN "options" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "order_lines" ALTER COLUMN "options" SET DEFAULT '{}'::json;