import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

const ROOT = join(__dirname, "..", "..");
const SRC = join(ROOT, "src");

/** The drawings of "Four flows", line by line. */
const lines = [
  .../## Four flows\n([\s\S]+?)\n## /
    .exec(readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8"))![1]!
    .matchAll(/```\n([\s\S]+?)```/g),
].flatMap(([, drawing]) => drawing!.split("\n"));

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => join(SRC, path));
const byName = new Map<string, string[]>();
for (const file of files) {
  const name = basename(file, ".ts");
  byName.set(name, [...(byName.get(name) ?? []), file]);
}

/** The names in a line: `price-checkout`, `services/checkout/create-order`. */
function namesIn(line: string): string[] {
  return line.match(/(?<![\w/<:.-])[a-z]+(?:[/-][a-z]+)+(?![\w/<:-])/g) ?? [];
}

/** The files of src that a name stands for; when it is a folder, the files in it. */
function filesOf(name: string): string[] {
  if (!name.includes("/")) return byName.get(name) ?? [];
  if (existsSync(join(SRC, `${name}.ts`))) return [join(SRC, `${name}.ts`)];
  return files.filter((file) => relative(SRC, file).startsWith(`${name}/`));
}

const importsOf = new Map(
  files.map((file) => {
    const froms = readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g);
    return [file, [...froms].map(([, path]) => `${join(dirname(file), path!)}.ts`)] as const;
  }),
);

function reaches(from: readonly string[], to: ReadonlySet<string>): boolean {
  const seen = new Set(from);
  for (const file of seen) {
    if (to.has(file)) return true;
    for (const next of importsOf.get(file) ?? []) seen.add(next);
  }
  return false;
}

/** The names by which callers know a file: its own, or the port that it implements. */
function knownAs(names: readonly string[]): ReadonlySet<string> {
  const ports = names.flatMap((file) => importsOf.get(file) ?? []);
  return new Set([...names, ...ports.filter((file) => file.startsWith(join(SRC, "ports")))]);
}

/** Whether a common caller uses first the one and then the other. */
function haveOneCaller(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [knownAs(one), knownAs(other)];
  return [...importsOf.values()].some(
    (imports) =>
      imports.some((file) => first.has(file)) && imports.some((file) => second.has(file)),
  );
}

/** The next step is a job of that name. */
function enqueues(from: readonly string[], job: string): boolean {
  return (
    existsSync(join(SRC, "jobs", "tasks", `${job}.ts`)) &&
    from.some((file) => readFileSync(file, "utf8").includes(`"${job}"`))
  );
}

function leadsTo(before: string, after: string): boolean {
  const [one, other] = [filesOf(before), filesOf(after)];
  return (
    reaches(one, new Set(other)) ||
    reaches(other, new Set(one)) ||
    haveOneCaller(one, other) ||
    enqueues(one, after)
  );
}

const named = [...new Set(lines.flatMap(namesIn))];
const steps = lines.flatMap((line) => {
  const parts = line.split("→");
  return parts.slice(1).flatMap((part, place) => {
    // What follows a point starts again.
    const [before, after] = [namesIn(parts[place]!.split("·").at(-1)!).at(-1), namesIn(part)[0]];
    return before && after ? [[before, after] as const] : [];
  });
});

describe("The four flows of ARCHITECTURE.md", () => {
  it("are drawn in many steps", () => {
    expect(named.length).toBeGreaterThan(50);
    expect(steps.length).toBeGreaterThan(15);
  });

  it.each(named)("%s exists", (name) => {
    expect(filesOf(name)).not.toEqual([]);
  });

  it.each(steps)("%s leads to %s", (before, after) => {
    expect(leadsTo(before, after)).toBe(true);
  });
});
