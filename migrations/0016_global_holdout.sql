CREATE TABLE "global_holdout" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"share" double precision NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"followers" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "global_holdout_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "production_fen" bigint;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "partner_fen" bigint;
--> statement-breakpoint
CREATE UNIQUE INDEX "global_holdout_now" ON "global_holdout" USING btree ("brand_id") WHERE ended_at is null;