import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { eventually } from "./eventually";

/** The project's folder, for tests and for what is compiled of this alike. */
const ROOT = process.cwd();
const START_MS = 90_000;

/** Compiles what a program is started from; does nothing when that is fresh. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], { cwd: ROOT });
  if (status !== 0) throw new Error(`The build failed:\n${stderr.toString()}`);
}

/** A compiled program in a process of its own, as it runs for an operator. */
export class Program {
  private output = "";

  private constructor(private readonly child: ChildProcess) {
    const keep = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
  }

  /** Resolves once `isReady` is. @param file below dist */
  static async start(
    file: string,
    env: NodeJS.ProcessEnv,
    isReady: (output: string) => boolean | Promise<boolean>,
  ): Promise<Program> {
    const options = { cwd: ROOT, env: { PATH: process.env.PATH, ...env }, stdio: ["ignore", "pipe", "pipe"] } as const;
    const program = new Program(
      spawn(process.execPath, [join("dist", file)], { ...options, stdio: [...options.stdio] }),
    );
    try {
      await eventually(async () => {
        if (program.hasEnded) throw new Error(`${file} ended: ${program.output}`);
        return isReady(program.output);
      }, START_MS);
      return program;
    } catch (error) {
      await program.kill();
      throw error;
    }
  }

  get printed(): string {
    return this.output;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Ends it in the middle of whatever it does. */
  kill(): Promise<number | null> {
    return this.end("SIGKILL");
  }

  /** Asks it to end; gives its exit code. */
  terminate(): Promise<number | null> {
    return this.end("SIGTERM");
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    if (!this.hasEnded) {
      const ended = once(this.child, "exit");
      this.child.kill(signal);
      await ended;
    }
    return this.child.exitCode;
  }
}

/** Whether a gateway at this address is ready to serve. */
export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
