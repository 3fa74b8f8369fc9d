import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite apps/console` beside a running server; its address comes from QINGNIAO_URL. */
const server = process.env.QINGNIAO_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
