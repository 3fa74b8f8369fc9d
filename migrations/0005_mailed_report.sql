CREATE TABLE "report_delivery" (
	"brand_id" integer NOT NULL,
	"month" text NOT NULL,
	"run" text NOT NULL,
	"recipient_hash" text NOT NULL,
	"recipient" text NOT NULL,
	"state" text NOT NULL,
	"error" jsonb,
	"planned_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_delivery_brand_id_month_run_recipient_hash_pk" PRIMARY KEY("brand_id","month","run","recipient_hash")
);
--> statement-breakpoint
CREATE TABLE "report_schedule" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"recipients" text NOT NULL,
	"language" text NOT NULL,
	"aggregates_only" boolean NOT NULL,
	"with_costs" boolean NOT NULL,
	"day" integer NOT NULL,
	"hour" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
