import { addDummy, type Added } from "./add-dummy";
import { type TreeCopy } from "./copy-of-tree";
import { type Dummy, placeOf } from "./dummies";

interface Cost {
  readonly task: string;
  /** What the vendor's author writes, with the vendor's name left out. */
  readonly created: readonly string[];
  /** What the rehearsal itself needs in order to try the vendor. */
  readonly props: readonly string[];
  readonly changed: Added["changed"];
}

/** Adds a vendor and returns what that has cost. */
export function cost(tree: TreeCopy, dummy: Dummy): Cost {
  const { created, changed } = addDummy(tree, dummy);
  const adapter = `src/adapters/${dummy.name}/`;
  const contract = placeOf(dummy, dummy.contract);
  const anyVendor = (path: string) => path.replaceAll(dummy.name, "<vendor>");
  return {
    task: dummy.task,
    created: [adapter, contract].map(anyVendor),
    props: created.filter((path) => !path.startsWith(adapter) && path !== contract),
    changed,
  };
}

/**
 * Prints files, and rows in the form of the table of costs in ARCHITECTURE.md.
 *
 * @param written what differs in the tree when all is done
 */
export function printCosts(costs: readonly Cost[], written: readonly string[]): void {
  const byHand = new Set(costs.flatMap(({ changed }) => changed.map(({ path }) => path)));
  const generated = written.filter((path) => !byHand.has(path));
  console.log(`\nChanged by hand: ${[...byHand].join(", ")}`);
  console.log(`Written by npm run schema: ${generated.join(", ")}`);
  console.log(`For the rehearsal alone: ${costs.flatMap(({ props }) => props).join(", ")}\n`);
  for (const { task, created, changed } of costs) {
    const files = created.map((path) => `\`${path}\``).join(", ");
    const lists = changed.map(({ path, lines }) => `\`${path}\`: ${words(lines)}`).join(", ");
    console.log(`| ${task} | ${files} | ${lists} |`);
  }
}

function words(lines: number): string {
  return `${lines === 1 ? "one line" : `${lines} lines`} and a name in its list`;
}
