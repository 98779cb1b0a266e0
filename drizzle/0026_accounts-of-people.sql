CREATE TABLE "mailed_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "mailed_link_has_one_recipient" CHECK ("mailed_links"."email" ~ '^[^[:space:][:cntrl:]@,:<>()"\x3b\\]+@[^[:space:][:cntrl:]@,:<>()"\x3b\\]+$')
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"username" text,
	"phone" text DEFAULT '' NOT NULL,
	"form_of_address" text DEFAULT 'none' NOT NULL,
	"password_hash" text NOT NULL,
	"language" text NOT NULL,
	"wants_to_sell" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "registration_has_one_recipient" CHECK ("registrations"."email" ~ '^[^[:space:][:cntrl:]@,:<>()"\x3b\\]+@[^[:space:][:cntrl:]@,:<>()"\x3b\\]+$')
);
--> statement-breakpoint
ALTER TABLE "account_sessions" ADD COLUMN "network" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "account_sessions" ADD COLUMN "confirmed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "username" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "form_of_address" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "email_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "asked_to_sell_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "activated_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "mailed_links" ADD CONSTRAINT "mailed_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_link" ON "mailed_links" USING btree ("account_id","purpose") WHERE "mailed_links"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "registrations_by_email" ON "registrations" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_username" ON "accounts" USING btree (lower("username"));