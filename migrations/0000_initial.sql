CREATE SEQUENCE "public"."contact_revision" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"token_hash" text NOT NULL,
	"permissions" text[] NOT NULL,
	"brand_ids" integer[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"subject" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"brand_id" integer NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entry_brand_id_seq_pk" PRIMARY KEY("brand_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"brand_id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brand" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "brand_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brand_role" (
	"brand_id" integer NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"region" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "brand_role_brand_id_user_id_role_pk" PRIMARY KEY("brand_id","user_id","role")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_audit_entry" (
	"organisation_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "organisation_audit_entry_organisation_id_seq_pk" PRIMARY KEY("organisation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "organisation_audit_head" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_role" (
	"organisation_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"region" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_role_organisation_id_user_id_role_pk" PRIMARY KEY("organisation_id","user_id","role")
);
--> statement-breakpoint
CREATE TABLE "password_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"address" text NOT NULL,
	"agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"language" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_sign_in_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "asset" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"appid" text NOT NULL,
	"original_id" text,
	"secret" text NOT NULL,
	"token" text NOT NULL,
	"aes_key" text NOT NULL,
	"previous_aes_key" text,
	"mode" text NOT NULL,
	"base_urls" jsonb,
	"relay_url" text,
	"datacube_profile" text NOT NULL,
	"state" text NOT NULL,
	"observed_since" timestamp with time zone NOT NULL,
	"connected_at" timestamp with time zone NOT NULL,
	"disconnected_at" timestamp with time zone,
	"doctor" jsonb,
	"syncs" jsonb NOT NULL,
	CONSTRAINT "asset_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "auto_reply" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"asset_id" text NOT NULL,
	"trigger" text NOT NULL,
	"words" text[] NOT NULL,
	"match" text NOT NULL,
	"reply" jsonb NOT NULL,
	"enabled" boolean NOT NULL,
	"position" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "auto_reply_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "datacube_day" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"call" text NOT NULL,
	"day" date NOT NULL,
	"rows" jsonb NOT NULL,
	"is_delay" boolean NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "datacube_day_brand_id_asset_id_call_day_pk" PRIMARY KEY("brand_id","asset_id","call","day")
);
--> statement-breakpoint
CREATE TABLE "follower_pending" (
	"brand_id" integer NOT NULL,
	"event_id" bigint NOT NULL,
	"asset_id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	CONSTRAINT "follower_pending_brand_id_event_id_pk" PRIMARY KEY("brand_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "menu" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"published" jsonb,
	CONSTRAINT "menu_brand_id_asset_id_pk" PRIMARY KEY("brand_id","asset_id")
);
--> statement-breakpoint
CREATE TABLE "menu_action" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	"last_published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "menu_action_brand_id_asset_id_key_pk" PRIMARY KEY("brand_id","asset_id","key")
);
--> statement-breakpoint
CREATE TABLE "menu_item" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"column" integer NOT NULL,
	"row" integer NOT NULL,
	"name" text NOT NULL,
	"type" text,
	"category" text,
	"key" text,
	"url" text,
	"media_id" text,
	"article_id" text,
	"appid" text,
	"pagepath" text,
	CONSTRAINT "menu_item_brand_id_asset_id_column_row_pk" PRIMARY KEY("brand_id","asset_id","column","row")
);
--> statement-breakpoint
CREATE TABLE "wechat_token" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"value" text,
	"expires_at" timestamp with time zone,
	CONSTRAINT "wechat_token_brand_id_asset_id_pk" PRIMARY KEY("brand_id","asset_id")
);
--> statement-breakpoint
CREATE TABLE "callback_tally" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "callback_tally_brand_id_asset_id_day_outcome_pk" PRIMARY KEY("brand_id","asset_id","day","outcome")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"brand_id" integer NOT NULL,
	"id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"asset_id" text,
	"identity_id" bigint,
	"dedup_key" uuid NOT NULL,
	"props" jsonb NOT NULL,
	CONSTRAINT "event_brand_id_id_pk" PRIMARY KEY("brand_id","id"),
	CONSTRAINT "event_dedup" UNIQUE("brand_id","dedup_key")
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"brand_id" integer NOT NULL,
	"id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "identity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"asset_id" text,
	"value" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_brand_id_id_pk" PRIMARY KEY("brand_id","id"),
	CONSTRAINT "identity_value" UNIQUE NULLS NOT DISTINCT("brand_id","kind","value","asset_id")
);
--> statement-breakpoint
CREATE TABLE "warehouse_batch" (
	"first_id" bigint PRIMARY KEY NOT NULL,
	"last_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"purpose" text NOT NULL,
	"given" boolean NOT NULL,
	"text_version" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"proof" text,
	"recorded_by" text NOT NULL,
	CONSTRAINT "consent_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "consent_text" (
	"brand_id" integer NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_text_brand_id_purpose_version_pk" PRIMARY KEY("brand_id","purpose","version")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"brand_id" integer NOT NULL,
	"id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_active_at" timestamp with time zone,
	"subscribed" boolean NOT NULL,
	"followed_at" timestamp with time zone,
	"unfollowed_at" timestamp with time zone,
	"subscribe_scene" text,
	"source_group" text NOT NULL,
	"channel_id" text,
	"stage" text NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"stage_counts" jsonb NOT NULL,
	"tags" text[] NOT NULL,
	"erased_at" timestamp with time zone,
	"revision" bigint NOT NULL,
	CONSTRAINT "contact_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_gone" (
	"brand_id" integer NOT NULL,
	"id" bigint NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "contact_gone_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_merge" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"merged_at" timestamp with time zone NOT NULL,
	"merged_by" text NOT NULL,
	"unmerged_at" timestamp with time zone,
	"unmerged_by" text,
	CONSTRAINT "contact_merge_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_tag" (
	"brand_id" integer NOT NULL,
	"tag_id" text NOT NULL,
	"contact_id" bigint NOT NULL,
	CONSTRAINT "contact_tag_brand_id_tag_id_contact_id_pk" PRIMARY KEY("brand_id","tag_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "erased_identity" (
	"brand_id" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "erased_identity_brand_id_identity_id_pk" PRIMARY KEY("brand_id","identity_id")
);
--> statement-breakpoint
CREATE TABLE "follow_period" (
	"brand_id" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"asset_id" text NOT NULL,
	"followed_at" timestamp with time zone NOT NULL,
	"unfollowed_at" timestamp with time zone,
	"observed" boolean NOT NULL,
	"subscribe_scene" text,
	"qr_scene" text,
	"source_group" text NOT NULL,
	"channel_id" text,
	CONSTRAINT "follow_period_brand_id_identity_id_event_id_pk" PRIMARY KEY("brand_id","identity_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "follower" (
	"brand_id" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"asset_id" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"subscribed" boolean NOT NULL,
	"subscribed_at" timestamp with time zone,
	"unsubscribed_at" timestamp with time zone,
	"subscribe_scene" text,
	"qr_scene" text,
	"source_group" text NOT NULL,
	"channel_id" text,
	"wechat_tags" integer[] NOT NULL,
	"synced_at" timestamp with time zone,
	CONSTRAINT "follower_brand_id_identity_id_pk" PRIMARY KEY("brand_id","identity_id")
);
--> statement-breakpoint
CREATE TABLE "profile_value" (
	"brand_id" integer NOT NULL,
	"identity_id" bigint NOT NULL,
	"field" text NOT NULL,
	"value" jsonb NOT NULL,
	"search" text,
	"hash" text,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"purpose" text,
	"recorded_by" text,
	CONSTRAINT "profile_value_brand_id_identity_id_field_pk" PRIMARY KEY("brand_id","identity_id","field")
);
--> statement-breakpoint
CREATE TABLE "rights_request" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"report" jsonb,
	CONSTRAINT "rights_request_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "stage_move" (
	"brand_id" integer NOT NULL,
	"contact_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	CONSTRAINT "stage_move_brand_id_contact_id_event_id_pk" PRIMARY KEY("brand_id","contact_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "stage_rules" (
	"brand_id" integer NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "stage_rules_brand_id_version_pk" PRIMARY KEY("brand_id","version")
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"asset_id" text,
	"wechat_id" integer,
	"name" text NOT NULL,
	"wechat_count" integer,
	"created_at" timestamp with time zone NOT NULL,
	"synced_at" timestamp with time zone,
	"missing_since" timestamp with time zone,
	CONSTRAINT "tag_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "mass_report" (
	"brand_id" integer NOT NULL,
	"asset_id" text NOT NULL,
	"msg_id" text NOT NULL,
	"status" text NOT NULL,
	"succeeded" boolean NOT NULL,
	"total_count" integer NOT NULL,
	"filter_count" integer NOT NULL,
	"sent_count" integer NOT NULL,
	"error_count" integer NOT NULL,
	"articles" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mass_report_brand_id_asset_id_msg_id_pk" PRIMARY KEY("brand_id","asset_id","msg_id")
);
--> statement-breakpoint
CREATE TABLE "push" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"asset_id" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"audience" jsonb NOT NULL,
	"segmented" boolean NOT NULL,
	"excluded" jsonb,
	"frozen_count" integer,
	"job_id" text,
	"error" jsonb,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"frozen_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "push_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "push_article" (
	"brand_id" integer NOT NULL,
	"push_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"author" text NOT NULL,
	"digest" text NOT NULL,
	"content" text NOT NULL,
	"read_more_url" text,
	"cover" text,
	"elements" jsonb NOT NULL,
	"thumb_media_id" text,
	CONSTRAINT "push_article_brand_id_push_id_position_pk" PRIMARY KEY("brand_id","push_id","position")
);
--> statement-breakpoint
CREATE TABLE "push_call" (
	"brand_id" integer NOT NULL,
	"push_id" text NOT NULL,
	"number" integer NOT NULL,
	"route" text NOT NULL,
	"client_msg_id" text NOT NULL,
	"planned" integer NOT NULL,
	"state" text NOT NULL,
	"media_id" text,
	"msg_id" text,
	"msg_data_id" text,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "push_call_brand_id_push_id_number_pk" PRIMARY KEY("brand_id","push_id","number")
);
--> statement-breakpoint
CREATE TABLE "push_recipient" (
	"brand_id" integer NOT NULL,
	"push_id" text NOT NULL,
	"identity_id" bigint NOT NULL,
	"call" integer NOT NULL,
	CONSTRAINT "push_recipient_brand_id_push_id_identity_id_pk" PRIMARY KEY("brand_id","push_id","identity_id")
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"asset_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"scene" text,
	"permanent" boolean NOT NULL,
	"ticket" text,
	"url" text,
	"expires_at" timestamp with time zone,
	"tags" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "channel_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "channel_cost" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"channel_id" text,
	"source_group" text,
	"day" date NOT NULL,
	"fen" bigint NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "channel_cost_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "channel_scan" (
	"brand_id" integer NOT NULL,
	"channel_id" text NOT NULL,
	"event_id" bigint NOT NULL,
	"identity_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"followed" boolean NOT NULL,
	CONSTRAINT "channel_scan_brand_id_channel_id_event_id_pk" PRIMARY KEY("brand_id","channel_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "domain_file" (
	"brand_id" integer NOT NULL,
	"name" text NOT NULL,
	"content" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "domain_file_brand_id_name_pk" PRIMARY KEY("brand_id","name")
);
--> statement-breakpoint
CREATE TABLE "link_click" (
	"brand_id" integer NOT NULL,
	"link_id" text NOT NULL,
	"event_id" bigint NOT NULL,
	"identity_id" bigint,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_click_brand_id_link_id_event_id_pk" PRIMARY KEY("brand_id","link_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "link_visit" (
	"brand_id" integer NOT NULL,
	"state" text NOT NULL,
	"link_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_visit_brand_id_state_pk" PRIMARY KEY("brand_id","state")
);
--> statement-breakpoint
CREATE TABLE "source_mapping" (
	"brand_id" integer NOT NULL,
	"version" integer NOT NULL,
	"scenes" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "source_mapping_brand_id_version_pk" PRIMARY KEY("brand_id","version")
);
--> statement-breakpoint
CREATE TABLE "tracked_link" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"code" text NOT NULL,
	"asset_id" text NOT NULL,
	"title" text NOT NULL,
	"target" text NOT NULL,
	"placement" text NOT NULL,
	"channel_id" text,
	"push_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "tracked_link_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"brand_id" integer NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"lane" text NOT NULL,
	"key" text,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"input" jsonb NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"total" bigint,
	"cursor" jsonb,
	"last_error" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_brand_id_id_pk" PRIMARY KEY("brand_id","id")
);
--> statement-breakpoint
CREATE TABLE "projection_cursor" (
	"name" text PRIMARY KEY NOT NULL,
	"cursor" bigint DEFAULT 0 NOT NULL,
	"error" text,
	"updated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "timer" (
	"brand_id" integer NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"held_until" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "timer_brand_id_name_key_pk" PRIMARY KEY("brand_id","name","key")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_token" ON "api_key" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_key_organisation" ON "api_key" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "brand_role_user" ON "brand_role" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "organisation_role_user" ON "organisation_role" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "password_link_user" ON "password_link" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_account_email" ON "user_account" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "asset_by_appid" ON "asset" USING btree ("appid");--> statement-breakpoint
CREATE INDEX "auto_reply_by_asset" ON "auto_reply" USING btree ("brand_id","asset_id","position");--> statement-breakpoint
CREATE INDEX "follower_pending_due" ON "follower_pending" USING btree ("not_before");--> statement-breakpoint
CREATE INDEX "event_timeline" ON "event" USING btree ("brand_id","identity_id","at","id");--> statement-breakpoint
CREATE INDEX "event_unknown" ON "event" USING btree ("brand_id","id") WHERE type = 'unknown';--> statement-breakpoint
CREATE INDEX "event_order" ON "event" USING btree ("id");--> statement-breakpoint
CREATE INDEX "identity_contact" ON "identity" USING btree ("brand_id","contact_id");--> statement-breakpoint
CREATE INDEX "consent_by_person" ON "consent" USING btree ("brand_id","identity_id","purpose","at");--> statement-breakpoint
CREATE INDEX "contact_by_first_seen" ON "contact" USING btree ("brand_id","first_seen_at","id");--> statement-breakpoint
CREATE INDEX "contact_by_stage" ON "contact" USING btree ("brand_id","stage","first_seen_at","id");--> statement-breakpoint
CREATE INDEX "contact_by_source" ON "contact" USING btree ("brand_id","source_group","first_seen_at","id");--> statement-breakpoint
CREATE INDEX "contact_by_channel" ON "contact" USING btree ("brand_id","channel_id","first_seen_at","id") WHERE channel_id is not null;--> statement-breakpoint
CREATE INDEX "contact_by_follow" ON "contact" USING btree ("brand_id","followed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_by_revision" ON "contact" USING btree ("revision");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_gone_by_revision" ON "contact_gone" USING btree ("revision");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_merge_pair" ON "contact_merge" USING btree ("brand_id","identity_id","other_id");--> statement-breakpoint
CREATE INDEX "contact_merge_other" ON "contact_merge" USING btree ("brand_id","other_id");--> statement-breakpoint
CREATE INDEX "contact_tag_by_contact" ON "contact_tag" USING btree ("brand_id","contact_id");--> statement-breakpoint
CREATE INDEX "follow_period_by_follow" ON "follow_period" USING btree ("brand_id","asset_id","followed_at");--> statement-breakpoint
CREATE INDEX "follow_period_by_unfollow" ON "follow_period" USING btree ("brand_id","asset_id","unfollowed_at") WHERE unfollowed_at is not null;--> statement-breakpoint
CREATE INDEX "follow_period_by_channel" ON "follow_period" USING btree ("brand_id","channel_id","followed_at") WHERE channel_id is not null;--> statement-breakpoint
CREATE INDEX "follower_by_contact" ON "follower" USING btree ("brand_id","contact_id");--> statement-breakpoint
CREATE INDEX "follower_by_asset" ON "follower" USING btree ("brand_id","asset_id","subscribed","identity_id");--> statement-breakpoint
CREATE INDEX "profile_value_by_text" ON "profile_value" USING btree ("brand_id","field","search" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "profile_value_by_hash" ON "profile_value" USING btree ("brand_id","hash") WHERE hash is not null;--> statement-breakpoint
CREATE INDEX "rights_request_open" ON "rights_request" USING btree ("brand_id","due_at");--> statement-breakpoint
CREATE INDEX "stage_move_by_time" ON "stage_move" USING btree ("brand_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "tag_by_name" ON "tag" USING btree ("brand_id","asset_id","name") WHERE missing_since is null;--> statement-breakpoint
CREATE INDEX "push_by_time" ON "push" USING btree ("brand_id","created_at");--> statement-breakpoint
CREATE INDEX "push_call_by_message" ON "push_call" USING btree ("brand_id","msg_id");--> statement-breakpoint
CREATE INDEX "push_recipient_by_person" ON "push_recipient" USING btree ("brand_id","identity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "channel_by_scene" ON "channel" USING btree ("brand_id","asset_id","scene") WHERE scene is not null;--> statement-breakpoint
CREATE INDEX "channel_cost_by_day" ON "channel_cost" USING btree ("brand_id","day");--> statement-breakpoint
CREATE INDEX "channel_scan_by_time" ON "channel_scan" USING btree ("brand_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "domain_file_by_name" ON "domain_file" USING btree ("name");--> statement-breakpoint
CREATE INDEX "link_visit_by_time" ON "link_visit" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "tracked_link_by_code" ON "tracked_link" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "job_single" ON "job" USING btree ("brand_id","kind","key") WHERE state IN ('queued', 'running');--> statement-breakpoint
CREATE INDEX "job_open" ON "job" USING btree ("state") WHERE state IN ('queued', 'running');--> statement-breakpoint
CREATE INDEX "job_recent" ON "job" USING btree ("brand_id","created_at");--> statement-breakpoint
CREATE INDEX "timer_due" ON "timer" USING btree ("due_at");