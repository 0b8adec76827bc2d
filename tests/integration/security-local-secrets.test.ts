import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { loadConfig } from "../../src/config";
import { loadLocalSecrets } from "../../src/security/local-secrets";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-secrets-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("loadLocalSecrets", () => {
  it("generates secrets once and keeps them readable by their owner only", async () => {
    const dataDir = join(folder, "new", "data");
    const first = await loadLocalSecrets(dataDir, loadConfig({}));
    const mode = (await stat(join(dataDir, "secrets.json"))).mode & 0o777;

    expect(mode).toBe(0o600);
    expect(
      new Set([first.adminApiKey, first.customerJwtSecret, ...first.encryptionKeys]).size,
    ).toBe(3);
    expect(first.encryptionKeys[0]).toHaveLength(43);
    expect(await loadLocalSecrets(dataDir, loadConfig({}))).toEqual(first);
    expect(await readdir(dataDir)).toEqual(["secrets.json"]);
  });

  it("returns the same secrets to everyone when many start simultaneously", async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => loadLocalSecrets(folder, loadConfig({}))),
    );
    expect(new Set(all.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
    expect(await readdir(folder)).toEqual(["secrets.json"]);
  });

  it("prefers the settings, and writes nothing when they are complete", async () => {
    const env = {
      ADMIN_API_KEY: "mine",
      ENCRYPTION_KEY: "e".repeat(32),
      CUSTOMER_JWT_SECRET: "jwt",
    };
    expect(await loadLocalSecrets(folder, loadConfig(env))).toEqual({
      adminApiKey: "mine",
      encryptionKeys: ["e".repeat(32)],
      customerJwtSecret: "jwt",
    });
    expect(await readdir(folder)).toEqual([]);

    const some = await loadLocalSecrets(
      folder,
      loadConfig({ CUSTOMER_JWKS_URL: "https://id.pizza.ru/jwks" }),
    );
    expect(some.customerJwtSecret).toBeNull();
  });

  it("revokes permissions that others have gained meanwhile", async () => {
    await loadLocalSecrets(folder, loadConfig({}));
    await chmod(join(folder, "secrets.json"), 0o644);
    await loadLocalSecrets(folder, loadConfig({}));
    expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
  });

  it("never replaces a damaged file: the key in it may open the stored credentials", async () => {
    await writeFile(join(folder, "secrets.json"), '{"adminApiKey":');
    await expect(loadLocalSecrets(folder, loadConfig({}))).rejects.toThrow("is damaged");
    expect(await readFile(join(folder, "secrets.json"), "utf8")).toBe('{"adminApiKey":');
  });

  it("generates nothing in production", async () => {
    const config = { ...loadConfig({}), production: true };
    await expect(loadLocalSecrets(folder, config)).rejects.toThrow("never generated in production");
  });
});
