import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Checks the page as it stands against WCAG 2.2 A and AA. A failure names the rule, the element and what is wrong with it. */
export async function expectAccessible(page: Page): Promise<void> {
  // The frame of a page that is still on its way is not the page. A dialog hides the head from the tree, not from the eye.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  // The journey goes on, so that one run names every page that falls short.
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
}
