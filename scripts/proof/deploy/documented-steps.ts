import { readFileSync } from "node:fs";

import { telling } from "./progress";

/** A step of a page: what it tells its reader to do. */
export interface Step {
  /** The step's first words. */
  readonly title: string;
  /** Commands for bash. */
  readonly script: string;
}

/**
 * The commands in one chapter of a page, in order.
 *
 * @param page a Markdown file
 * @param chapter the text of its heading, which begins with ##
 * @throws {Error} when there is no such chapter
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

/** All steps as one script, which reports its progress. */
export function scriptOf(steps: readonly Step[]): string {
  return steps.map(({ title, script }) => `${telling(title)}\n${script}`).join("\n");
}
