CREATE TABLE "rate_count" (
	"practice_id" uuid NOT NULL,
	"action" text NOT NULL,
	"address_hash" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_count_practice_id_action_address_hash_pk" PRIMARY KEY("practice_id","action","address_hash"),
	CONSTRAINT "rate_count_range" CHECK ("rate_count"."count" >= 1)
);
--> statement-breakpoint
ALTER TABLE "rate_count" ADD CONSTRAINT "rate_count_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;