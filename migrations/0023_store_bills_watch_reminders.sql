CREATE TABLE "bill_day" (
	"brand_id" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"matched" integer NOT NULL,
	"differing" integer NOT NULL,
	"paid_fen" bigint NOT NULL,
	"refund_fen" bigint NOT NULL,
	"fee_fen" bigint NOT NULL,
	"flow_in_fen" bigint NOT NULL,
	"flow_out_fen" bigint NOT NULL,
	"compared_at" timestamp with time zone NOT NULL,
	"compared_by" text NOT NULL,
	CONSTRAINT "bill_day_brand_id_merchant_id_day_pk" PRIMARY KEY("brand_id","merchant_id","day")
);
--> statement-breakpoint
CREATE TABLE "bill_difference" (
	"brand_id" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"day" date NOT NULL,
	"what" text NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"order_id" text,
	"platform_id" text,
	"ours_fen" bigint,
	"theirs_fen" bigint,
	CONSTRAINT "bill_difference_brand_id_merchant_id_day_what_number_pk" PRIMARY KEY("brand_id","merchant_id","day","what","number")
);
--> statement-breakpoint
CREATE TABLE "coupon_reminder" (
	"brand_id" integer NOT NULL,
	"coupon_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "coupon_reminder_brand_id_coupon_id_pk" PRIMARY KEY("brand_id","coupon_id")
);
--> statement-breakpoint
CREATE TABLE "coupon_reminder_setting" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"template_id" text NOT NULL,
	"name_key" text NOT NULL,
	"time_key" text NOT NULL,
	"days_before" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_grant" (
	"brand_id" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"template_id" text NOT NULL,
	"left" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_grant_brand_id_identity_id_template_id_pk" PRIMARY KEY("brand_id","identity_id","template_id"),
	CONSTRAINT "message_grant_left" CHECK ("left" >= 0)
);
--> statement-breakpoint
CREATE TABLE "order_trace" (
	"brand_id" integer NOT NULL,
	"order_id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"phone" text NOT NULL,
	"phone_end" text NOT NULL,
	"place" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_trace_brand_id_order_id_pk" PRIMARY KEY("brand_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "resale_mark" (
	"brand_id" integer NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"mark" text NOT NULL,
	"note" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"marked_by" text NOT NULL,
	CONSTRAINT "resale_mark_brand_id_kind_value_pk" PRIMARY KEY("brand_id","kind","value")
);
--> statement-breakpoint
CREATE INDEX "bill_difference_by_order" ON "bill_difference" USING btree ("brand_id","order_id");--> statement-breakpoint
CREATE INDEX "order_trace_by_phone" ON "order_trace" USING btree ("brand_id","phone");--> statement-breakpoint
CREATE INDEX "order_trace_by_phone_end" ON "order_trace" USING btree ("brand_id","phone_end");--> statement-breakpoint
CREATE INDEX "order_trace_by_place" ON "order_trace" USING btree ("brand_id","place");--> statement-breakpoint
CREATE INDEX "order_trace_by_time" ON "order_trace" USING btree ("brand_id","placed_at");