import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { eventually } from "./eventually";

/** The project's folder, both for tests and for what is compiled from this file. */
const ROOT = process.cwd();
const START_MS = 120_000;
/** A program that does not report within this time whether it is ready is not ready. */
const READY_MS = 5_000;

/** Compiles what a program is started from; does nothing when that is up to date. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], {
    cwd: ROOT,
  });
  if (status !== 0) throw new Error(`The build failed:\n${stderr.toString()}`);
}

/** Children of this process: none of them outlives it, whatever ends it. */
const children = new Set<ChildProcess>();
process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));

type Readiness = (output: string) => boolean | Promise<boolean>;

/** A compiled program in a separate process, as it runs for an operator. */
export class Program {
  private output = "";

  private constructor(
    private readonly file: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    children.add(child);
    child.once("exit", () => children.delete(child));
  }

  /**
   * @param file below dist
   * @param root of the checkout that the program is taken from
   */
  static launch(file: string, env: NodeJS.ProcessEnv, root = ROOT): Program {
    const options = {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    } as const;
    return new Program(
      file,
      spawn(process.execPath, [join("dist", file)], { ...options, stdio: [...options.stdio] }),
    );
  }

  /**
   * Launches a program, and resolves once `isReady` holds. @throws {Error} when it ended before
   * that, or takes too long; it is gone then
   */
  static async start(file: string, env: NodeJS.ProcessEnv, isReady: Readiness): Promise<Program> {
    const program = Program.launch(file, env);
    await program.untilReady(isReady);
    return program;
  }

  /** @throws {Error} when it ended before that, or takes too long; it is gone then */
  async untilReady(isReady: Readiness): Promise<void> {
    try {
      await eventually(async () => {
        if (this.hasEnded) throw new Error(`${this.file} ended: ${this.output}`);
        return isReady(this.output);
      }, START_MS);
    } catch (cause) {
      const hadEnded = this.hasEnded;
      await this.kill();
      if (hadEnded) throw cause;
      throw new Error(`${this.file} is not ready yet; it said: ${this.output}`, { cause });
    }
  }

  get printed(): string {
    return this.output;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Ends it in the middle of whatever it is doing. */
  kill(): Promise<number | null> {
    return this.end("SIGKILL");
  }

  /** Asks it to end; returns its exit code. */
  terminate(): Promise<number | null> {
    return this.end("SIGTERM");
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Makes it stand still in the middle of whatever it is doing. */
  freeze(): void {
    this.child.kill("SIGSTOP");
  }

  /** Lets it go on after standing still. */
  thaw(): void {
    this.child.kill("SIGCONT");
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

/**
 * Owns programs: all programs that it starts end with `stop`, including those that are still
 * starting, and none starts after that.
 */
export class Programs {
  private readonly started = new Set<Program>();
  private stopped = false;

  /** Like `Program.launch`. @throws {Error} after `stop` */
  launch(file: string, env: NodeJS.ProcessEnv, root = ROOT): Program {
    if (this.stopped) throw new Error(`${file} is not started any more`);
    const program = Program.launch(file, env, root);
    this.started.add(program);
    return program;
  }

  /** @throws {Error} like `Program.start`, and after `stop` */
  async start(file: string, env: NodeJS.ProcessEnv, isReady: Readiness): Promise<Program> {
    const program = this.launch(file, env);
    await program.untilReady(isReady);
    return program;
  }

  /** Safe to repeat. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.started].map((program) => program.kill()));
  }
}

/** Whether a gateway at this address is ready to serve. */
export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(READY_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
