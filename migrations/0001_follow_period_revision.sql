CREATE SEQUENCE "public"."follow_period_revision" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "follow_period_gone" (
	"brand_id" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "follow_period_gone_brand_id_identity_id_event_id_pk" PRIMARY KEY("brand_id","identity_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "follow_period" ADD COLUMN "revision" bigint DEFAULT nextval('follow_period_revision') NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_period_gone_by_revision" ON "follow_period_gone" USING btree ("revision");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_period_by_revision" ON "follow_period" USING btree ("revision");