import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

const LONGEST_MS = 30 * 60_000;
const REGISTER = "./tests/support/typescript-register.cjs";

describe("A new POS and a new channel", () => {
  it(
    "cost one folder, one contract test and one line each, as ARCHITECTURE.md says, and work",
    async () => {
      const args = ["--require", REGISTER, "scripts/rehearse-vendors.ts"];
      const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: LONGEST_MS });
      const rows = stdout.split("\n").filter((line) => line.startsWith("| "));
      expect(rows).toHaveLength(2);
      const documented = readFileSync("ARCHITECTURE.md", "utf8").split("\n");
      for (const row of rows) expect(documented).toContain(row);
      expect(stdout).toContain("Changed by hand: src/vendors.ts\n");
      expect(stdout).toMatch(/one order \(.*[1-9]\d* passed/);
    },
    LONGEST_MS,
  );
});
