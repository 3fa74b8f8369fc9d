CREATE TABLE "insight_annotation" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"day" date NOT NULL,
	"text" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "insight_annotation_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "insight_settings" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"size_band_limit" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
