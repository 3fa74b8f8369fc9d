CREATE TABLE "after_sale" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"request_key" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone,
	"agreed_fen" bigint,
	"refund_id" text,
	"replacement_sku_id" text,
	"replacement_pool_id" text,
	"return_carrier" text,
	"return_waybill" text,
	"sent_carrier" text,
	"sent_waybill" text,
	"asked_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "after_sale_brand_id_id_pk" PRIMARY KEY("brand_id","id"),
	CONSTRAINT "after_sale_agreed" CHECK (agreed_fen > 0)
);
--> statement-breakpoint
CREATE TABLE "after_sale_line" (
	"brand_id" integer NOT NULL,
	"case_id" text NOT NULL,
	"position" integer NOT NULL,
	"quantity" integer NOT NULL,
	"sellable" integer,
	CONSTRAINT "after_sale_line_brand_id_case_id_position_pk" PRIMARY KEY("brand_id","case_id","position"),
	CONSTRAINT "after_sale_line_quantity" CHECK (quantity > 0 and sellable between 0 and quantity)
);
--> statement-breakpoint
CREATE TABLE "after_sale_step" (
	"brand_id" integer NOT NULL,
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"event" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "after_sale_step_brand_id_case_id_seq_pk" PRIMARY KEY("brand_id","case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "invoice_request" (
	"brand_id" integer NOT NULL,
	"order_id" text NOT NULL,
	"state" text NOT NULL,
	"title_kind" text NOT NULL,
	"details" text,
	"requested_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"reason" text,
	"number" text,
	"amount_fen" bigint,
	"issued_at" timestamp with time zone,
	"pdf" text,
	CONSTRAINT "invoice_request_brand_id_order_id_pk" PRIMARY KEY("brand_id","order_id"),
	CONSTRAINT "invoice_amount" CHECK (amount_fen > 0)
);
--> statement-breakpoint
CREATE TABLE "parcel" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"method" text NOT NULL,
	"carrier_id" text,
	"carrier_name" text,
	"waybill" text,
	"shipped_at" timestamp with time zone NOT NULL,
	"shipped_by" text NOT NULL,
	"uploaded_at" timestamp with time zone,
	CONSTRAINT "parcel_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "parcel_line" (
	"brand_id" integer NOT NULL,
	"parcel_id" text NOT NULL,
	"position" integer NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "parcel_line_brand_id_parcel_id_position_pk" PRIMARY KEY("brand_id","parcel_id","position"),
	CONSTRAINT "parcel_line_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "shipping_upload" (
	"brand_id" integer NOT NULL,
	"order_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"error_zh" text,
	"error_en" text,
	"sent_at" timestamp with time zone,
	"finished" boolean NOT NULL,
	"changed" boolean NOT NULL,
	"reminded_at" timestamp with time zone,
	"settles_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	CONSTRAINT "shipping_upload_brand_id_order_id_pk" PRIMARY KEY("brand_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "mini_program" ADD COLUMN "token" text;--> statement-breakpoint
ALTER TABLE "mini_program" ADD COLUMN "aes_key" text;--> statement-breakpoint
ALTER TABLE "shop_order" ADD COLUMN "fulfilment" text DEFAULT 'to_ship' NOT NULL;--> statement-breakpoint
ALTER TABLE "refund_line" ADD COLUMN "withheld_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "after_sale_by_request" ON "after_sale" USING btree ("brand_id","identity_id","request_key");--> statement-breakpoint
CREATE INDEX "after_sale_by_order" ON "after_sale" USING btree ("brand_id","order_id");--> statement-breakpoint
CREATE INDEX "after_sale_by_refund" ON "after_sale" USING btree ("brand_id","refund_id");--> statement-breakpoint
CREATE INDEX "after_sale_by_time" ON "after_sale" USING btree ("brand_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "after_sale_open" ON "after_sale" USING btree ("brand_id","state") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "invoice_request_by_time" ON "invoice_request" USING btree ("brand_id","changed_at","order_id");--> statement-breakpoint
CREATE INDEX "invoice_request_open" ON "invoice_request" USING btree ("brand_id") WHERE state = 'requested';--> statement-breakpoint
CREATE UNIQUE INDEX "parcel_by_order" ON "parcel" USING btree ("brand_id","order_id","seq");--> statement-breakpoint
CREATE INDEX "shipping_upload_refused" ON "shipping_upload" USING btree ("brand_id") WHERE state = 'refused';--> statement-breakpoint
CREATE INDEX "shop_order_to_ship" ON "shop_order" USING btree ("brand_id","placed_at") WHERE state = 'paid' and fulfilment in ('to_ship', 'part_shipped');