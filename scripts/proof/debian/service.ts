import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown } from "node:fs/promises";
import { promisify } from "node:util";

const OUTPUT_KEPT = 20_000;

/** None of them outlives this process, however it ends. */
const running = new Set<ChildProcess>();
process.once("exit", () => running.forEach((child) => signal(child, "SIGKILL")));

/** Those of the given programs that are not installed. */
export function missing(...programs: readonly string[]): string[] {
  return programs.filter((program) => !existsSync(program));
}

/** A Debian program in its own process group, which ends with it. */
export class Service {
  private output = "";

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) =>
      (this.output = (this.output + chunk.toString()).slice(-OUTPUT_KEPT));
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    running.add(child);
    child.once("exit", () => running.delete(child));
  }

  static async start(
    name: string,
    program: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ) {
    const options = {
      ...(await account()),
      detached: true,
      cwd: "/",
      env: { PATH: process.env["PATH"], ...env },
    };
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    await once(child, "spawn");
    return new Service(name, child);
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What it printed last. */
  get printed(): string {
    return this.output;
  }

  /** Sends the signal to the program and everything it has started. */
  signal(name: NodeJS.Signals): void {
    signal(this.child, name);
  }

  /** Safe to repeat. */
  async end(name: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, "exit");
    signal(this.child, name);
    await ended;
    // Processes that it left behind.
    signal(this.child, "SIGKILL");
  }
}

/** Runs a Debian program to completion and returns what it prints. @throws {Error} when it fails */
export async function run(program: string, ...args: readonly string[]): Promise<string> {
  const options = { ...(await account()), cwd: "/", maxBuffer: 50_000_000 };
  return (await promisify(execFile)(program, args, options)).stdout;
}

/** Gives a folder to the account under which PostgreSQL runs. */
export async function giveToPostgres(folder: string): Promise<void> {
  const { uid, gid } = await account();
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

/** PostgreSQL refuses to run as root. */
async function account(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) =>
    Number((await promisify(execFile)("id", [flag, "postgres"])).stdout);
  return { uid: await id("-u"), gid: await id("-g") };
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // It has already ended.
  }
}
