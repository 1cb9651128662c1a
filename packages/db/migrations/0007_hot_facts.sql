CREATE TYPE "public"."superset_letter" AS ENUM('A', 'B', 'C', 'D');--> statement-breakpoint
-- Unpacking every version takes longest, so it comes before anything is locked.
CREATE TEMPORARY TABLE "paired_line" ON COMMIT DROP AS
SELECT v."practice_id", v."id" AS "version_id", planned ->> 'key' AS "key", line ->> 'slot' AS "slot",
  (line ->> 'superset')::"superset_letter" AS "superset"
FROM "program_version" v
CROSS JOIN LATERAL jsonb_path_query(v."content", '$.weeks[*].sessions[*]') planned
CROSS JOIN LATERAL jsonb_path_query(planned, '$.prescriptions[*] ? (@.superset != null)') line;--> statement-breakpoint
ANALYZE "paired_line";--> statement-breakpoint
CREATE INDEX "started_sessions_of_client" ON "session" USING btree ("practice_id","client_id","started_at") WHERE "session"."started_at" is not null;--> statement-breakpoint
ALTER TABLE "prescription" ADD COLUMN "superset" "superset_letter";--> statement-breakpoint
UPDATE "prescription" p SET "superset" = l."superset"
FROM "paired_line" l
JOIN "session" s ON s."practice_id" = l."practice_id" AND s."version_id" = l."version_id" AND s."key" = l."key"
WHERE p."practice_id" = s."practice_id" AND p."session_id" = s."id" AND p."slot" = l."slot";--> statement-breakpoint
ALTER TABLE "program_version" ADD COLUMN "week_days" jsonb GENERATED ALWAYS AS (jsonb_path_query_array(content, '$.weeks[*].days')) STORED,
  ADD COLUMN "week_tiers" jsonb GENERATED ALWAYS AS (jsonb_path_query_array(content, '$.weeks[*].tier')) STORED,
  ADD COLUMN "week_warnings" jsonb GENERATED ALWAYS AS (jsonb_path_query_array(content, '$.weeks[*].warnings')) STORED;
