ALTER TABLE "program" ADD COLUMN "sessions_per_week" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "program" ADD COLUMN "notes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "program" ADD COLUMN "holds" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "program_version" ADD COLUMN "sessions_per_week" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "program" ADD CONSTRAINT "program_sessions_range" CHECK ("program"."sessions_per_week" between 1 and 2);