import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

import { type Secrets } from "../ports/secrets";

interface Key {
  /** Identifies the key in what it sealed; reveals nothing about the key. */
  readonly id: string;
  readonly sealing: Buffer;
  readonly fingerprinting: Buffer;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with AES-256-GCM as `v2.<key id>.<iv, ciphertext, tag>`, bound to the owner (`v1` was not),
 * and computes fingerprints with HMAC-SHA256. Every use has a separate key, derived by HKDF-SHA256.
 * The first master key seals, and all of them open: put the new one first to rotate.
 */
export class Keyring implements Secrets {
  private readonly keys: readonly Key[];
  private readonly current: Key;

  /** @throws {RangeError} if there is no master key */
  constructor(masterKeys: readonly string[]) {
    this.keys = masterKeys.map(derive);
    const [first] = this.keys;
    if (!first) throw new RangeError("A keyring needs at least one key");
    this.current = first;
  }

  seal(text: string, owner = ""): string {
    const header = this.header();
    return this.sealed(text, header, boundTo(header, owner));
  }

  sealForFormer(text: string): string {
    const header = `v1.${this.current.id}`;
    return this.sealed(text, header, Buffer.from(header));
  }

  private sealed(text: string, header: string, bound: Buffer): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.current.sealing, iv).setAAD(bound);
    const body = Buffer.concat([
      iv,
      cipher.update(text, "utf8"),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return `${header}.${body.toString("base64url")}`;
  }

  open(sealed: string, owner = ""): string {
    const [version, id, encoded] = sealed.split(".");
    const key = this.keys.find((candidate) => candidate.id === id);
    if ((version !== "v1" && version !== "v2") || !encoded) throw new Error("Not a sealed text");
    if (!key) throw new Error("The key that sealed this text is not configured");
    const body = Buffer.from(encoded, "base64url");
    if (body.length < IV_BYTES + TAG_BYTES) throw new Error("Not a sealed text");
    const header = `${version}.${key.id}`;
    const decipher = createDecipheriv("aes-256-gcm", key.sealing, body.subarray(0, IV_BYTES))
      .setAAD(version === "v1" ? Buffer.from(header) : boundTo(header, owner))
      .setAuthTag(body.subarray(-TAG_BYTES));
    const opened = decipher.update(body.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  }

  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${this.header()}.`);
  }

  isUnderCurrentKey(sealed: string): boolean {
    return sealed.split(".")[1] === this.current.id;
  }

  mac(purpose: string, text: string): string {
    return fingerprint(this.current, purpose, text).toString("base64url");
  }

  verifyMac(purpose: string, text: string, candidate: string): boolean {
    const given = Buffer.from(candidate, "base64url");
    const matches = this.keys.map((key) => {
      const expected = fingerprint(key, purpose, text);
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
    return matches.includes(true) && given.toString("base64url") === candidate;
  }

  private header(): string {
    return `v2.${this.current.id}`;
  }
}

/** A header has a fixed length, so no header and owner can be mistaken for another pair. */
function boundTo(header: string, owner: string): Buffer {
  return Buffer.from(`${header}.${owner}`);
}

function derive(masterKey: string): Key {
  const use = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync("sha256", masterKey, "", `result-rest-gateway ${purpose}`, bytes));
  return {
    id: use("key id", 6).toString("base64url"),
    sealing: use("seal", 32),
    fingerprinting: use("mac", 32),
  };
}

function fingerprint(key: Key, purpose: string, text: string): Buffer {
  // One key per purpose instead of a joined text: no pair of (purpose, text) can be mistaken for
  // another.
  const keyOfPurpose = createHmac("sha256", key.fingerprinting).update(purpose).digest();
  return createHmac("sha256", keyOfPurpose).update(text).digest();
}
