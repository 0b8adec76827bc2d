import { join } from "node:path";

// Threads that the code under test starts inherit these options, because Jest compiles only what it
// requires itself.
process.execArgv = ["--require", join(__dirname, "typescript-register.cjs")];
