import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { prepareChromium } from './test/e2e/chromium.ts'
import { chooseSystem } from './test/e2e/system.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const { port, folder } = await chooseSystem()
const address = `http://localhost:${port}`

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test is never a measure of speed: a slow or busy machine gets its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : 'line',
  webServer: {
    command: 'exec node test/e2e/serve.ts',
    url: address,
    timeout: 120_000,
    env: {
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: '',
      BASE_URL: '',
      // Each test comes from an address of its own.
      TRUST_PROXY: '1',
      DEMO_PEOPLE: process.env.DEMO_PEOPLE ?? '1000',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
  use: {
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // A trace costs a fifth of the time: `TRACE=1 npx playwright test` keeps those of tests that fail.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: await prepareChromium(join(root, 'node_modules', '.cache', 'chromium')),
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grepInvert: /@anyWidth/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
  ],
})
