CREATE TABLE "comments_read" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"msg_data_id" text NOT NULL,
	"article_idx" integer NOT NULL,
	"counted" integer NOT NULL,
	CONSTRAINT "comments_read_brand_id_asset_id_msg_data_id_article_idx_pk" PRIMARY KEY("brand_id","asset_id","msg_data_id","article_idx")
);
