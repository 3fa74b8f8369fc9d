DROP INDEX "stage_move_by_time";--> statement-breakpoint
CREATE INDEX "stage_move_by_time" ON "stage_move" USING btree ("brand_id","at") WHERE from_stage is not null;