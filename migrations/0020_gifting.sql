CREATE TABLE "gift" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"storefront_id" text NOT NULL,
	"buyer_id" bigint NOT NULL,
	"path" text NOT NULL,
	"state" text NOT NULL,
	"sender_name" text,
	"message" text,
	"questions" jsonb NOT NULL,
	"link_no" integer NOT NULL,
	"link_hash" text NOT NULL,
	"opened_at" timestamp with time zone,
	"receiver_id" bigint,
	"addressed_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"returned_why" text,
	"thanks" text,
	"thanked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gift_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "gift_setting" (
	"brand_id" integer NOT NULL,
	"storefront_id" text NOT NULL,
	"offered" boolean NOT NULL,
	"days" integer NOT NULL,
	"messages" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gift_setting_brand_id_storefront_id_pk" PRIMARY KEY("brand_id","storefront_id"),
	CONSTRAINT "gift_setting_days" CHECK (days between 1 and 14)
);
--> statement-breakpoint
ALTER TABLE "shop_order" ADD COLUMN "for_gift" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "gift_by_order" ON "gift" USING btree ("brand_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gift_by_link" ON "gift" USING btree ("brand_id","link_hash");--> statement-breakpoint
CREATE INDEX "gift_by_receiver" ON "gift" USING btree ("brand_id","receiver_id") WHERE receiver_id is not null;--> statement-breakpoint
CREATE INDEX "gift_by_buyer" ON "gift" USING btree ("brand_id","buyer_id");--> statement-breakpoint
CREATE INDEX "gift_by_time" ON "gift" USING btree ("brand_id","created_at");