ALTER TABLE "payment" ADD COLUMN "notices" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "notices" text[] DEFAULT '{}' NOT NULL;