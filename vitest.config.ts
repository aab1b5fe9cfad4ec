import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'build/**', '.data/**', 'test/e2e/**'],
    globalSetup: ['test/postgres.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // A test is never a measure of speed: a slow or busy machine gets its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
