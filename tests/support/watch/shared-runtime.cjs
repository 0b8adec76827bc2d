// Jest asks for a runtime, which loads modules, for each test file. Modules keep nothing from one
// file to the next, so one runtime serves all files of a project in a process: what they import is
// loaded once and not a hundred times. Files that declare decorated classes, which type-graphql
// would remember, name watched-environment.ts in a docblock and get a runtime of their own. This is
// plain JavaScript because Jest requires it as it is.

/* eslint-disable @typescript-eslint/no-require-imports -- it is CommonJS that jest requires */
const { dirname, join } = require("node:path");

const { default: Runtime } = require("jest-runtime");

/** The part of jest-circus that keeps the tests of a file from the time it is loaded. */
const CIRCUS = join(dirname(require.resolve("jest-circus/runner")), "jestAdapterInit.js");

class SharedRuntime extends Runtime {
  /** Everything stays loaded except the tests of the last file. */
  requireInternalModule(from, to) {
    if (from === CIRCUS) {
      this.registries.getInternalCjsRegistry().delete(CIRCUS);
      // The last test of the last file is over, after which nothing may be loaded.
      this.enterTestCode();
    }
    return super.requireInternalModule(from, to);
  }

  /** What is loaded stays for the next file. */
  teardown() {
    this.restoreAllMocks();
  }
}

/** Keyed by Jest's resolver: after a source has changed, Jest creates another one. */
const runtimes = new WeakMap();

module.exports = function sharedRuntime(config, environment, resolver, ...others) {
  if (environment.isShared !== true) return new Runtime(config, environment, resolver, ...others);
  const runtime =
    runtimes.get(resolver) ?? new SharedRuntime(config, environment, resolver, ...others);
  runtimes.set(resolver, runtime);
  return runtime;
};
