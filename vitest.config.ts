import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'build/**', '.data/**', 'test/e2e/**'],
    globalSetup: ['test/postgres.ts'],
    setupFiles: ['test/property-seed.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // A worker goes from file to file; what a module remembers it remembers by database, as in the running server.
    isolate: false,
    // A test is never a measure of speed: a slow or busy machine gets its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
