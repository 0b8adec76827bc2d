import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { Client } from "pg";

import { freePort } from "../../../packages/embedded-postgres/src/free-port";
import { eventually } from "../../../tests/support/eventually";
import { giveToPostgres, Service } from "../debian/service";
import { newDatabase } from "../new-database";
import { haproxySettings } from "./haproxy-settings";
import { Node } from "./node";

export const ETCD = "/usr/bin/etcd";
export const HAPROXY = "/usr/sbin/haproxy";

const PATIENCE_MS = 180_000;

interface Member {
  readonly name: string;
  readonly role: string;
  readonly state: string;
}

/**
 * A leader and its synchronous standby under Patroni, with etcd, and an HAProxy in front that
 * routes to the current leader.
 */
export class Pair {
  private readonly nodes: Node[] = [];
  private readonly services: Service[] = [];
  private port = 0;

  private constructor(private readonly folder: string) {}

  /** The caller must call `stop`, even when `open` fails. @param folder used by this pair only */
  static in(folder: string): Pair {
    return new Pair(folder);
  }

  /** @throws {Error} when it does not come up */
  async open(): Promise<void> {
    const etcdPort = await this.startEtcd();
    this.nodes.push(await Node.start("one", join(this.folder, "one"), etcdPort));
    await this.until(async () => (await this.leader()) !== undefined, "there is no leader");
    this.nodes.push(await Node.start("two", join(this.folder, "two"), etcdPort));
    await this.whole();
    await this.startHaproxy();
  }

  /** Waits until both nodes run, one as the leader and the other as its synchronous standby. */
  async whole(): Promise<void> {
    const isWhole = async () => {
      const members = await this.members();
      const has = (role: string) =>
        members.some((each) => each.role === role && RUNNING.has(each.state));
      return has("leader") && has("sync_standby");
    };
    await this.until(isWhole, "the pair does not come together");
  }

  /** @throws {Error} when there is none for a long time */
  async leading(): Promise<Node> {
    return eventually(() => this.leader(), PATIENCE_MS);
  }

  /** Waits until a different node leads. */
  async handedOver(from: Node): Promise<void> {
    const others = this.nodes.filter((node) => node !== from);
    const isOver = async () => {
      const leads = await Promise.all(others.map((node) => isLeader(node)));
      return leads.includes(true);
    };
    await this.until(isOver, `nobody takes over from ${from.name}`);
  }

  async switchOver(from: Node): Promise<void> {
    const candidate = this.nodes.find((node) => node !== from)?.name;
    const body = JSON.stringify({ leader: from.name, candidate });
    const { ok, status } = await fetch(`${from.patroniUrl}/switchover`, { method: "POST", body });
    if (!ok) throw new Error(`Patroni does not switch over: ${status}`);
  }

  /** Safe to repeat. */
  async stop(): Promise<void> {
    for (const node of this.nodes) await node.stop();
    for (const service of this.services) await service.end("SIGKILL");
  }

  /** Creates an empty database on the leader itself, and returns its URL. */
  async database(name: string): Promise<string> {
    const { postgresPort } = await this.leading();
    await newDatabase(`postgres://postgres@127.0.0.1:${postgresPort}/postgres`, name);
    return `postgres://postgres@127.0.0.1:${this.port}/${name}`;
  }

  /**
   * HAProxy regards every node as a leader until it has checked twice, so several attempts in a row
   * must reach a leader.
   */
  private async leadsToLeader(): Promise<boolean> {
    for (let count = 0; count < 6; count += 1) {
      const isLeading = await canWrite(this.port);
      if (!isLeading) return false;
      await pause(1_000);
    }
    return true;
  }

  private async leader(): Promise<Node | undefined> {
    for (const node of this.nodes) if (await isLeader(node)) return node;
    return undefined;
  }

  /** As seen by the node that answers. */
  private async members(): Promise<readonly Member[]> {
    for (const { patroniUrl } of this.nodes) {
      const answer = await ask(`${patroniUrl}/cluster`);
      if (answer?.ok) return ((await answer.json()) as { members: Member[] }).members;
    }
    return [];
  }

  private async until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
    const look = async () => {
      await pause(200);
      return isSo();
    };
    await eventually(look, PATIENCE_MS).catch(() => {
      const words = this.nodes
        .map(({ name, printed }) => `${name}: ${printed.slice(-1_500)}`)
        .join("\n");
      throw new Error(`${otherwise}\n${words}`);
    });
  }

  private async startEtcd(): Promise<number> {
    const folder = join(this.folder, "etcd");
    await mkdir(folder);
    await giveToPostgres(folder);
    const [client, peer] = [await freePort(undefined), await freePort(undefined)];
    const [clientUrl, peerUrl] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
    const args = {
      name: "etcd",
      "data-dir": join(folder, "data"),
      "initial-cluster": `etcd=${peerUrl}`,
      "listen-client-urls": clientUrl,
      "advertise-client-urls": clientUrl,
      "listen-peer-urls": peerUrl,
      "initial-advertise-peer-urls": peerUrl,
    };
    const flags = Object.entries(args).map(([name, value]) => `--${name}=${value}`);
    this.services.push(await Service.start("etcd", ETCD, flags));
    await this.until(
      async () => (await ask(`${clientUrl}/health`))?.ok ?? false,
      "etcd does not start",
    );
    return client;
  }

  private async startHaproxy(): Promise<void> {
    this.port = await freePort(undefined);
    const settings = join(this.folder, "haproxy.cfg");
    await writeFile(settings, haproxySettings(this.port, this.nodes));
    await giveToPostgres(settings);
    this.services.push(await Service.start("haproxy", HAPROXY, ["-db", "-f", settings]));
    await this.until(() => this.leadsToLeader(), "HAProxy does not lead to the leader");
  }
}

const RUNNING = new Set(["running", "streaming"]);

async function canWrite(port: number): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ leads: boolean }>(
      "select not pg_is_in_recovery() as leads",
    );
    return rows[0]?.leads ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function isLeader({ patroniUrl }: Node): Promise<boolean> {
  return (await ask(`${patroniUrl}/primary`))?.ok ?? false;
}

async function ask(url: string): Promise<Response | undefined> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
}
