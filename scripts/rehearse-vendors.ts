import { copyOfTree } from "./rehearsal/copy-of-tree";
import { cost, printCosts } from "./rehearsal/costs";
import { ABACUS, PAGER } from "./rehearsal/dummies";
import { prove } from "./rehearsal/prove";

/**
 * Adds a made-up channel and a made-up till to a copy of this tree, counts the files that had to be
 * touched, and tries them: types, lint, contract suites, one order from end to end.
 */
async function main(): Promise<void> {
  using tree = copyOfTree(process.cwd());
  const costs = [ABACUS, PAGER].map((dummy) => cost(tree, dummy));
  await prove(tree, [ABACUS, PAGER]);
  printCosts(costs, tree.changed());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
