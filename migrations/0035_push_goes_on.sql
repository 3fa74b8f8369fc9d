ALTER TABLE "push" ADD COLUMN "resumed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "goes_on_at" timestamp with time zone;