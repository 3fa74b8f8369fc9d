ALTER TABLE "refund" DROP CONSTRAINT "refund_fen";--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_fen" CHECK (fen >= 0);