import { gzipSync } from "node:zlib";
import { findMenuIssues } from "../../../domain/catalogue/find-menu-issues";
import { type PackedPosMenu, PosMenuSource } from "../../../domain/catalogue/pos-menu";
import { AppError, PosContractBroken, PosUnavailable } from "../../../errors";
import { decodeJson } from "../values/iiko-text";
import { detectMenuFormat, type NormalisedMenu, normaliseMenu } from "./menu-detect";

const EXTERNAL_SOURCES: ReadonlySet<PosMenuSource | undefined> = new Set([
  PosMenuSource.EXTERNAL_MENU_V2,
  PosMenuSource.EXTERNAL_MENU_V3,
  PosMenuSource.EXTERNAL_MENU_V4,
]);

/** The answer to a question for a menu. */
export interface MenuAnswer {
  /** As it came. */
  readonly body: Uint8Array;
  /** Whose prices count. */
  readonly organizationId: string;
  /** What was asked for. */
  readonly source: PosMenuSource;
}

/**
 * Reads an answer from the first byte to the hash. For a menu of ten thousand products that takes
 * seconds.
 *
 * @throws {PosUnavailable} it is cut off, or no JSON
 * @throws {PosContractBroken} it is no menu
 */
export function readMenuAnswer(answer: MenuAnswer): PackedPosMenu {
  try {
    return readMenu(answer);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new PosContractBroken("iiko's menu cannot be read", { cause });
  }
}

function readMenu({ body, organizationId, source }: MenuAnswer): PackedPosMenu {
  const parsed = parse(body);
  // Some servers answer in an older format than the one asked for.
  const detected = EXTERNAL_SOURCES.has(source) ? detectMenuFormat(parsed) : source;
  return packMenu(
    normaliseMenu(parsed, organizationId, EXTERNAL_SOURCES.has(detected) ? detected : source),
    body,
  );
}

export function packMenu(menu: NormalisedMenu, body: Uint8Array): PackedPosMenu {
  const { source, revision, contentHash, categories, listedTwice, unapplied } = menu;
  const products = categories.flatMap((category) =>
    category.items.map(({ posProductId, article, name }) => ({ posProductId, article, name })),
  );
  return {
    source,
    revision,
    contentHash,
    products,
    issues: [...findMenuIssues(categories, listedTwice), ...unapplied],
    categoriesJson: new TextEncoder().encode(JSON.stringify(categories)),
    // A small buffer shares its memory with others, which could not change hands.
    rawBody: new Uint8Array(gzipSync(body)),
  };
}

function parse(body: Uint8Array): unknown {
  try {
    return decodeJson(body);
  } catch (cause) {
    throw new PosUnavailable("iiko's menu is cut off, or no JSON", { cause });
  }
}
