CREATE TABLE "audit_head" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_hash" "bytea" NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasure_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity"."deed_count" (
	"action" text NOT NULL,
	"key_hash" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "deed_count_action_key_hash_pk" PRIMARY KEY("action","key_hash"),
	CONSTRAINT "deed_count_range" CHECK ("identity"."deed_count"."count" >= 1)
);
--> statement-breakpoint
CREATE TABLE "identity"."passkey" (
	"credential_id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"app" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"is_backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."passkey_challenge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app" text NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"challenge" text NOT NULL,
	"browser_hash" text NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "sequence" bigint;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "salt" "bytea";--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "contents_hash" "bytea";--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "hash" "bytea";--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."passkey_challenge" ADD CONSTRAINT "passkey_challenge_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_by_subject" ON "erasure" USING btree ("practice_id","subject_hash");--> statement-breakpoint
CREATE INDEX "deed_counts_by_age" ON "identity"."deed_count" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "passkeys_of_user" ON "identity"."passkey" USING btree ("user_id","app");--> statement-breakpoint
CREATE INDEX "passkey_challenges_by_expiry" ON "identity"."passkey_challenge" USING btree ("expires");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_by_sequence" ON "audit_entry" USING btree ("practice_id","sequence");