ALTER TABLE "after_sale_line" ADD COLUMN "came_back" jsonb;--> statement-breakpoint
ALTER TABLE "after_sale_line" ADD COLUMN "replaced_by" jsonb;