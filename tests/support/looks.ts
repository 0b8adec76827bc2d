import { accessibilityFaults } from "./accessibility";
import { type Browser } from "./browser";
import { type ConsolePage } from "./console-page";

/** In pixels: a desktop, a tablet, a phone. */
const WIDTHS = [1440, 1024, 390] as const;

/** By how many pixels the page is wider than the screen; behind a dialog it may be narrower. */
export async function pixelsBeside(browser: Browser): Promise<number> {
  const beside = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;
  return Math.max(0, Number(await browser.evaluate(beside)));
}

/**
 * What is wrong with the current page. At any width: pixels beyond the screen, and what axe finds
 * in the layout; at `width`, which the page keeps afterwards: everything that axe finds.
 */
export async function faultsAtAnyWidth(page: ConsolePage, width: number): Promise<string[]> {
  const faults: string[] = [];
  for (const each of [...WIDTHS.filter((other) => other !== width), width]) {
    await page.browser.resize(each);
    await page.settled();
    const beside = await pixelsBeside(page.browser);
    if (beside !== 0) faults.push(`${each}: ${beside} pixels beside the screen`);
    const found = await accessibilityFaults(page.browser, each === width ? "all" : "layout");
    faults.push(...found.map((fault) => `${each}: ${fault}`));
  }
  return faults;
}
