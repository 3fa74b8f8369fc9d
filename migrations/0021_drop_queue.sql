CREATE TABLE "drop_call" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"window_id" text NOT NULL,
	"up_to" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "drop_call_brand_id_storefront_id_window_id_up_to_pk" PRIMARY KEY("brand_id","storefront_id","window_id","up_to")
);
--> statement-breakpoint
CREATE TABLE "drop_log" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"window_id" text NOT NULL,
	"block" integer NOT NULL,
	"entries" text NOT NULL,
	"hash" text NOT NULL,
	"seal" text NOT NULL,
	CONSTRAINT "drop_log_brand_id_storefront_id_window_id_block_pk" PRIMARY KEY("brand_id","storefront_id","window_id","block")
);
--> statement-breakpoint
CREATE TABLE "drop_place" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"window_id" text NOT NULL,
	"number" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"order_id" text,
	CONSTRAINT "drop_place_brand_id_storefront_id_window_id_number_pk" PRIMARY KEY("brand_id","storefront_id","window_id","number")
);
--> statement-breakpoint
CREATE TABLE "drop_queue" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"window_id" text NOT NULL,
	"arrivals" integer NOT NULL,
	"called" integer NOT NULL,
	"refused" bigint NOT NULL,
	"blocks" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "drop_queue_brand_id_storefront_id_window_id_pk" PRIMARY KEY("brand_id","storefront_id","window_id")
);
--> statement-breakpoint
ALTER TABLE "storefront" ADD COLUMN "turn_seconds" integer;--> statement-breakpoint
CREATE INDEX "drop_place_by_person" ON "drop_place" USING btree ("brand_id","storefront_id","window_id","identity_id","number");