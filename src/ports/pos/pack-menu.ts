import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

import { findMenuIssues } from "../../domain/catalogue/find-menu-issues";
import { type MenuIssue } from "../../domain/catalogue/menu-issue";
import { type PackedPosMenu, type PosMenu } from "../../domain/catalogue/pos-menu";
import { type SaleHours } from "../../domain/catalogue/sale-hours";
import { canonicalJson } from "./canonical-menu";

/** A menu in the common model, and what the conversion hides. */
export interface MenuToPack extends PosMenu {
  /** Ids of products that the POS lists in more than one place. */
  readonly listedTwice: ReadonlySet<string>;
  /** What the menu states but the gateway does not act on. */
  readonly unapplied: readonly MenuIssue[];
  /** When it sells what. */
  readonly saleHours: SaleHours;
  /** Ids of products that are sold by weight. */
  readonly weighed: readonly string[];
}

/** Prepares a menu for transfer to the database. @param body the POS's raw answer */
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
    // A small buffer shares its memory with others, so it could not be transferred.
    rawBody: new Uint8Array(gzipSync(body)),
  };
}

/**
 * SHA-256 of the categories, in hexadecimal. The order of fields does not matter, the order of
 * things does. A POS's own revision is no substitute: one changed within three days although the
 * content was identical.
 */
export function menuContentHash(categories: PosMenu["categories"]): string {
  return hashOf(canonicalJson(categories));
}

/**
 * In separate memory that a thread can transfer. `TextEncoder.encode` takes about ten times as long
 * for a text with Cyrillic letters.
 */
function inUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.byteLength(text));
  new TextEncoder().encodeInto(text, bytes);
  return bytes;
}

function hashOf(canonical: string | Uint8Array): string {
  return createHash("sha256").update(canonical).digest("hex");
}
