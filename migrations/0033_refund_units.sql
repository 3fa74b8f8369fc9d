ALTER TABLE "refund_line" ADD COLUMN "had_left" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refund_line" ADD COLUMN "restock" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "refund_line" l SET "restock" = l."quantity" FROM "refund" r WHERE r."brand_id" = l."brand_id" AND r."id" = l."refund_id" AND r."restock";--> statement-breakpoint
UPDATE "refund_line" l SET "had_left" = l."quantity" FROM "refund" r WHERE r."brand_id" = l."brand_id" AND r."id" = l."refund_id" AND (
  EXISTS (SELECT 1 FROM "after_sale" c WHERE c."brand_id" = r."brand_id" AND c."refund_id" = r."id" AND c."kind" = 'return')
  OR EXISTS (SELECT 1 FROM "order_step" s WHERE s."brand_id" = r."brand_id" AND s."order_id" = r."order_id" AND s."why" IN ('shipped', 'rest_refunded', 'shipped_at_wechat') AND s."at" <= r."requested_at"));--> statement-breakpoint
ALTER TABLE "refund" DROP COLUMN "restock";--> statement-breakpoint
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_units" CHECK (had_left between 0 and quantity and restock between 0 and quantity);
