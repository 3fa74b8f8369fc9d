CREATE TABLE "push_batch" (
	"brand_id" integer NOT NULL,
	"push_id" text NOT NULL,
	"number" integer NOT NULL,
	"variant" integer NOT NULL,
	"call" integer NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"first_id" bigint NOT NULL,
	"last_id" bigint NOT NULL,
	"identity_ids" bigint[] NOT NULL,
	CONSTRAINT "push_batch_brand_id_push_id_number_pk" PRIMARY KEY("brand_id","push_id","number")
);
--> statement-breakpoint
CREATE TABLE "push_preview" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"asset_id" text NOT NULL,
	"push_id" text NOT NULL,
	"variant" integer NOT NULL,
	"sent_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "push_preview_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "push_settings" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"approval" boolean NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_variant" (
	"brand_id" integer NOT NULL,
	"push_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"segment_id" text,
	"arm" text DEFAULT '' NOT NULL,
	"share" double precision DEFAULT 1 NOT NULL,
	"frozen_count" integer,
	"preview_media_id" text,
	CONSTRAINT "push_variant_brand_id_push_id_number_pk" PRIMARY KEY("brand_id","push_id","number")
);
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "once_a_day" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "speed" integer;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "submitted_by" text;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "submitted_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "approved_by" text;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "approved_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "returned_note" text;
--> statement-breakpoint
ALTER TABLE "push" ADD COLUMN "scheduled_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "push_article" ADD COLUMN "variant" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "push_article" ADD COLUMN "article_id" text;
--> statement-breakpoint
ALTER TABLE "push_article" ADD COLUMN "article_version" integer;
--> statement-breakpoint
ALTER TABLE "push_call" ADD COLUMN "variant" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "push_call" ADD COLUMN "tag_id" integer;
--> statement-breakpoint
ALTER TABLE "push_call" ADD COLUMN "deleted_at" timestamp with time zone;
--> statement-breakpoint
CREATE INDEX "push_preview_by_day" ON "push_preview" USING btree ("brand_id","asset_id","at");
--> statement-breakpoint
ALTER TABLE "push_article" DROP CONSTRAINT "push_article_brand_id_push_id_position_pk";
--> statement-breakpoint
ALTER TABLE "push_article" ADD CONSTRAINT "push_article_brand_id_push_id_variant_position_pk" PRIMARY KEY("brand_id","push_id","variant","position");
--> statement-breakpoint
INSERT INTO "push_variant" (brand_id, push_id, number, name, frozen_count)
SELECT brand_id, id, 1, '', frozen_count FROM push
--> statement-breakpoint
INSERT INTO "push_batch" (brand_id, push_id, number, variant, call, first_id, last_id, identity_ids)
SELECT brand_id, push_id, row_number() OVER (PARTITION BY brand_id, push_id ORDER BY call, part), 1, call, min(identity_id), max(identity_id), array_agg(identity_id ORDER BY identity_id)
  FROM (SELECT *, (row_number() OVER (PARTITION BY brand_id, push_id, call ORDER BY identity_id) - 1) / 10000 AS part FROM push_recipient) r
 GROUP BY brand_id, push_id, call, part
--> statement-breakpoint
UPDATE "push_call" c SET tag_id = (p.audience->>'tagId')::integer FROM push p WHERE p.brand_id = c.brand_id AND p.id = c.push_id AND c.route = 'sendall'
