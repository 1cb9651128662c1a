ALTER TYPE "public"."overridable_rule" ADD VALUE 'S14';--> statement-breakpoint
ALTER TABLE "program" DROP CONSTRAINT "program_sessions_range";--> statement-breakpoint
ALTER TABLE "program" ADD CONSTRAINT "program_sessions_range" CHECK ("program"."sessions_per_week" between 1 and 3);