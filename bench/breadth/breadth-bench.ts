import { benchLists } from "./lists";
import { benchMemory } from "./memory";
import { benchPlans } from "./plans";
import { benchPolls } from "./polls";

/** Prints what it measured; false when a bar is missed. */
type Part = (options: readonly string[]) => Promise<boolean>;

const PARTS = new Map<string, Part>([
  ["lists", benchLists],
  ["memory", benchMemory],
  ["plans", benchPlans],
  ["polls", benchPolls],
]);

/**
 * Whether 2,000 branches are served as 20 are: each part on a database of its own. Names of parts
 * among the options: only those.
 */
export async function benchBreadth(options: readonly string[]): Promise<boolean> {
  const named = options.filter((option) => PARTS.has(option));
  const verdicts: boolean[] = [];
  for (const [name, part] of PARTS) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`\n# breadth: ${name}`);
    verdicts.push(await part(options));
  }
  return verdicts.every(Boolean);
}
