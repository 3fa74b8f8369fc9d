import { defineConfig } from 'drizzle-kit';

// Tables are described once, in domains/*/schema.ts (and of a large part of a room in its folder); `npm run migration` writes the difference as SQL.
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./domains/*/schema.ts', './domains/*/*/schema.ts', './packages/storage/schema.ts'],
  out: './migrations',
});
