import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Checks the page as it stands against WCAG 2.2 A and AA. A failure names the rule, the element and what is wrong with it. */
export async function expectAccessible(page: Page): Promise<void> {
  // The frame of a page that is still on its way is not the page. A dialog hides the head from the tree, not from the eye.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  // The framework sends it after the page that it names.
  await expect(page).toHaveTitle(/./);
  // The journey goes on, so that one run names every page that falls short.
  expect.soft(await listShortfalls(page), `accessibility of ${page.url()}`).toEqual([]);
}

/** Every element of the page that breaks one of the rules, and how. */
export async function listShortfalls(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What passes is listed too otherwise, element for element.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // In the page itself: a second page to gather what frames say is a browser process each time, and the policy allows no frame.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
