import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..", "..");

/** One fenced block of a documentation page. */
export interface Example {
  /** `page:line` */
  readonly place: string;
  readonly language: string;
  readonly source: string;
}

/**
 * The documentation pages, README and set-up first, because later pages look at what these set up.
 */
function writtenPages(): string[] {
  const first = ["README.md", join("docs", "set-up.md")];
  const docs = readdirSync(join(ROOT, "docs")).filter(
    (name) => name.endsWith(".md") && name !== "api.md",
  );
  const others = docs.sort().map((name) => join("docs", name));
  return [...first, ...others.filter((page) => !first.includes(page))];
}

/** All examples in the order in which they are read. */
export function documentedExamples(): Example[] {
  return writtenPages().flatMap((page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
      ({ index, 1: language = "", 2: source = "" }) => ({
        place: `${page}:${text.slice(0, index).split("\n").length}`,
        language,
        source,
      }),
    );
  });
}
