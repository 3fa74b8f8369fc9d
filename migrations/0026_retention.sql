CREATE TABLE "retention" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"words_months" integer,
	"leavers_months" integer,
	"forgotten_to" bigint DEFAULT 0 NOT NULL
);
