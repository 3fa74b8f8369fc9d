export * from './types.ts';
export { connectDatabase, isConnectionLost } from './database.ts';
export { type Migration, migrate, readMigrations } from './migrate.ts';
export { openDatabase, type OpenDatabaseOptions, type OpenedDatabase } from './open-database.ts';
