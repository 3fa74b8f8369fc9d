CREATE TABLE "after_sale_photo" (
	"brand_id" integer NOT NULL,
	"case_id" text NOT NULL,
	"id" text NOT NULL,
	"content_type" text NOT NULL,
	"picture" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "after_sale_photo_brand_id_case_id_id_pk" PRIMARY KEY("brand_id","case_id","id")
);
--> statement-breakpoint
ALTER TABLE "after_sale" ADD COLUMN "by_receiver" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "after_sale" ADD COLUMN "replacement_choice" jsonb;