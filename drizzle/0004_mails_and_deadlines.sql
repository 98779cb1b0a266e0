CREATE TABLE "sent_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "sent_mails_once" UNIQUE("order_id","kind","about"),
	CONSTRAINT "sent_mails_begin_first" CHECK ("sent_mails"."sent_at" >= "sent_mails"."begun_at")
);
--> statement-breakpoint
DROP INDEX "orders_in_payment";--> statement-breakpoint
ALTER TABLE "sent_mails" ADD CONSTRAINT "sent_mails_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_unpaid_by_deadline" ON "orders" USING btree ("payment_deadline") WHERE "orders"."state" in ('pending', 'validated', 'payment_pending', 'payment_failed');