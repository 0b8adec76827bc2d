import { appendFileSync } from "node:fs";

// Loaded into a gateway before anything else (NODE_OPTIONS="--expose-gc --require …"); the gateway
// itself is not aware of it. Every five seconds it writes a line with the bytes that are in use
// after a garbage collection to the file that MEMORY_FILE names.

const EVERY_MS = 5_000;
const file = process.env["MEMORY_FILE"];

if (file !== undefined && globalThis.gc) {
  setInterval(() => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(file, `${heapUsed + external}\n`);
  }, EVERY_MS).unref();
}
