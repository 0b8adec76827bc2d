import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const TESTS = join(__dirname, "..");
const OWN_MODULES =
  "/** @jest-environment <rootDir>/tests/support/watch/watched-environment.ts */\n";
/** The decorators that type-graphql remembers for as long as its module is loaded. */
const DECORATED = /^@(ObjectType|InputType|InterfaceType|ArgsType|Resolver)\(/m;

const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => join(TESTS, path));
const texts = new Map(files.map((path) => [path, readFileSync(path, "utf8")]));

/** What a file of the tests imports from the tests, directly. */
function importsOf(path: string): string[] {
  const found = (texts.get(path) ?? "").matchAll(/from "(\.[^"]+)"/g);
  return [...found].map(([, name = ""]) => `${join(dirname(path), name)}.ts`);
}

function reaches(path: string, wanted: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  const next = [path];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (wanted.has(at)) return true;
    if (!seen.has(at)) next.push(...importsOf(at));
    seen.add(at);
  }
  return false;
}

describe("Modules, which all test files of a process share,", () => {
  it("are loaded separately for tests with a schema of their own", () => {
    const declaring = new Set(files.filter((path) => DECORATED.test(texts.get(path) ?? "")));
    expect(declaring.size).toBeGreaterThan(0);
    const shared = files
      .filter((path) => path.endsWith(".test.ts") && reaches(path, declaring))
      .filter((path) => !(texts.get(path) ?? "").startsWith(OWN_MODULES))
      .map((path) => relative(TESTS, path));
    expect(shared).toEqual([]);
  });
});
