import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

const { executablePath, env } = await findChromium();
// The real date: Lighthouse's browser knows no other, and a page from another day says so, which moves what stands below.
process.env.E2E_CLOCK_AHEAD_MS = '0';

/** What a person waits for, timed: a report for `pnpm bench experience`, never a part of the gate. */
// What is measured runs as it comes: nobody watches.
process.env.E2E_MEASURES = '1';

export default defineConfig({
  testDir: 'experience',
  globalSetup: './start-apps.ts',
  workers: 1,
  retries: 0,
  timeout: 300_000,
  reporter: [['json', { outputFile: 'test-results/experience.json' }]],
  outputDir: 'test-results/experience',
  use: {
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-background-networking'],
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
  projects: [
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    {
      name: 'desktop',
      grep: /@desktop/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
});
