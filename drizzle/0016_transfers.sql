CREATE TABLE "import_batches" (
	"import_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created" integer NOT NULL,
	"changed" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"refused" integer NOT NULL,
	"before" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "import_batches_import_id_number_pk" PRIMARY KEY("import_id","number"),
	CONSTRAINT "import_batches_go_forward" CHECK ("import_batches"."number" > 0 and "import_batches"."last_row" > 0)
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"dialect" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"actor" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_by_file" ON "imports" USING btree ("file_hash","started_at");