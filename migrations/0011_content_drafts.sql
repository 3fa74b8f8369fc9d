ALTER TABLE "approval" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_draft" ADD COLUMN "cover_id" text;--> statement-breakpoint
ALTER TABLE "article_version" ADD COLUMN "created_by_name" text NOT NULL;