import { randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";

import { type Config } from "../config";
import { ConfigError } from "../errors";

export interface LocalSecrets {
  readonly adminApiKey: string;
  readonly encryptionKeys: readonly string[];
  /** null: customers' tokens are checked against a key list. */
  readonly customerJwtSecret: string | null;
}

interface Stored {
  readonly adminApiKey: string;
  readonly encryptionKey: string;
  readonly customerJwtSecret: string;
}

const FILE = "secrets.json";

/**
 * The secrets of this installation. Outside production, whatever the settings omit is generated at
 * the first start and kept in `dataDir`, readable only by its owner. Safe to call from several
 * processes simultaneously: all get the same.
 *
 * @throws {ConfigError} if a secret is missing in production, or the file is damaged
 */
export async function loadLocalSecrets(dataDir: string, config: Config): Promise<LocalSecrets> {
  const { adminApiKey, encryptionKeys, customerTokens, production } = config;
  if (adminApiKey !== null && encryptionKeys !== null && customerTokens !== null) {
    const customerJwtSecret = customerTokens.kind === "secret" ? customerTokens.secret : null;
    return { adminApiKey, encryptionKeys, customerJwtSecret };
  }
  if (production) throw new ConfigError(["Secrets are never generated in production"]);

  const stored = (await read(dataDir)) ?? (await create(dataDir));
  return {
    adminApiKey: adminApiKey ?? stored.adminApiKey,
    encryptionKeys: encryptionKeys ?? [stored.encryptionKey],
    customerJwtSecret: customerJwtSecret(config, stored),
  };
}

function customerJwtSecret({ customerTokens }: Config, stored: Stored): string | null {
  if (customerTokens === null) return stored.customerJwtSecret;
  return customerTokens.kind === "secret" ? customerTokens.secret : null;
}

async function read(dataDir: string): Promise<Stored | undefined> {
  const path = join(dataDir, FILE);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  await chmod(path, 0o600);
  const stored = parse(text);
  if (stored) return stored;
  throw new ConfigError([
    `${path} is damaged. Restore it: without its key the stored POS credentials are lost`,
  ]);
}

function parse(text: string): Stored | undefined {
  try {
    const { adminApiKey, encryptionKey, customerJwtSecret } = JSON.parse(text) as Partial<
      Record<string, unknown>
    >;
    if (typeof adminApiKey !== "string" || typeof encryptionKey !== "string") return undefined;
    return typeof customerJwtSecret === "string"
      ? { adminApiKey, encryptionKey, customerJwtSecret }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a separate file and links it: the file appears whole or not at all, and of two processes,
 * one wins.
 */
async function create(dataDir: string): Promise<Stored> {
  await mkdir(dataDir, { recursive: true });
  const draft = join(dataDir, `.${FILE}.${randomBytes(6).toString("hex")}`);
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(JSON.stringify(generate(), null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, join(dataDir, FILE));
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await unlink(draft);
  }
  const stored = await read(dataDir);
  if (!stored) throw new ConfigError([`${join(dataDir, FILE)} vanished while it was written`]);
  return stored;
}

function generate(): Stored {
  const [adminApiKey, encryptionKey, customerJwtSecret] = [newKey(), newKey(), newKey()];
  return { adminApiKey, encryptionKey, customerJwtSecret };
}

function newKey(): string {
  return randomBytes(32).toString("base64url");
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
