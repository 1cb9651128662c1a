CREATE TABLE "mutation" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answer_sealed" "bytea",
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mutation_once" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "mutation" ADD CONSTRAINT "mutation_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mutations_by_time" ON "mutation" USING btree ("practice_id","at");