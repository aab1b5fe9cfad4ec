import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  publicDir: 'web/public',
  environments: {
    // The Hono app is bundled with the pages, so that both hold the same context keys.
    ssr: { build: { rollupOptions: { input: './web/server.ts' } } },
  },
  build: { sourcemap: false, assetsInlineLimit: 0 },
})
