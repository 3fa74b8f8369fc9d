-- Compressing millions of ids would take longer than freezing them.
ALTER TABLE "push_batch" ALTER COLUMN "identity_ids" SET STORAGE EXTERNAL;