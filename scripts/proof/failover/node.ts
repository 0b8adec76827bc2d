import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { freePort } from "../../../packages/embedded-postgres/src/free-port";
import { POSTGRES_15 } from "../debian/cluster";
import { giveToPostgres, Service } from "../debian/service";
import { Relay } from "../relay";
import { patroniSettings } from "./patroni-settings";

export const PATRONI = "/usr/bin/patroni";

/**
 * A machine with PostgreSQL and the Patroni that manages it. Everyone else reaches it through
 * relays, and it reaches etcd through one.
 */
export class Node {
  private service: Service | undefined;

  private constructor(
    readonly name: string,
    private readonly folder: string,
    private readonly settings: string,
    /** Relays to its PostgreSQL, to its Patroni, and from that to etcd. */
    private readonly lines: {
      readonly postgres: Relay;
      readonly patroni: Relay;
      readonly etcd: Relay;
    },
  ) {
    process.once("exit", () => this.killPostgres());
  }

  /** @param folder created for this node only */
  static async start(name: string, folder: string, etcdPort: number): Promise<Node> {
    await mkdir(folder);
    await giveToPostgres(folder);
    const [postgresPort, patroniPort] = [await freePort(undefined), await freePort(undefined)];
    const lines = {
      postgres: await Relay.start(postgresPort),
      patroni: await Relay.start(patroniPort),
      etcd: await Relay.start(etcdPort),
    };
    const settings = join(folder, "patroni.json");
    const ports = { postgres: postgresPort, patroni: patroniPort };
    const outside = {
      postgres: lines.postgres.port,
      patroni: lines.patroni.port,
      etcd: lines.etcd.port,
    };
    await writeFile(
      settings,
      JSON.stringify(patroniSettings({ name, folder, ports, outside }), null, 2),
    );
    const node = new Node(name, folder, settings, lines);
    await node.launch();
    return node;
  }

  get postgresPort(): number {
    return this.lines.postgres.port;
  }

  get patroniPort(): number {
    return this.lines.patroni.port;
  }

  get patroniUrl(): string {
    return `http://127.0.0.1:${this.patroniPort}`;
  }

  /** What its Patroni printed last. */
  get printed(): string {
    return this.service?.printed ?? "";
  }

  /** Like a power failure. */
  async kill(): Promise<void> {
    this.killPostgres();
    await this.service?.end("SIGKILL");
  }

  /** Everything on it stands still but keeps its connections. */
  freeze(): void {
    this.service?.signal("SIGSTOP");
    for (const pid of this.postgresPids()) send(pid, "SIGSTOP");
  }

  thaw(): void {
    for (const pid of this.postgresPids()) send(pid, "SIGCONT");
    this.service?.signal("SIGCONT");
  }

  /** Nothing can reach it, and it can reach nothing. */
  cutOff(): void {
    for (const line of Object.values(this.lines)) line.fallSilent();
  }

  connect(): void {
    for (const line of Object.values(this.lines)) line.speak();
  }

  /** Starts it again if it has ended. */
  async launch(): Promise<void> {
    if (this.service && !this.service.hasEnded) return;
    this.service = await Service.start(this.name, PATRONI, [this.settings], {
      PYTHONUNBUFFERED: "1",
    });
  }

  /** Stops it in any state. Safe to repeat. */
  async stop(): Promise<void> {
    await this.kill();
    for (const line of Object.values(this.lines)) await line.stop();
  }

  private killPostgres(): void {
    for (const pid of this.postgresPids()) send(pid, "SIGKILL");
  }

  /** The postmaster and the processes that it has started. */
  private postgresPids(): number[] {
    const postmaster = postmasterOf(join(this.folder, "data"));
    if (postmaster === undefined) return [];
    return [postmaster, ...childrenOf(postmaster)];
  }
}

/** undefined when it is not running. */
function postmasterOf(dataFolder: string): number | undefined {
  try {
    const [pid] = readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
    // The id of a process that has ended may belong to any other process by now.
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return command.startsWith(POSTGRES_15) && command.includes(dataFolder)
      ? Number(pid)
      : undefined;
  } catch {
    return undefined;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    const [, afterName = ""] =
      /^\d+ \(.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return Number(afterName.split(" ")[1]);
  } catch {
    return undefined;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has already ended.
  }
}
