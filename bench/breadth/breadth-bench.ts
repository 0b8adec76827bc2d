import { benchLists } from "./lists";
import { benchMemory } from "./memory";
import { benchPlans } from "./plans";
import { benchPolls } from "./polls";

/** Prints its measurements; false when a bar is missed. */
type Part = (options: readonly string[]) => Promise<boolean>;

const PARTS = new Map<string, Part>([
  ["lists", benchLists],
  ["memory", benchMemory],
  ["plans", benchPlans],
  ["polls", benchPolls],
]);

/**
 * Checks whether 2,000 branches are served as well as 20: each part runs on a separate database. If
 * the options name parts, only those run.
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
