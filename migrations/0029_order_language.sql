ALTER TABLE "message_grant" ADD COLUMN "language" text DEFAULT 'zh' NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_order" ADD COLUMN "language" text DEFAULT 'zh' NOT NULL;