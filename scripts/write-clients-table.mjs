// Writes the table of clients in docs/storefronts.md by running the suite that queries a gateway
// with each of them.
import { spawnSync } from "node:child_process";

const suite = ["node_modules/jest/bin/jest.js", "tests/e2e/field-clients.test.ts"];
const env = { ...process.env, WRITE_CLIENTS_TABLE: "true" };
process.exitCode = spawnSync(process.execPath, suite, { env, stdio: "inherit" }).status ?? 1;
