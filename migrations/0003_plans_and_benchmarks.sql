CREATE TABLE "benchmark" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"metric" text NOT NULL,
	"key" text NOT NULL,
	"unit" text NOT NULL,
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"edition" text NOT NULL,
	"year" text NOT NULL,
	"sample" text NOT NULL,
	"source" text NOT NULL,
	"address" text NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "benchmark_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "kpi_plan" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"asset_id" text,
	"start_day" date NOT NULL,
	"inputs" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kpi_plan_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "segment_value_settings" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"first_purchase_fen" bigint,
	"new_purchase_fen" bigint,
	"recurring_purchase_fen" bigint,
	"rates" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
