CREATE TABLE "segment" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"rule" jsonb,
	"version" integer NOT NULL,
	"live_rule" jsonb,
	"live_version" integer,
	"state" text NOT NULL,
	"size" integer,
	"job_id" text,
	"exchanging" boolean DEFAULT false NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	CONSTRAINT "segment_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "segment_due" (
	"brand_id" integer NOT NULL,
	"segment_id" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segment_due_brand_id_segment_id_contact_id_pk" PRIMARY KEY("brand_id","segment_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "segment_list" (
	"brand_id" integer NOT NULL,
	"segment_id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	CONSTRAINT "segment_list_brand_id_segment_id_identity_id_pk" PRIMARY KEY("brand_id","segment_id","identity_id")
);
--> statement-breakpoint
CREATE TABLE "segment_member" (
	"brand_id" integer NOT NULL,
	"segment_id" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segment_member_brand_id_segment_id_contact_id_pk" PRIMARY KEY("brand_id","segment_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "segment_move" (
	"brand_id" integer NOT NULL,
	"segment_id" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"entered" boolean NOT NULL,
	CONSTRAINT "segment_move_brand_id_segment_id_contact_id_at_entered_pk" PRIMARY KEY("brand_id","segment_id","contact_id","at","entered")
);
--> statement-breakpoint
CREATE TABLE "segment_size" (
	"brand_id" integer NOT NULL,
	"segment_id" text NOT NULL,
	"day" date NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "segment_size_brand_id_segment_id_day_pk" PRIMARY KEY("brand_id","segment_id","day")
);
--> statement-breakpoint
CREATE INDEX "segment_live" ON "segment" USING btree ("brand_id") WHERE state = 'live';--> statement-breakpoint
CREATE INDEX "segment_due_by_time" ON "segment_due" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "segment_list_by_identity" ON "segment_list" USING btree ("brand_id","identity_id");--> statement-breakpoint
CREATE INDEX "segment_member_by_contact" ON "segment_member" USING btree ("brand_id","contact_id");--> statement-breakpoint
CREATE INDEX "segment_move_by_time" ON "segment_move" USING btree ("brand_id","segment_id","at");