CREATE TABLE "approval" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"regions" text[] NOT NULL,
	"deadline" timestamp with time zone,
	"requested_by" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "approval_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "approval_decision" (
	"brand_id" integer NOT NULL,
	"approval_id" text NOT NULL,
	"region" text NOT NULL,
	"decision" text NOT NULL,
	"comment" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approval_decision_brand_id_approval_id_region_pk" PRIMARY KEY("brand_id","approval_id","region")
);
--> statement-breakpoint
CREATE TABLE "article" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"content_type" text NOT NULL,
	"partner_id" text,
	"partner_cost_fen" bigint,
	"pool_group" text,
	"pool_audiences" text[] DEFAULT '{}' NOT NULL,
	"pool_expires_at" timestamp with time zone,
	"invites_to_join" boolean DEFAULT false NOT NULL,
	"planned_day" date,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "article_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "article_comment" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_comment_brand_id_article_id_id_pk" PRIMARY KEY("brand_id","article_id","id")
);
--> statement-breakpoint
CREATE TABLE "article_draft" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"media_id" text NOT NULL,
	"position" integer NOT NULL,
	"article_id" text,
	"agreed_version" integer,
	"agreed_hash" text,
	"remote_hash" text NOT NULL,
	"remote" jsonb NOT NULL,
	"remote_changed_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"seen_by" text NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "article_draft_brand_id_asset_id_media_id_position_pk" PRIMARY KEY("brand_id","asset_id","media_id","position")
);
--> statement-breakpoint
CREATE TABLE "article_picture" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_picture_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "article_version" (
	"brand_id" integer NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"author" text NOT NULL,
	"digest" text NOT NULL,
	"content" text NOT NULL,
	"read_more_url" text,
	"h5_url" text,
	"cover_id" text,
	"topic" text NOT NULL,
	"elements" jsonb NOT NULL,
	"origin" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_version_brand_id_article_id_version_pk" PRIMARY KEY("brand_id","article_id","version")
);
--> statement-breakpoint
CREATE TABLE "calendar_note" (
	"brand_id" integer NOT NULL,
	"day" date NOT NULL,
	"id" text NOT NULL,
	"text" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_note_brand_id_day_id_pk" PRIMARY KEY("brand_id","day","id")
);
--> statement-breakpoint
CREATE TABLE "content_partner" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "content_partner_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "content_settings" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"approval_needed" boolean NOT NULL,
	"regions" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "linter_rule" (
	"brand_id" integer NOT NULL,
	"rule" text NOT NULL,
	"enabled" boolean NOT NULL,
	"reason" text NOT NULL,
	"evidence" jsonb,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "linter_rule_brand_id_rule_pk" PRIMARY KEY("brand_id","rule")
);
--> statement-breakpoint
CREATE INDEX "approval_by_article" ON "approval" USING btree ("brand_id","article_id","version");--> statement-breakpoint
CREATE INDEX "approval_open" ON "approval" USING btree ("brand_id","deadline") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "article_by_change" ON "article" USING btree ("brand_id","changed_at");--> statement-breakpoint
CREATE INDEX "article_in_pool" ON "article" USING btree ("brand_id","pool_group") WHERE pool_group is not null and archived_at is null;--> statement-breakpoint
CREATE INDEX "article_draft_by_article" ON "article_draft" USING btree ("brand_id","article_id");