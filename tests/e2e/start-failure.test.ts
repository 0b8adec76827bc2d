import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eventually } from "../support/eventually";
import { build, Program } from "../support/program";
import { createTestDatabase, type TestDatabase } from "../support/test-database";
import { administer, withDatabase } from "../support/test-server";
import { WholeGateway } from "../support/whole-gateway";

const PASSWORD = "unguessable-4711";

describe("a gateway that cannot start", () => {
  let folder: string;
  let database: TestDatabase;
  let taken: Server;
  let port: number;

  beforeAll(async () => {
    build();
    [folder, database] = await Promise.all([
      mkdtemp(join(tmpdir(), "start-trouble-")),
      createTestDatabase(),
    ]);
    taken = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(taken, "listening");
    ({ port } = taken.address() as AddressInfo);
  });

  afterAll(async () => {
    taken.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What it prints until it ends. */
  async function told(env: NodeJS.ProcessEnv): Promise<string> {
    const free = { PORT: "0", SANDBOX_PORT: "0", DATABASE_URL: database.url, DATA_DIR: folder };
    const program = Program.launch("src/main.js", { ...free, ...env });
    try {
      await eventually(() => program.hasEnded);
    } finally {
      await program.kill();
    }
    return program.printed;
  }

  /** A readable message that names the setting and the reason, without a stack. */
  function expectWords(printed: string, setting: string, ...parts: string[]): void {
    expect(printed).toMatch(new RegExp(`^The settings are not usable:\n  - ${setting}: `));
    for (const part of parts) expect(printed).toContain(part);
    expect(printed).not.toMatch(/^ {4}at /m);
    expect(printed).not.toContain(PASSWORD);
  }

  it.each(["PORT", "SANDBOX_PORT", "METRICS_PORT"])(
    "names %s when its port is in use",
    async (setting) => {
      expectWords(await told({ [setting]: String(port) }), setting, `the port ${port} is in use`);
    },
  );

  it("names DATABASE_URL when nothing answers there, and not its password", async () => {
    const nowhere = `postgres://user:${PASSWORD}@database.invalid/name`;
    expectWords(
      await told({ DATABASE_URL: nowhere }),
      "DATABASE_URL",
      "database.invalid/name",
      "cannot be reached",
    );
  });

  it("names DATABASE_URL when what answers there is no PostgreSQL", async () => {
    const other = `postgres://user:${PASSWORD}@127.0.0.1:${port}/name`;
    expectWords(await told({ DATABASE_URL: other }), "DATABASE_URL", "cannot be reached");
  });

  it("names the database that does not exist", async () => {
    const url = withDatabase(database.url, "no_such_database");
    expectWords(await told({ DATABASE_URL: url }), "DATABASE_URL", "no_such_database", "Create it");
  });

  it("says which permission a user lacks when nothing can be created in the database", async () => {
    const name = new URL(database.url).pathname.slice(1);
    const role = `${name}_reader`;
    await administer(database.url, (admin) =>
      admin.query(`create role ${role} login password '${PASSWORD}'`),
    );
    const url = new URL(withDatabase(database.url, "postgres"));
    [url.username, url.password] = [role, PASSWORD];
    try {
      expectWords(
        await told({ DATABASE_URL: url.href }),
        "DATABASE_URL",
        "may not make",
        "grant create on schema public",
      );
    } finally {
      await administer(database.url, (admin) => admin.query(`drop role ${role}`));
    }
  });

  it("names DATA_DIR when it is not a folder", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    expectWords(await told({ DATA_DIR: file }), "DATA_DIR", file);
  });

  it("says that the key of an existing database is lost", async () => {
    const gateway = await WholeGateway.start();
    try {
      const printed = await told({
        DATABASE_URL: gateway.databaseUrl,
        DATA_DIR: join(folder, "empty"),
      });
      expectWords(printed, "DATA_DIR, ENCRYPTION_KEY", "restore secrets.json");
    } finally {
      await gateway.stop();
    }
  });
});
