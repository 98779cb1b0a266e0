DROP INDEX "payment_attempts_one_open";--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "return_path" text NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "cancel_path" text NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "closing_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "refused_cards" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sandbox_payments" ADD COLUMN "cancel_url" text NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_payments" ADD COLUMN "language" text NOT NULL;--> statement-breakpoint
CREATE INDEX "payment_attempts_by_order" ON "payment_attempts" USING btree ("order_id","started_at");--> statement-breakpoint
CREATE INDEX "refunds_to_send" ON "refunds" USING btree ("requested_at") WHERE "refunds"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_one_open" ON "payment_attempts" USING btree ("order_id") WHERE "payment_attempts"."status" in ('starting', 'open') and "payment_attempts"."closing_at" is null;