CREATE TABLE "client_change" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"stamp" uuid NOT NULL,
	CONSTRAINT "client_change_practice_id_client_id_stamp_pk" PRIMARY KEY("practice_id","client_id","stamp")
);
--> statement-breakpoint
ALTER TABLE "client_change" ADD CONSTRAINT "client_change_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "client_change" ("practice_id", "client_id", "stamp") SELECT "practice_id", "id", gen_random_uuid() FROM "client";