ALTER TABLE "client" ADD COLUMN "goal_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "client" ADD COLUMN "access_closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "note_sealed" "bytea";