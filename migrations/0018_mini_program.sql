CREATE TABLE "mini_program" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"appid" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mini_program_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "mini_program_by_appid" ON "mini_program" USING btree ("brand_id","appid");