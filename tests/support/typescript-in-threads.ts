import { join } from "node:path";

// Threads that the code under test starts take over these options; jest compiles only what it
// requires itself.
process.execArgv = ["--require", join(__dirname, "typescript-register.cjs")];
