import { readFileSync } from "node:fs";

import { type Browser } from "./browser";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong in the page, each with the first element that it is wrong with. GraphiQL is
 * others' work and left out.
 */
export async function accessibilityFaults(browser: Browser): Promise<string[]> {
  await browser.evaluate(`window.axe === undefined && (() => { ${AXE} })()`);
  const run = `axe.run({ exclude: [[".graphiql-container"]] }, { resultTypes: ["violations"] })`;
  const told = `(fault) => fault.id + ": " + fault.nodes[0].html.slice(0, 200)`;
  return (await browser.evaluate(
    `${run}.then((found) => found.violations.map(${told}))`,
  )) as string[];
}
