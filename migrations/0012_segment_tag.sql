CREATE TABLE "segment_tag" (
	"brand_id" integer NOT NULL,
	"tag_id" text NOT NULL,
	"segment_id" text NOT NULL,
	"asset_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"job_id" text,
	"resumes_at" timestamp with time zone,
	CONSTRAINT "segment_tag_brand_id_tag_id_pk" PRIMARY KEY("brand_id","tag_id")
);
--> statement-breakpoint
CREATE INDEX "segment_tag_by_segment" ON "segment_tag" USING btree ("brand_id","segment_id");