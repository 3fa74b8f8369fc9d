CREATE TABLE "observation_gap" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "observation_gap_brand_id_asset_id_began_at_pk" PRIMARY KEY("brand_id","asset_id","began_at")
);
