import { once } from "node:events";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

import { isGone, kill, query, ServerFolder, until } from "../support/server-folder";

let folder: ServerFolder;

beforeEach(async () => {
  folder = await ServerFolder.create();
});

afterEach(() => folder.discard());

describe("the embedded PostgreSQL", () => {
  it("answers, handles Russian letters, and listens only to this machine", async () => {
    const { url } = await folder.gateway().start();

    const rows = await query(
      url,
      `select lower('ЁЖ') as lower, current_database() as database,
              current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
              current_setting('fsync') as fsync`,
    );

    expect(rows).toEqual([
      { lower: "ёж", database: "gateway", addresses: "127.0.0.1", sockets: "", fsync: "on" },
    ]);
  });

  it("lets no one in without the password, which only its owner can read", async () => {
    const { url } = await folder.gateway().start();
    const guessed = new URL(url);
    guessed.password = "guessed";

    await expect(query(guessed.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    expect((await stat(join(folder.dataDir, "cluster/password"))).mode & 0o777).toBe(0o600);
  });

  it("keeps rows and port across a restart, and leaves no process when stopped", async () => {
    const postgres = folder.gateway();
    const { url } = await postgres.start();
    await query(url, "create table orders as select 1 as id");
    const pid = await folder.serverPid();
    await postgres.stop();
    await postgres.stop();
    expect(await isGone(pid)).toBe(true);

    const again = await folder.gateway().start();

    expect(again.url).toBe(url);
    expect(await query(again.url, "select id from orders")).toEqual([{ id: 1 }]);
  });

  it("moves to another port when its last one has been taken meanwhile", async () => {
    const postgres = folder.gateway();
    const { url } = await postgres.start();
    await postgres.stop();
    const somebody = createServer().listen(Number(new URL(url).port), "127.0.0.1");
    await once(somebody, "listening");

    const again = await folder.gateway().start();

    expect(again.url).not.toBe(url);
    expect(await query(again.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await new Promise((closed) => somebody.close(closed));
  });

  it("survives the killing of a gateway, and is found again by the next one", async () => {
    const owner = await folder.gatewayProcess();
    await query(owner.url, "create table orders as select 1 as id");
    const pid = await folder.serverPid();
    await kill(owner.process, "SIGKILL");

    const lines: string[] = [];
    const { url } = await folder.gateway((line) => lines.push(line)).start();

    expect(await folder.serverPid()).toBe(pid);
    expect(lines).toEqual([expect.stringContaining("found running")]);
    expect(await query(url, "select id from orders")).toEqual([{ id: 1 }]);
  });

  it("keeps committed rows when it is killed itself, and is restarted for a gateway that still runs", async () => {
    const { url } = await folder.gateway().start();
    await query(url, "create table orders as select generate_series(1, 1000) as id");
    const pid = await folder.serverPid();
    process.kill(pid, "SIGKILL");

    await until(
      async () => (await query(url, "select 1")).length === 1,
      "an answer at the same address",
    );

    expect(await folder.serverPid()).not.toBe(pid);
    expect(await query(url, "select count(*)::int as orders from orders")).toEqual([
      { orders: 1000 },
    ]);
  });

  it("restarts with every row after server and gateway are both killed", async () => {
    const owner = await folder.gatewayProcess();
    await query(owner.url, "create table orders as select generate_series(1, 1000) as id");
    const pid = await folder.serverPid();
    await kill(owner.process, "SIGKILL");
    process.kill(pid, "SIGKILL");

    const { url } = await folder.gateway().start();

    expect(await query(url, "select count(*)::int as orders from orders")).toEqual([
      { orders: 1000 },
    ]);
  });

  it("starts even if a stale pid file names a living process and says ready", async () => {
    const postgres = folder.gateway();
    await postgres.start();
    const lines = await folder.pidFileLines();
    await postgres.stop();
    // A process under the server's own account: left to itself, PostgreSQL would believe the file
    // and refuse to start.
    const stranger = folder.stranger(await stat(join(folder.dataDir, "cluster/pgdata")));
    const stale = [String(stranger), ...lines.slice(1)].join("\n");
    await writeFile(join(folder.dataDir, "cluster/pgdata/postmaster.pid"), stale);

    const { url } = await folder.gateway().start();

    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(await isGone(stranger)).toBe(false);
  });

  it("is shared by gateways that start simultaneously, and stopped by the last of them", async () => {
    const postgres = folder.gateway();
    const [one, other, { url }] = await Promise.all([
      folder.gatewayProcess(),
      folder.gatewayProcess(),
      postgres.start(),
    ]);
    const pid = await folder.serverPid();
    expect([one.url, other.url]).toEqual([url, url]);

    await kill(one.process, "SIGTERM");
    await postgres.stop();
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);

    await kill(other.process, "SIGTERM");
    expect(await isGone(pid)).toBe(true);
  });

  it("does not receive the Ctrl-C of the gateway's terminal", async () => {
    await folder.gateway().start();

    const server = await sessionOf(await folder.serverPid());

    expect(server).toBeGreaterThan(0);
    expect(server).not.toBe(await sessionOf(process.pid));
  });

  it("says where the database should be when its folder is missing", async () => {
    await mkdir(folder.dataDir);
    await writeFile(
      join(folder.dataDir, "DATABASE-IS-ELSEWHERE.txt"),
      `It is in\n\n${folder.path}/lost\n`,
    );

    await expect(folder.gateway().start()).rejects.toThrow(/lost, but there is none.*DATABASE_URL/);
  });
});

/**
 * The session that a process belongs to; Ctrl-C reaches only the processes of the terminal's own
 * session.
 */
async function sessionOf(pid: number): Promise<number> {
  const afterName = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /, "");
  return Number(afterName.split(" ")[3]);
}
