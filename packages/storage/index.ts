export * from './types.ts';
export { connectDatabase, isConnectionLost } from './database.ts';
export { createJobs } from './jobs.ts';
export { LOG_CHANNEL, lockLog } from './log-lock.ts';
export { type Migration, migrate, readMigrations } from './migrate.ts';
export { openDatabase, type OpenDatabaseOptions, type OpenedDatabase } from './open-database.ts';
export { createProjectionRunner, type ProjectionRunnerOptions } from './projections.ts';
export { createTimers } from './timers.ts';
