CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TYPE "public"."client_status" AS ENUM('invited', 'active', 'paused', 'archived');--> statement-breakpoint
CREATE TYPE "public"."equipment" AS ENUM('mat', 'miniband', 'band', 'dumbbells', 'kettlebell', 'barbell', 'trap_bar', 'rack', 'bench', 'box', 'cable', 'smith', 'leg_curl_machine', 'calf_machine', 'sliders', 'swiss_ball', 'ab_wheel', 'balance_pad', 'ball', 'rope', 'anchor', 'track');--> statement-breakpoint
CREATE TYPE "public"."experience" AS ENUM('new', 'some', 'experienced');--> statement-breakpoint
CREATE TYPE "public"."load_unit" AS ENUM('kg', 'lb');--> statement-breakpoint
CREATE TYPE "public"."weekday" AS ENUM('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');--> statement-breakpoint
CREATE TYPE "public"."mail_status" AS ENUM('queued', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('owner', 'coach', 'assistant');--> statement-breakpoint
CREATE TYPE "public"."program_status" AS ENUM('draft', 'published', 'ended');--> statement-breakpoint
CREATE TYPE "public"."race_distance" AS ENUM('5k', '10k', 'half', 'marathon', 'ultra');--> statement-breakpoint
CREATE TYPE "public"."race_priority" AS ENUM('A', 'B');--> statement-breakpoint
CREATE TYPE "public"."run_week_scope" AS ENUM('from', 'only');--> statement-breakpoint
CREATE TYPE "public"."goal" AS ENUM('strength', 'power', 'hypertrophy', 'endurance', 'mobility', 'stability');--> statement-breakpoint
CREATE TYPE "public"."measure" AS ENUM('reps', 'seconds');--> statement-breakpoint
CREATE TYPE "public"."session_load" AS ENUM('full', 'reduced', 'light');--> statement-breakpoint
CREATE TYPE "public"."session_status" AS ENUM('planned', 'in_progress', 'done', 'skipped');--> statement-breakpoint
CREATE TYPE "public"."waitlist_entry_status" AS ENUM('unconfirmed', 'waiting', 'offered', 'claimed', 'left');--> statement-breakpoint
CREATE TYPE "public"."offer_status" AS ENUM('held', 'claimed', 'expired', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."opening_status" AS ENUM('open', 'closed');--> statement-breakpoint
CREATE TYPE "public"."running_goal" AS ENUM('first_5k_10k', 'half_marathon', 'marathon', 'keep_running');--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_entry_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "client" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"status" "client_status" NOT NULL,
	"time_zone" text NOT NULL,
	"unit" "load_unit" DEFAULT 'kg' NOT NULL,
	"birth_year" smallint,
	"experience" "experience",
	"running_months" smallint,
	"equipment" "equipment"[] DEFAULT '{}' NOT NULL,
	"minutes_per_session" smallint,
	"unavailable" "weekday"[] DEFAULT '{}' NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"health_sealed" "bytea",
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"activated_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	CONSTRAINT "client_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "client_birth_year_range" CHECK ("client"."birth_year" between 1900 and 2100),
	CONSTRAINT "client_running_months_range" CHECK ("client"."running_months" between 0 and 1200),
	CONSTRAINT "client_minutes_range" CHECK ("client"."minutes_per_session" between 15 and 120)
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitation_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "working_load" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"exercise_id" text NOT NULL,
	"hundredths" integer NOT NULL,
	"unit" "load_unit" NOT NULL,
	"set_on" date NOT NULL,
	CONSTRAINT "working_load_practice_id_client_id_exercise_id_pk" PRIMARY KEY("practice_id","client_id","exercise_id"),
	CONSTRAINT "working_load_range" CHECK ("working_load"."hundredths" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "identity"."auth_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"app" text NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."sign_in_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"app" text NOT NULL,
	"link_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"email_verified" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_form" CHECK ("identity"."user"."email" = lower("identity"."user"."email") and "identity"."user"."email" like '%_@_%' and length("identity"."user"."email") <= 254)
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"body_sealed" "bytea",
	"confidential" boolean DEFAULT false NOT NULL,
	"template" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"status" "mail_status" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mail_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "mail_confidential_is_sealed" CHECK (not "mail"."confidential" or ("mail"."html" = '' and "mail"."text" = '')),
	CONSTRAINT "mail_sent_has_a_time" CHECK (("mail"."status" = 'sent') = ("mail"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "capacity" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"spots" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"ceiling" integer NOT NULL,
	CONSTRAINT "capacity_spots_range" CHECK ("capacity"."spots" between 0 and 100000),
	CONSTRAINT "capacity_never_oversold" CHECK ("capacity"."taken" between 0 and "capacity"."ceiling"),
	CONSTRAINT "capacity_ceiling_covers_spots" CHECK ("capacity"."ceiling" >= "capacity"."spots")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "staff_role" NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "practice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_slug_form" CHECK ("practice"."slug" ~ '^[a-z0-9][a-z0-9-]{1,39}$')
);
--> statement-breakpoint
CREATE TABLE "program" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"title" text NOT NULL,
	"status" "program_status" DEFAULT 'draft' NOT NULL,
	"starts_on" date NOT NULL,
	"weeks" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"profile" jsonb NOT NULL,
	"health_sealed" "bytea",
	"parameters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "program_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "program_weeks_range" CHECK ("program"."weeks" between 1 and 52),
	CONSTRAINT "program_starts_on_monday" CHECK (extract(isodow from "program"."starts_on") = 1)
);
--> statement-breakpoint
CREATE TABLE "program_version" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"effective_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"profile" jsonb NOT NULL,
	"health_sealed" "bytea",
	"parameters" jsonb NOT NULL,
	"engine_version" text NOT NULL,
	"catalogue_version" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "program_version_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "race" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"date" date NOT NULL,
	"distance" "race_distance" NOT NULL,
	"priority" "race_priority" NOT NULL,
	CONSTRAINT "race_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "run_week" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"scope" "run_week_scope" NOT NULL,
	"starts_on" date NOT NULL,
	"days" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "run_week_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "run_week_starts_on_monday" CHECK (extract(isodow from "run_week"."starts_on") = 1),
	CONSTRAINT "run_week_has_seven_days" CHECK (jsonb_typeof("run_week"."days") = 'array' and jsonb_array_length("run_week"."days") = 7)
);
--> statement-breakpoint
CREATE TABLE "prescription" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"slot" text NOT NULL,
	"exercise_id" text NOT NULL,
	"goal" "goal" NOT NULL,
	"sets" smallint NOT NULL,
	"measure" "measure" NOT NULL,
	"amount" smallint NOT NULL,
	"range_low" smallint NOT NULL,
	"range_high" smallint NOT NULL,
	"per_side" boolean NOT NULL,
	"load_hundredths" integer,
	"load_unit" "load_unit",
	"rir_halves" smallint,
	"rest_seconds" smallint NOT NULL,
	"explosive" boolean NOT NULL,
	"tempo" text,
	"purpose" text NOT NULL,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "prescription_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "prescription_sets_range" CHECK ("prescription"."sets" between 1 and 6),
	CONSTRAINT "prescription_amount_range" CHECK ("prescription"."amount" between 1 and 300),
	CONSTRAINT "prescription_rest_range" CHECK ("prescription"."rest_seconds" between 0 and 600),
	CONSTRAINT "prescription_rir_range" CHECK ("prescription"."rir_halves" between 0 and 10),
	CONSTRAINT "prescription_load_range" CHECK ("prescription"."load_hundredths" between 0 and 100000),
	CONSTRAINT "prescription_load_has_a_unit" CHECK (("prescription"."load_hundredths" is null) = ("prescription"."load_unit" is null))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"week" integer NOT NULL,
	"date" date NOT NULL,
	"load" "session_load" NOT NULL,
	"minutes" smallint NOT NULL,
	"reasons" jsonb NOT NULL,
	"status" "session_status" DEFAULT 'planned' NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"effort_halves" smallint,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "session_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "session_effort_range" CHECK ("session"."effort_halves" between 0 and 20),
	CONSTRAINT "session_done_has_an_end" CHECK (("session"."status" = 'done') = ("session"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "set_log" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"prescription_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"exercise_id" text NOT NULL,
	"set_number" smallint NOT NULL,
	"amount" smallint NOT NULL,
	"amount_other_side" smallint,
	"load_hundredths" integer,
	"load_unit" "load_unit",
	"rir_halves" smallint,
	"logged_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "set_log_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "set_log_set_number_range" CHECK ("set_log"."set_number" between 1 and 12),
	CONSTRAINT "set_log_amount_range" CHECK ("set_log"."amount" between 0 and 600 and "set_log"."amount_other_side" between 0 and 600),
	CONSTRAINT "set_log_load_range" CHECK ("set_log"."load_hundredths" between 0 and 100000),
	CONSTRAINT "set_log_load_has_a_unit" CHECK (("set_log"."load_hundredths" is null) = ("set_log"."load_unit" is null)),
	CONSTRAINT "set_log_rir_range" CHECK ("set_log"."rir_halves" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"status" "offer_status" DEFAULT 'held' NOT NULL,
	"token_hash" text NOT NULL,
	"offered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"client_id" uuid,
	CONSTRAINT "offer_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "offer_claimed_has_a_client" CHECK (("offer"."status" = 'claimed') = ("offer"."client_id" is not null)),
	CONSTRAINT "offer_settled_has_a_time" CHECK (("offer"."status" = 'held') = ("offer"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "opening" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"spots" integer NOT NULL,
	"hold_hours" integer NOT NULL,
	"status" "opening_status" DEFAULT 'open' NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "opening_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "opening_spots_range" CHECK ("opening"."spots" between 1 and 200),
	CONSTRAINT "opening_hold_range" CHECK ("opening"."hold_hours" between 1 and 336)
);
--> statement-breakpoint
CREATE TABLE "waitlist_entry" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"goal" "running_goal" NOT NULL,
	"letters_consent" boolean DEFAULT false NOT NULL,
	"status" "waitlist_entry_status" DEFAULT 'unconfirmed' NOT NULL,
	"token_hash" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "waitlist_entry_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "waitlist_entry_confirmed_has_a_time" CHECK ("waitlist_entry"."status" in ('unconfirmed', 'left') or "waitlist_entry"."confirmed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client" ADD CONSTRAINT "client_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client" ADD CONSTRAINT "client_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client" ADD CONSTRAINT "client_coach" FOREIGN KEY ("practice_id","coach_id") REFERENCES "public"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_load" ADD CONSTRAINT "working_load_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."auth_session" ADD CONSTRAINT "auth_session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity" ADD CONSTRAINT "capacity_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program" ADD CONSTRAINT "program_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program" ADD CONSTRAINT "program_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program" ADD CONSTRAINT "program_updated_by" FOREIGN KEY ("practice_id","updated_by") REFERENCES "public"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_version" ADD CONSTRAINT "program_version_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_version" ADD CONSTRAINT "program_version_program" FOREIGN KEY ("practice_id","program_id") REFERENCES "public"."program"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_version" ADD CONSTRAINT "program_version_published_by" FOREIGN KEY ("practice_id","published_by") REFERENCES "public"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "race" ADD CONSTRAINT "race_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "race" ADD CONSTRAINT "race_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_week" ADD CONSTRAINT "run_week_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_week" ADD CONSTRAINT "run_week_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prescription" ADD CONSTRAINT "prescription_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prescription" ADD CONSTRAINT "prescription_session" FOREIGN KEY ("practice_id","session_id") REFERENCES "public"."session"("practice_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_program" FOREIGN KEY ("practice_id","program_id") REFERENCES "public"."program"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_version" FOREIGN KEY ("practice_id","version_id") REFERENCES "public"."program_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_log" ADD CONSTRAINT "set_log_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_log" ADD CONSTRAINT "set_log_session" FOREIGN KEY ("practice_id","session_id") REFERENCES "public"."session"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_log" ADD CONSTRAINT "set_log_prescription" FOREIGN KEY ("practice_id","prescription_id") REFERENCES "public"."prescription"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_log" ADD CONSTRAINT "set_log_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_opening" FOREIGN KEY ("practice_id","opening_id") REFERENCES "public"."opening"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_entry" FOREIGN KEY ("practice_id","entry_id") REFERENCES "public"."waitlist_entry"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_opened_by" FOREIGN KEY ("practice_id","opened_by") REFERENCES "public"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit_entry" USING btree ("practice_id","at");--> statement-breakpoint
CREATE INDEX "audit_of_subject" ON "audit_entry" USING btree ("practice_id","subject_kind","subject_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "client_by_user" ON "client" USING btree ("practice_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_by_email" ON "client" USING btree ("practice_id","email");--> statement-breakpoint
CREATE INDEX "clients_of_coach" ON "client" USING btree ("practice_id","coach_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_by_token" ON "invitation" USING btree ("practice_id","token_hash");--> statement-breakpoint
CREATE INDEX "auth_session_of_user" ON "identity"."auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_request_by_link" ON "identity"."sign_in_request" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "sign_in_request_of_email" ON "identity"."sign_in_request" USING btree ("email","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "user_by_email" ON "identity"."user" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_once_per_key" ON "mail" USING btree ("practice_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "mail_by_time" ON "mail" USING btree ("practice_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_by_user" ON "member" USING btree ("practice_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_by_slug" ON "practice" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "programs_of_client" ON "program" USING btree ("practice_id","client_id","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "program_version_by_number" ON "program_version" USING btree ("practice_id","program_id","number");--> statement-breakpoint
CREATE INDEX "races_of_client" ON "race" USING btree ("practice_id","client_id","date");--> statement-breakpoint
CREATE UNIQUE INDEX "run_week_by_monday" ON "run_week" USING btree ("practice_id","client_id","scope","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "prescription_by_position" ON "prescription" USING btree ("practice_id","session_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "session_by_key" ON "session" USING btree ("practice_id","program_id","key");--> statement-breakpoint
CREATE INDEX "sessions_of_client_by_date" ON "session" USING btree ("practice_id","client_id","date");--> statement-breakpoint
CREATE INDEX "sessions_of_practice_by_date" ON "session" USING btree ("practice_id","date");--> statement-breakpoint
CREATE INDEX "set_logs_of_session" ON "set_log" USING btree ("practice_id","session_id","prescription_id","set_number","logged_at");--> statement-breakpoint
CREATE INDEX "set_logs_of_exercise" ON "set_log" USING btree ("practice_id","client_id","exercise_id","logged_at");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_by_token" ON "offer" USING btree ("practice_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_held_once_per_entry" ON "offer" USING btree ("practice_id","entry_id") WHERE "offer"."status" = 'held';--> statement-breakpoint
CREATE INDEX "offers_held" ON "offer" USING btree ("practice_id","status","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "waitlist_entry_by_email" ON "waitlist_entry" USING btree ("practice_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "waitlist_entry_by_token" ON "waitlist_entry" USING btree ("practice_id","token_hash");--> statement-breakpoint
CREATE INDEX "waitlist_line" ON "waitlist_entry" USING btree ("practice_id","status","confirmed_at","id");