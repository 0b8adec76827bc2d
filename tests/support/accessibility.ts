import { readFileSync } from "node:fs";

import { type Browser } from "./browser";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Rules whose result may differ on a screen of another width. */
const OF_LAYOUT = ["target-size", "scrollable-region-focusable"];

/**
 * What axe finds wrong on the page, each with the first element concerned. GraphiQL is third-party
 * work and left out.
 *
 * @param rules "layout": only what depends on the width of the screen
 */
export async function accessibilityFaults(
  browser: Browser,
  rules: "all" | "layout" = "all",
): Promise<string[]> {
  // Half a megabyte, which is sent only where it is missing.
  if ((await browser.evaluate("typeof axe")) === "undefined")
    await browser.evaluate(`(() => { ${AXE} })()`);
  const only = rules === "layout" ? `runOnly: ${JSON.stringify(OF_LAYOUT)}, preload: false,` : "";
  const run = `axe.run({ exclude: [[".graphiql-container"]] }, { ${only} resultTypes: ["violations"] })`;
  const told = `(fault) => fault.id + ": " + fault.nodes[0].html.slice(0, 200)`;
  return (await browser.evaluate(
    `${run}.then((found) => found.violations.map(${told}))`,
  )) as string[];
}
