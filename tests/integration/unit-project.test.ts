import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Jest's results for tests/support/unit/{one,other}-of-two.ts, run by one process. */
function results(): Results {
  const chosen = ["--selectProjects=unit", "--testMatch=**/tests/support/unit/*-of-two.ts"];
  const args = [join(ROOT, "node_modules/jest/bin/jest.js"), "--runInBand", "--json", ...chosen];
  const env = { ...process.env, TEST_COUNTS: "" };
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: "utf8" });
  return JSON.parse(stdout) as Results;
}

it("loads what unit tests import once per process, and reports each file's own results", () => {
  const told = results().testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: /\w+(?=-of-two)/.exec(name)?.[0],
      test: fullName.replace(/visit \d/, "a visit"),
      visit: /visit (\d)/.exec(fullName)?.[1],
      status,
    })),
  );
  expect([...new Set(told.map(({ visit }) => visit))].sort()).toEqual(["1", "2"]);
  const expected = ["one", "other"].flatMap((file) => [
    [file, `${file}, as a visit finds time and chance as they are`, "passed"],
    [file, `${file}, as a visit leaves time and chance as they are not`, "passed"],
    [file, `${file}, as a visit fails`, "failed"],
  ]);
  expect(told.map(({ file, test, status }) => [file, test, status]).sort()).toEqual(
    expected.sort(),
  );
});
