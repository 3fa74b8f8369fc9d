ALTER TABLE "asset" ADD COLUMN "previous_token" text;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "previous_token_until" timestamp with time zone;