ALTER TABLE "gift" ADD COLUMN "reopened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "ask_receiver" text;--> statement-breakpoint
ALTER TABLE "order_line" ADD COLUMN "left_to_receiver" boolean DEFAULT false NOT NULL;