import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
/** npm's own commands. All others are scripts of ours; `npm test` and `npm start` are both. */
const NPM_COMMANDS = ["ci", "install", "pack", "prune", "audit"];

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: object;
};

function pages(): string[] {
  const below = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      join(folder, name),
    );
  return [...readdirSync(ROOT), ...below("docs")].filter((name) => name.endsWith(".md"));
}

function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

/**
 * The scripts that a page asks the reader to run. Options of npm itself, as in `npm --silent test`,
 * are skipped.
 */
function scriptsNamedBy(page: string): string[] {
  const code = [...textOf(page).matchAll(/^```.*?^```|`[^`\n]+`/gms)].join("\n");
  const named = [...code.matchAll(/\bnpm (?:-\S+ )*(run )?(?:-\S+ )*([a-z][a-z:-]*)/g)];
  return named
    .filter(([, run, name = ""]) => run !== undefined || !NPM_COMMANDS.includes(name))
    .map(([, , name = ""]) => name.replace(/:$/, ""));
}

describe("The written pages", () => {
  it("begin with README.md", () => {
    expect(pages()).toContain("README.md");
    expect(scriptsNamedBy("README.md")).toEqual(expect.arrayContaining(["start", "test"]));
  });

  it("name only commands that exist", () => {
    const unknown = pages().flatMap((page) =>
      scriptsNamedBy(page)
        .filter((name) => !(name in scripts))
        .map((name) => `${page}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
