import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";

/** A text sealed as in releases before version 2 of the format: bound to its key alone. */
export function sealedByVersion1(masterKey: string, text: string): string {
  const derived = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", masterKey, "", `result-rest-gateway ${purpose}`, bytes));
  const header = `v1.${derived("key id", 6).toString("base64url")}`;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derived("seal", 32), iv).setAAD(Buffer.from(header));
  const body = Buffer.concat([
    iv,
    cipher.update(text, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return `${header}.${body.toString("base64url")}`;
}
