import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";

/** Compiles what it requires with the options of .swcrc, as the build does. */
const REGISTER = `
  const { transformFileSync } = require("@swc/core");
  require.extensions[".ts"] = (module, path) => module._compile(transformFileSync(path).code, path);
  require(process.argv[1]);
`;

/** Runs a TypeScript file in a Node process of its own, which sees the same `process.argv` as always. */
export function spawnTypeScript(file: string, args: readonly string[], stdio: StdioOptions): ChildProcess {
  return spawn(process.execPath, ["-e", REGISTER, file, ...args], { stdio });
}
