ALTER TABLE "channel" ADD COLUMN "tags_since" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
-- Who scanned until now has been given the tags as they were then; a replay must not give them those of today.
UPDATE "channel" c SET "tags_since" = (SELECT jsonb_object_agg(tag, s.since) FROM unnest(c.tags) AS tag)
  FROM (SELECT brand_id, channel_id, to_char((max(at) + interval '1 second') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since FROM channel_scan GROUP BY 1, 2) s
 WHERE s.brand_id = c.brand_id AND s.channel_id = c.id AND cardinality(c.tags) > 0;
