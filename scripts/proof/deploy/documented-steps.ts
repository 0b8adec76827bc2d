import { readFileSync } from "node:fs";

import { telling } from "./progress";

/** What a step of a page tells its reader to do. */
export interface Step {
  /** Its first words. */
  readonly title: string;
  /** Commands for bash. */
  readonly script: string;
}

/**
 * The commands that stand in one chapter of a page, in their order.
 *
 * @param page a file of Markdown
 * @param chapter the words of its heading, which begins with ##
 * @throws {Error} there is none
 */
export function documentedSteps(page: string, chapter: string): Step[] {
  const [, after] = readFileSync(page, "utf8").split(`\n## ${chapter}\n`);
  const [text = ""] = (after ?? "").split("\n## ");
  const steps: Step[] = [];
  let title = "";
  for (const [, bold, script] of text.matchAll(/^\*\*(.+?)\*\*|^```sh\n(.*?)^```$/gms)) {
    if (bold !== undefined) title = bold;
    else steps.push({ title, script: script ?? "" });
  }
  if (steps.length === 0) throw new Error(`${page} has no steps in "${chapter}"`);
  return steps;
}

/** One script of them all, which tells where it is. */
export function scriptOf(steps: readonly Step[]): string {
  return steps.map(({ title, script }) => `${telling(title)}\n${script}`).join("\n");
}
