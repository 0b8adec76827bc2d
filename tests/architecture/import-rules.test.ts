import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

const ROOT = join(__dirname, "..", "..");
const RULES = join(ROOT, ".dependency-cruiser.mjs");
const CRUISE = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const EVERYTHING = scripts["check:imports"]!.split(" ").slice(1);

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** The broken rules, as "rule: file -> imported file". */
async function violationsIn(folder: string, paths: readonly string[]): Promise<string[]> {
  const args = [CRUISE, "--config", relative(folder, RULES), "--output-type", "json", ...paths];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 100_000_000,
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

/** [file, its text, the rule it breaks or null] */
const FIXTURES: readonly (readonly [file: string, text: string, rule: string | null])[] = [
  [
    "src/domain/rule.ts",
    'import "../services/use-case";',
    "domain-imports-only-what-its-line-names",
  ],
  ["src/domain/schema.ts", 'import "zod";', "domain-imports-only-what-its-line-names"],
  [
    "src/domain/id.ts",
    'import { randomUUID } from "node:crypto"; export const id = randomUUID();',
    null,
  ],
  [
    "src/ports/store.ts",
    'import { DataSource } from "typeorm"; new DataSource();',
    "ports-imports-some-only-as-types",
  ],
  [
    "src/ports/rows.ts",
    'import { type DataSource } from "typeorm"; export type Db = DataSource;',
    null,
  ],
  [
    "src/entities/row.ts",
    'import "../services/use-case";',
    "entities-imports-only-what-its-line-names",
  ],
  ["src/services/use-case.ts", 'import "node:crypto";', null],
  [
    "src/services/caller.ts",
    'import "../adapters/iiko/pos";',
    "services-imports-only-what-its-line-names",
  ],
  ["src/jobs/worker.ts", 'import "../resolvers/door";', "jobs-imports-only-what-its-line-names"],
  ["src/jobs/lane.ts", 'import "../services/use-case";', "jobs-imports-some-only-as-types"],
  ["src/jobs/kinds/task.ts", 'import "zod";', null],
  ["src/jobs/tasks/send.ts", 'import "../worker";', "a-kind-of-job-is-a-file-by-itself"],
  ["src/jobs/tasks/tell.ts", 'import "./send";', "a-kind-of-job-is-a-file-by-itself"],
  ["src/jobs/tasks/look.ts", 'import "../kinds/task";', null],
  ["src/jobs/tasks.ts", 'export {} from "./tasks/look";', null],
  ["src/jobs/queue.ts", 'import "./tasks/look";', "only-their-list-knows-the-tasks"],
  ["src/loaders/batch.ts", 'import "../services/use-case";', "loaders-imports-some-only-as-types"],
  [
    "src/resolvers/door.ts",
    'import "../adapters/iiko/pos";',
    "resolvers-imports-only-what-its-line-names",
  ],
  [
    "src/subscriptions/feed.ts",
    'import "../resolvers/door";',
    "subscriptions-imports-only-what-its-line-names",
  ],
  [
    "src/webhooks/hook.ts",
    'import "../adapters/iiko/pos";',
    "webhooks-imports-only-what-its-line-names",
  ],
  [
    "src/security/keys.ts",
    'import "../services/use-case";',
    "security-imports-only-what-its-line-names",
  ],
  [
    "src/limits/counter.ts",
    'import "../services/use-case";',
    "limits-imports-only-what-its-line-names",
  ],
  ["src/server/http.ts", 'import "../domain/id";', "server-imports-only-what-its-line-names"],
  [
    "src/services/orders/session.ts",
    'import "../fallback/tell";',
    "orders-know-nobody-who-tells-people",
  ],
  ["src/services/fallback/tell.ts", 'import "node:crypto";', null],
  [
    "src/services/orders/status/told.ts",
    'import "../inject/send";',
    "what-is-told-of-orders-sends-and-operates-nothing",
  ],
  [
    "src/services/orders/inject/send.ts",
    'import "../operate/cancel";',
    "sending-knows-no-operators",
  ],
  ["src/services/orders/operate/cancel.ts", 'import "node:crypto";', null],
  ["src/adapters/iiko/pos.ts", 'import "node:crypto";', null],
  ["src/adapters/email/channel.ts", 'import "../iiko/pos";', "adapters-know-ports-and-rules-only"],
  ["src/gateway.ts", 'import "axios";', "axios-only-in-adapters"],
  ["src/app.ts", 'import "../sandbox/till";', "only-the-wiring-starts-the-sandbox"],
  [
    "sandbox/till.ts",
    'import "../src/domain/id";',
    "sandbox-migrations-console-packages-know-nothing-of-src",
  ],
  [
    "migrations/first.ts",
    'import "../src/domain/id";',
    "sandbox-migrations-console-packages-know-nothing-of-src",
  ],
  [
    "packages/embedded-postgres/src/server.ts",
    'import "../../../src/domain/id";',
    "the-launcher-knows-itself-only",
  ],
  ["packages/client/src/index.ts", 'import "zod";', "the-client-needs-no-package"],
  ["src/domain/hen.ts", 'import { egg } from "./egg"; export const hen = () => egg;', null],
  ["src/domain/egg.ts", 'import { hen } from "./hen"; export const egg = () => hen;', "no-cycles"],
  ["src/domain/attic/box.ts", 'import "../cellar/jar";', null],
  ["src/domain/attic/lamp.ts", "export const lamp = 1;", null],
  ["src/domain/cellar/jar.ts", "export const jar = 1;", null],
  ["src/domain/cellar/shelf.ts", 'import "../attic/lamp";', null],
  [
    "src/services/orders/effects/write.ts",
    'import "../../use-case";',
    "an-effect-knows-no-use-case",
  ],
  ["src/domain/hermit.ts", "export const nobody = true;", "no-orphans"],
];

async function writeFixtures(folder: string): Promise<void> {
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ dependencies: { axios: "*", zod: "*", typeorm: "*" } }),
  );
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { module: "node20" } }),
  );
  for (const [file, text] of FIXTURES) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

describe("The import rules", () => {
  it("are kept everywhere", async () => {
    expect(await violationsIn(ROOT, EVERYTHING)).toEqual([]);
  });

  describe("in a project that breaks them", () => {
    let folder: string;
    let violations: string[];
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "import-rules-"));
      await writeFixtures(folder);
      const paths = ["src", "sandbox", "migrations", "packages"];
      violations = await violationsIn(folder, [...paths, "--no-cache"]);
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    const rulesBrokenBy = (file: string) =>
      violations.filter((line) => line.includes(`: ${file} ->`));

    it.each(FIXTURES.filter(([, , rule]) => rule !== null))(
      "%s with %s breaks %s",
      (file, _, rule) => {
        expect(rulesBrokenBy(file).map((line) => line.split(":")[0])).toContain(rule);
      },
    );

    it("folders that depend on each other break no-folder-circles, even if no files do", () => {
      expect(violations).toContain("no-folder-circles: src/domain/attic -> src/domain/cellar");
      expect(violations).toContain("no-folder-circles: src/domain/cellar -> src/domain/attic");
    });

    it.each(FIXTURES.filter(([, , rule]) => rule === null))("%s with %s breaks no rule", (file) => {
      expect(rulesBrokenBy(file)).toEqual([]);
    });
  });
});
