ALTER TABLE "refund" ADD COLUMN "taken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "refusal" text;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "ended_by" text;