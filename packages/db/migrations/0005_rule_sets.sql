CREATE TYPE "public"."overridable_rule" AS ENUM('S22', 'S23', 'S24');--> statement-breakpoint
CREATE TYPE "public"."rule_set_name" AS ENUM('article', 'hard_days_hard');--> statement-breakpoint
CREATE TABLE "program_undo" (
	"practice_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"weeks" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	CONSTRAINT "program_undo_practice_id_program_id_revision_pk" PRIMARY KEY("practice_id","program_id","revision")
);
--> statement-breakpoint
CREATE TABLE "rule_override" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"rule" "overridable_rule" NOT NULL,
	"reason" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_override_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "rule_override_has_a_reason" CHECK (length(trim("rule_override"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "rule_set" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"name" "rule_set_name" NOT NULL,
	"parameters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_set_parameters_are_an_object" CHECK (jsonb_typeof("rule_set"."parameters") = 'object')
);
--> statement-breakpoint
ALTER TABLE "program" ADD COLUMN "rule_set" jsonb DEFAULT '{"name":"article","overrides":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "program_version" ADD COLUMN "rule_set" jsonb DEFAULT '{"name":"article","overrides":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "program_undo" ADD CONSTRAINT "program_undo_program" FOREIGN KEY ("practice_id","program_id") REFERENCES "public"."program"("practice_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_undo" ADD CONSTRAINT "program_undo_made_by" FOREIGN KEY ("practice_id","made_by") REFERENCES "public"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_override" ADD CONSTRAINT "rule_override_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_override" ADD CONSTRAINT "rule_override_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_override" ADD CONSTRAINT "rule_override_made_by" FOREIGN KEY ("practice_id","made_by") REFERENCES "public"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_updated_by" FOREIGN KEY ("practice_id","updated_by") REFERENCES "public"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rule_override_of_client" ON "rule_override" USING btree ("practice_id","client_id","rule");