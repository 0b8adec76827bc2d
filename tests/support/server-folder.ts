import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

import { Client } from "pg";

import { EmbeddedPostgres } from "../../packages/embedded-postgres/src/embedded-postgres";
import { spawnTypeScript } from "./spawn-typescript";
import { discardServer, serverDataDir, testRun } from "./test-run";

const OWNER = join(__dirname, "embedded-postgres-owner.ts");

/**
 * A folder for one embedded server, and everything that was started on it. `discard` leaves nothing
 * of it.
 */
export class ServerFolder {
  private readonly started: EmbeddedPostgres[] = [];
  private readonly processes: ChildProcess[] = [];

  private constructor(
    /**
     * The parent of the data folder, with spaces and Russian letters, as on an operator's own
     * machine.
     */
    readonly path: string,
    readonly dataDir: string,
  ) {}

  static async create(): Promise<ServerFolder> {
    const dataDir = serverDataDir(testRun(), `ёж and spaces ${randomBytes(4).toString("hex")}`);
    await mkdir(dirname(dataDir), { recursive: true });
    return new ServerFolder(dirname(dataDir), dataDir);
  }

  gateway(log: (line: string) => void = () => undefined): EmbeddedPostgres {
    const postgres = new EmbeddedPostgres({ dataDir: this.dataDir, log });
    this.started.push(postgres);
    return postgres;
  }

  /** Another process that starts the server of this folder, as a second gateway would. */
  async gatewayProcess(): Promise<{ process: ChildProcess; url: string }> {
    const owner = spawnTypeScript(OWNER, [this.dataDir], ["pipe", "pipe", "inherit"]);
    this.processes.push(owner);
    const [line] = (await once(owner.stdout!, "data")) as [Buffer];
    return { process: owner, url: line.toString().trim() };
  }

  /** A process that has nothing to do with PostgreSQL. */
  stranger(account: { uid: number; gid: number }): number {
    const sleeper = spawn("/bin/sleep", ["60"], {
      stdio: "ignore",
      ...(process.getuid?.() === 0 ? account : {}),
    });
    this.processes.push(sleeper);
    return sleeper.pid!;
  }

  /** Where the cluster really is: the data folder, or the one that its note names. */
  async home(): Promise<string> {
    const note = await readFile(join(this.dataDir, "DATABASE-IS-ELSEWHERE.txt"), "utf8").catch(
      () => "",
    );
    return /^\/.*$/m.exec(note)?.[0] ?? this.dataDir;
  }

  async pidFileLines(): Promise<string[]> {
    return (await readFile(join(await this.home(), "cluster/pgdata/postmaster.pid"), "utf8")).split(
      "\n",
    );
  }

  async serverPid(): Promise<number> {
    return Number((await this.pidFileLines())[0]);
  }

  async discard(): Promise<void> {
    await Promise.all(this.started.map((postgres) => postgres.stop()));
    for (const owner of this.processes) owner.kill("SIGKILL");
    discardServer(this.dataDir);
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Sends a signal to a process that we started, and waits for its end. */
export async function kill(owner: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(owner, "exit");
  owner.kill(signal);
  await exited;
}

/** Runs one query over a separate connection. */
export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Also true for a dead process that its parent has not collected yet. */
export function isGone(pid: number): Promise<boolean> {
  return readFile(`/proc/${pid}/cmdline`, "utf8").then(
    (command) => command === "",
    () => true,
  );
}

/** Checks again and again until the condition holds. A condition that throws does not hold yet. */
export async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 80_000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Waited 80 s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
