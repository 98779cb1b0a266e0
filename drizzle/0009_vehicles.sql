ALTER TABLE "products" ADD CONSTRAINT "products_in_their_range" UNIQUE("range_id","id");--> statement-breakpoint
CREATE TABLE "fitment_conditions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fitment_conditions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"axle" text,
	"side" text,
	"built_from" date,
	"built_until" date,
	"chassis_from" text,
	"chassis_until" text,
	"air_conditioning" boolean,
	CONSTRAINT "fitment_conditions_once" UNIQUE NULLS NOT DISTINCT("axle","side","built_from","built_until","chassis_from","chassis_until","air_conditioning"),
	CONSTRAINT "fitment_conditions_ask_something" CHECK (num_nonnulls("fitment_conditions"."axle", "fitment_conditions"."side", "fitment_conditions"."built_from", "fitment_conditions"."built_until", "fitment_conditions"."chassis_from", "fitment_conditions"."chassis_until", "fitment_conditions"."air_conditioning") > 0),
	CONSTRAINT "fitment_conditions_in_order" CHECK ("fitment_conditions"."built_until" >= "fitment_conditions"."built_from"),
	CONSTRAINT "fitment_chassis_numbers_are_plain" CHECK ("fitment_conditions"."chassis_from" ~ '^[0-9A-Z]{1,17}$' and "fitment_conditions"."chassis_until" ~ '^[0-9A-Z]{1,17}$')
);
--> statement-breakpoint
CREATE TABLE "fitments" (
	"type_id" integer NOT NULL,
	"range_id" integer NOT NULL,
	"product_id" integer NOT NULL,
	"condition_id" integer,
	CONSTRAINT "fitments_once" UNIQUE NULLS NOT DISTINCT("type_id","range_id","product_id","condition_id")
);
--> statement-breakpoint
CREATE TABLE "universal_products" (
	"range_id" integer NOT NULL,
	"product_id" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "makes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "makes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "makes_slug_unique" UNIQUE("slug"),
	CONSTRAINT "makes_name_unique" UNIQUE("name"),
	CONSTRAINT "make_slugs_are_plain" CHECK ("makes"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "models" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "models_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"make_id" integer NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"from_month" integer NOT NULL,
	"until_month" integer,
	CONSTRAINT "models_slug_in_make" UNIQUE("make_id","slug"),
	CONSTRAINT "model_slugs_are_plain" CHECK ("models"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "model_months" CHECK ("models"."from_month" % 100 between 1 and 12 and "models"."from_month" between 188001 and 210012
        and "models"."until_month" % 100 between 1 and 12 and "models"."until_month" >= "models"."from_month")
);
--> statement-breakpoint
CREATE TABLE "vehicle_types" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "vehicle_types_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"model_id" integer NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"engine_code" text,
	"power_kw" integer,
	"fuel" text NOT NULL,
	"body" text NOT NULL,
	"displacement_cc" integer,
	"from_month" integer NOT NULL,
	"until_month" integer,
	CONSTRAINT "vehicle_types_slug_in_model" UNIQUE("model_id","slug"),
	CONSTRAINT "vehicle_type_slugs_are_plain" CHECK ("vehicle_types"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "vehicle_type_engines" CHECK ("vehicle_types"."power_kw" > 0 and "vehicle_types"."displacement_cc" > 0),
	CONSTRAINT "vehicle_type_months" CHECK ("vehicle_types"."from_month" % 100 between 1 and 12 and "vehicle_types"."from_month" between 188001 and 210012
        and "vehicle_types"."until_month" % 100 between 1 and 12 and "vehicle_types"."until_month" >= "vehicle_types"."from_month")
);
--> statement-breakpoint
ALTER TABLE "fitments" ADD CONSTRAINT "fitments_type_id_vehicle_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."vehicle_types"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fitments" ADD CONSTRAINT "fitments_condition_id_fitment_conditions_id_fk" FOREIGN KEY ("condition_id") REFERENCES "public"."fitment_conditions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fitments" ADD CONSTRAINT "fitments_follow_their_product" FOREIGN KEY ("range_id","product_id") REFERENCES "public"."products"("range_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "universal_products" ADD CONSTRAINT "universal_products_follow_their_product" FOREIGN KEY ("range_id","product_id") REFERENCES "public"."products"("range_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "models" ADD CONSTRAINT "models_make_id_makes_id_fk" FOREIGN KEY ("make_id") REFERENCES "public"."makes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle_types" ADD CONSTRAINT "vehicle_types_model_id_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fitments_by_product" ON "fitments" USING btree ("product_id","type_id");--> statement-breakpoint
CREATE INDEX "universal_products_by_range" ON "universal_products" USING btree ("range_id","product_id");
