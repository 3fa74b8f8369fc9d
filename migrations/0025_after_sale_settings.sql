CREATE TABLE "after_sale_setting" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"return_address" text NOT NULL,
	"return_days" integer NOT NULL,
	"taste_days" integer NOT NULL,
	"fault_days" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
