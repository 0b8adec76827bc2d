import { createHash } from "node:crypto";

/**
 * Derives a UUID from a name. It is the same in every run and every release, so that a demo's
 * settings and tests can refer to it. It looks like a version 4 UUID, as iiko's ids do.
 */
export function stableId(...name: string[]): string {
  const hash = createHash("sha1").update(name.join("/")).digest("hex");
  const variant = "89ab".charAt(parseInt(hash.charAt(16), 16) % 4);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
