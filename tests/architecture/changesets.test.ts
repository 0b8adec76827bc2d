import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const MANIFESTS = ["package.json", "package-lock.json", "packages/client/package.json"];
const KINDS = /^### (Security|Added|Changed|Deprecated|Removed|Fixed)$/;

describe("what is queued for the next release", () => {
  const files = readdirSync(".changeset").filter((name) => name !== "README.md");

  it.each([["README.md's example", example()], ...files.map((name) => [name, read(name)])])(
    "%s has a changelog heading, and bullets that are sentences",
    (_name, text) => {
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      expect(lines[0]).toMatch(KINDS);
      expect(lines.filter((line) => line.startsWith("#") && !KINDS.test(line))).toEqual([]);
      const bullets = lines.slice(1).join("\n").split(/^- /m).slice(1);
      expect(bullets.length).toBeGreaterThan(0);
      for (const bullet of bullets) expect(bullet.trimEnd()).toMatch(/[.:)`]$/);
    },
  );

  function read(name: string): string {
    return readFileSync(join(".changeset", name), "utf8");
  }

  function example(): string {
    return /```md\n(.*?)```/s.exec(read("README.md"))?.[1] ?? "";
  }
});

describe("a release", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "release-"));
    for (const path of [...MANIFESTS, "schema.graphql"]) cpSync(path, join(folder, path));
    for (const name of [".changeset", "releases"]) mkdirSync(join(folder, name));
    writeFileSync(
      join(folder, "CHANGELOG.md"),
      "# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- One.\n\n## [0.1.0] - 2026-01-01\n\n- Zero.\n",
    );
    writeFileSync(join(folder, ".changeset/README.md"), "How to.\n");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function release(...args: string[]): string {
    return execFileSync(process.execPath, [resolve("scripts/release.mjs"), ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    });
  }

  it("cuts the changelog, raises every version, and archives the schema", () => {
    writeFileSync(
      join(folder, ".changeset/a.md"),
      "### Fixed\n\n- Two,\n  and on.\n\n### Added\n\n- New.\n",
    );
    release("0.9.0");
    expect(
      readFileSync(join(folder, "CHANGELOG.md"), "utf8").replace(/\d{4}-\d\d-\d\d/, "DAY"),
    ).toBe(
      "# Changelog\n\n## [Unreleased]\n\n## [0.9.0] - DAY\n\n### Added\n\n- New.\n\n" +
        "### Fixed\n\n- One.\n- Two,\n  and on.\n\n## [0.1.0] - 2026-01-01\n\n- Zero.\n",
    );
    for (const path of MANIFESTS)
      expect(JSON.parse(readFileSync(join(folder, path), "utf8"))).toMatchObject({
        version: "0.9.0",
      });
    expect(readdirSync(join(folder, "releases"))).toEqual(["0.9.0.graphql"]);
    expect(readdirSync(join(folder, ".changeset"))).toEqual(["README.md"]);
  });

  it.each([
    ["a version that is none", ["next"], "### Fixed\n\n- One.\n"],
    ["a heading that no changelog has", ["0.9.0"], "### Improved\n\n- One.\n"],
    ["text that belongs to no change", ["0.9.0"], "Something.\n"],
  ])("is refused because of %s, and changes nothing", (_what, args, text) => {
    writeFileSync(join(folder, ".changeset/a.md"), text);
    expect(() => release(...args)).toThrow();
    expect(readdirSync(join(folder, "releases"))).toEqual([]);
    expect(readdirSync(join(folder, ".changeset"))).toHaveLength(2);
  });
});
