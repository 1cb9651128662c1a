import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

const { executablePath, env } = await findChromium({ withoutWindows: true });

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './start-apps.ts',
  // Each journey has a practice of its own. Two fill the two cores of the machine that matters; a third would only wait.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // The longest journey crosses both apps with an accessibility check on every page; a busy machine takes its time.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/output',
  use: {
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-background-networking'],
    },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Recording every journey for the one that fails took a quarter of their time. Where nothing is tried twice, `--trace on` records one.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    // After all the others, whatever became of them.
    { name: 'traces', testDir: '.', testMatch: 'traces.spec.ts' },
    {
      name: 'phone',
      teardown: 'traces',
      // What looks the same on both is run once.
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    {
      name: 'desktop',
      teardown: 'traces',
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
});
