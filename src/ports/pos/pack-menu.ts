import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

import { findMenuIssues } from "../../domain/catalogue/find-menu-issues";
import { type MenuIssue } from "../../domain/catalogue/menu-issue";
import { type PackedPosMenu, type PosMenu } from "../../domain/catalogue/pos-menu";
import { type SaleHours } from "../../domain/catalogue/sale-hours";
import { canonicalJson } from "./canonical-menu";

/** A menu in the one model, and what reading it hid. */
export interface MenuToPack extends PosMenu {
  /** The ids of products that the POS lists in more than one place. */
  readonly listedTwice: ReadonlySet<string>;
  /** What the menu says and the gateway does not act on. */
  readonly unapplied: readonly MenuIssue[];
  /** When it sells what. */
  readonly saleHours: SaleHours;
  /** The ids of products that are sold by weight. */
  readonly weighed: readonly string[];
}

/** Makes a menu ready for the way to the database. @param body the POS's answer as it came */
export function packMenu(menu: MenuToPack, body: Uint8Array): PackedPosMenu {
  const { source, revision, categories, listedTwice, unapplied, saleHours, weighed } = menu;
  const categoriesJson = inUtf8(canonicalJson(categories));
  const products = categories.flatMap((category) =>
    category.items.map(({ posProductId, article, name }) => ({ posProductId, article, name })),
  );
  return {
    source,
    revision,
    contentHash: hashOf(categoriesJson),
    products,
    issues: [...findMenuIssues(categories, listedTwice), ...unapplied],
    saleHours,
    weighed,
    categoriesJson,
    // A small buffer shares its memory with others, which could not change hands.
    rawBody: new Uint8Array(gzipSync(body)),
  };
}

/**
 * SHA-256 of the categories, hexadecimal. The order of fields does not count, the order of things
 * does. A POS's own revision is no substitute: one moved within three days over identical
 * content.
 */
export function menuContentHash(categories: PosMenu["categories"]): string {
  return hashOf(canonicalJson(categories));
}

/**
 * In memory of its own, which a thread can hand over. `TextEncoder.encode` takes about ten times as
 * long for a text with Cyrillic letters.
 */
function inUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.byteLength(text));
  new TextEncoder().encodeInto(text, bytes);
  return bytes;
}

function hashOf(canonical: string | Uint8Array): string {
  return createHash("sha256").update(canonical).digest("hex");
}
