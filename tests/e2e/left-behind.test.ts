import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { markedProcesses } from "../support/watch/processes-of-run";

const ROOT = join(__dirname, "../..");
const FILE = "tests/support/watch/leaky-tests.ts";

describe("a run whose tests leave something behind", () => {
  let run: { status: number | null; told: string[]; passed: boolean };

  beforeAll(() => {
    const jest = join(ROOT, "node_modules/jest/bin/jest.js");
    const env = { ...process.env, TEST_COUNTS: "" };
    const chosen = ["--selectProjects", "system", "--testMatch", `**/${FILE}`];
    const { status, stderr } = spawnSync(process.execPath, [jest, ...chosen], { cwd: ROOT, env });
    const [tests = "", told = ""] = stderr.toString().split("Left behind by the tests:\n");
    run = {
      status,
      told: told.trimEnd().split("\n"),
      passed: /Tests: +6 passed, 6 total/.test(tests),
    };
  });

  it("fails, although all tests passed", () => {
    expect(run).toMatchObject({ status: 1, passed: true });
  });

  it.each([
    ["starts a process", /process \d+, sleep 300$/],
    ["listens and connects", /a server at .*"address":"127\.0\.0\.1"/],
    ["listens and connects", /a connection from port \d+ to port \d+$/],
    ["starts a thread", /a thread$/],
    ["pauses for long", /a pause$/],
  ])('names the test that "%s", at the end of its output', (title, what) => {
    const named = run.told.filter((line) =>
      line.startsWith(`  ${FILE} › a careless suite › ${title}: `),
    );
    expect(named.join("\n")).toMatch(new RegExp(what.source, "m"));
  });

  it("names the hook that set a timer", () => {
    expect(run.told).toContain(`  ${FILE} › a careless suite (beforeAll): a timer of 4321 ms`);
  });

  if (process.platform === "linux")
    it("names the test whose process left another process", () => {
      const [line] = run.told.filter((each) => each.includes("sleep 301"));
      expect(line).toContain(
        `${FILE} › a careless suite › starts a process that starts another one: process `,
      );
    });

  it("reports nothing that was ended", () => {
    expect(run.told.join("\n")).not.toContain("a careful suite");
  });

  it("has ended every process itself", () => {
    expect(markedProcesses().filter(({ command }) => /^sleep 30[012]$/.test(command))).toEqual([]);
  });
});
