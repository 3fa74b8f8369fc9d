import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** `npx vite --config apps/console/vite.config.ts` beside a running server; its address comes from QINGNIAO_URL. */
const server = process.env.QINGNIAO_URL ?? 'http://127.0.0.1:3000';

/** A compressed copy beside every script and style, so that the server sends it without work. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }) {
    const assets = join(dir!, 'assets');
    for (const file of readdirSync(assets)) {
      if (/\.(js|css)$/.test(file)) writeFileSync(join(assets, `${file}.gz`), gzipSync(readFileSync(join(assets, file)), { level: 9 }));
    }
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: { '/api': server, '/wechat': server },
  },
});
