import { createHash } from "node:crypto";
import { type PosMenuCategory } from "../../../domain/catalogue/pos-menu";
import { isFields } from "./reading/menu-reading";

/**
 * SHA-256 of the categories, hexadecimal. The order of fields does not count, the order of things
 * does. iiko's revision is no substitute: it moved within three days over identical content.
 */
export function menuContentHash(categories: readonly PosMenuCategory[]): string {
  return createHash("sha256").update(JSON.stringify(categories, sortFields)).digest("hex");
}

function sortFields(_key: string, value: unknown): unknown {
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
