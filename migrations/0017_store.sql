CREATE TABLE "cart_line" (
	"brand_id" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"storefront_id" text NOT NULL,
	"id" text NOT NULL,
	"sku_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"options" jsonb NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cart_line_brand_id_identity_id_storefront_id_id_pk" PRIMARY KEY("brand_id","identity_id","storefront_id","id"),
	CONSTRAINT "cart_line_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "coupon" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"template_id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"state" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"order_id" text,
	CONSTRAINT "coupon_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "coupon_template" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"discount" jsonb NOT NULL,
	"threshold_fen" bigint NOT NULL,
	"storefront_ids" text[] NOT NULL,
	"budget" integer NOT NULL,
	"issued" integer NOT NULL,
	"valid_days" integer NOT NULL,
	"claimable" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "coupon_template_brand_id_id_pk" PRIMARY KEY("brand_id","id"),
	CONSTRAINT "coupon_budget" CHECK (issued between 0 and budget)
);
--> statement-breakpoint
CREATE TABLE "listing" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"price_fen" bigint,
	"per_person" integer,
	"position" integer NOT NULL,
	CONSTRAINT "listing_brand_id_storefront_id_sku_id_pk" PRIMARY KEY("brand_id","storefront_id","sku_id"),
	CONSTRAINT "listing_price" CHECK (price_fen > 0),
	CONSTRAINT "listing_per_person" CHECK (per_person > 0)
);
--> statement-breakpoint
CREATE TABLE "order_line" (
	"brand_id" integer NOT NULL,
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"sku_id" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_fen" bigint NOT NULL,
	"options_fen" bigint NOT NULL,
	"options" jsonb NOT NULL,
	"lead_days" integer NOT NULL,
	"discounts" jsonb NOT NULL,
	"pay_fen" bigint NOT NULL,
	CONSTRAINT "order_line_brand_id_order_id_position_pk" PRIMARY KEY("brand_id","order_id","position")
);
--> statement-breakpoint
CREATE TABLE "order_step" (
	"brand_id" integer NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"why" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "order_step_brand_id_order_id_seq_pk" PRIMARY KEY("brand_id","order_id","seq")
);
--> statement-breakpoint
CREATE TABLE "pay_merchant" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"mchid" text NOT NULL,
	"name" text NOT NULL,
	"serial_no" text NOT NULL,
	"private_key" text NOT NULL,
	"api_v3_key" text NOT NULL,
	"public_key_id" text,
	"public_key" text,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pay_merchant_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"brand_id" integer NOT NULL,
	"order_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"mchid" text NOT NULL,
	"appid" text NOT NULL,
	"total_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"pay_until" timestamp with time zone NOT NULL,
	"prepay_id" text,
	"transaction_id" text,
	"opened_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	CONSTRAINT "payment_brand_id_order_id_pk" PRIMARY KEY("brand_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "payment_alarm" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"order_id" text,
	"details" jsonb NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" text,
	CONSTRAINT "payment_alarm_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "price_band" (
	"brand_id" integer NOT NULL,
	"from_fen" bigint NOT NULL,
	"name" text NOT NULL,
	"sold_directly" boolean NOT NULL,
	CONSTRAINT "price_band_brand_id_from_fen_pk" PRIMARY KEY("brand_id","from_fen")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"story" text NOT NULL,
	"category_id" text,
	"vendor" text,
	"exclusive" boolean NOT NULL,
	"cross_border" jsonb,
	"collaboration" jsonb,
	"picture_ids" text[] NOT NULL,
	"options" jsonb NOT NULL,
	"attributes" jsonb NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_category" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "product_category_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_picture" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_picture_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "purchase_count" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"units" integer NOT NULL,
	CONSTRAINT "purchase_count_brand_id_storefront_id_sku_id_identity_id_pk" PRIMARY KEY("brand_id","storefront_id","sku_id","identity_id"),
	CONSTRAINT "purchase_count_units" CHECK (units >= 0)
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"fen" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"restock" boolean NOT NULL,
	"request_key" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "refund_brand_id_id_pk" PRIMARY KEY("brand_id","id"),
	CONSTRAINT "refund_fen" CHECK (fen > 0)
);
--> statement-breakpoint
CREATE TABLE "refund_line" (
	"brand_id" integer NOT NULL,
	"refund_id" text NOT NULL,
	"position" integer NOT NULL,
	"quantity" integer NOT NULL,
	"fen" bigint NOT NULL,
	CONSTRAINT "refund_line_brand_id_refund_id_position_pk" PRIMARY KEY("brand_id","refund_id","position")
);
--> statement-breakpoint
CREATE TABLE "sell_out" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"window_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"sold_out_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sell_out_brand_id_storefront_id_window_id_sku_id_pk" PRIMARY KEY("brand_id","storefront_id","window_id","sku_id")
);
--> statement-breakpoint
CREATE TABLE "shop_order" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"storefront_id" text NOT NULL,
	"window_id" text NOT NULL,
	"request_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"state" text NOT NULL,
	"total_fen" bigint NOT NULL,
	"discount_fen" bigint NOT NULL,
	"paid_fen" bigint NOT NULL,
	"refunded_fen" bigint NOT NULL,
	"coupon_id" text,
	"address" text,
	"channel" text NOT NULL,
	"source" jsonb NOT NULL,
	"asset_id" text,
	"placed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	CONSTRAINT "shop_order_brand_id_id_pk" PRIMARY KEY("brand_id","id"),
	CONSTRAINT "shop_order_money" CHECK (total_fen > 0 and paid_fen >= 0 and refunded_fen between 0 and paid_fen)
);
--> statement-breakpoint
CREATE TABLE "sku" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"price_fen" bigint NOT NULL,
	"compare_at_fen" bigint,
	"cost_fen" bigint,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "sku_brand_id_id_pk" PRIMARY KEY("brand_id","id"),
	CONSTRAINT "sku_price" CHECK (price_fen > 0)
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"brand_id" integer NOT NULL,
	"pool_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"on_hand" integer NOT NULL,
	"held" integer NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "stock_brand_id_pool_id_sku_id_pk" PRIMARY KEY("brand_id","pool_id","sku_id"),
	CONSTRAINT "stock_never_oversold" CHECK (held >= 0 and on_hand >= held)
);
--> statement-breakpoint
CREATE TABLE "stock_hold" (
	"brand_id" integer NOT NULL,
	"order_id" text NOT NULL,
	"pool_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "stock_hold_brand_id_order_id_pool_id_sku_id_pk" PRIMARY KEY("brand_id","order_id","pool_id","sku_id")
);
--> statement-breakpoint
CREATE TABLE "stock_movement" (
	"brand_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "stock_movement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pool_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"reason" text NOT NULL,
	"reference" text,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "stock_movement_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "stock_pool" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stock_pool_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "storefront" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"pool_id" text NOT NULL,
	"hold_minutes" integer NOT NULL,
	"place" text,
	"kol_kind" text,
	"kol_name" text,
	"commission_basis_points" integer,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "storefront_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "storefront_window" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"id" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	CONSTRAINT "storefront_window_brand_id_storefront_id_id_pk" PRIMARY KEY("brand_id","storefront_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "coupon_of_person" ON "coupon" USING btree ("brand_id","template_id","identity_id");--> statement-breakpoint
CREATE INDEX "coupon_due" ON "coupon" USING btree ("brand_id","expires_at") WHERE state in ('issued', 'saved');--> statement-breakpoint
CREATE UNIQUE INDEX "pay_merchant_by_mchid" ON "pay_merchant" USING btree ("brand_id","mchid");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_by_transaction" ON "payment" USING btree ("brand_id","transaction_id");--> statement-breakpoint
CREATE INDEX "product_by_change" ON "product" USING btree ("brand_id","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_by_request" ON "refund" USING btree ("brand_id","order_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "shop_order_by_number" ON "shop_order" USING btree ("brand_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "shop_order_by_request" ON "shop_order" USING btree ("brand_id","identity_id","request_key");--> statement-breakpoint
CREATE INDEX "shop_order_by_time" ON "shop_order" USING btree ("brand_id","placed_at");--> statement-breakpoint
CREATE INDEX "shop_order_due" ON "shop_order" USING btree ("brand_id","expires_at") WHERE state = 'awaiting_payment';--> statement-breakpoint
CREATE UNIQUE INDEX "sku_by_code" ON "sku" USING btree ("brand_id","code");--> statement-breakpoint
CREATE INDEX "sku_by_product" ON "sku" USING btree ("brand_id","product_id","position");--> statement-breakpoint
CREATE INDEX "stock_hold_by_sku" ON "stock_hold" USING btree ("brand_id","pool_id","sku_id");--> statement-breakpoint
CREATE INDEX "stock_movement_by_sku" ON "stock_movement" USING btree ("brand_id","pool_id","sku_id","id");