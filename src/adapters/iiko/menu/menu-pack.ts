import { type PackedPosMenu, PosMenuSource } from "../../../domain/catalogue/pos-menu";
import { AppError, PosContractBroken, PosUnavailable } from "../../../errors";
import { packMenu } from "../../../ports/pos/pack-menu";
import { decodeJson } from "../values/iiko-text";
import { detectMenuFormat, normaliseMenu } from "./menu-detect";
import { type IikoMenuFormat } from "./reading/menu-draft";

const EXTERNAL_SOURCES: ReadonlySet<IikoMenuFormat | undefined> = new Set([
  PosMenuSource.EXTERNAL_MENU_V2,
  PosMenuSource.EXTERNAL_MENU_V3,
  PosMenuSource.EXTERNAL_MENU_V4,
]);

/** The answer to a menu request. */
export interface MenuAnswer {
  /** As received. */
  readonly body: Uint8Array;
  /** Organization whose prices count. */
  readonly organizationId: string;
  /** Format that was requested. */
  readonly source: IikoMenuFormat;
}

/**
 * Reads an answer, from its first byte to the hash. For a menu with ten thousand products this
 * takes seconds.
 *
 * @throws {PosUnavailable} the answer is truncated, or is not JSON
 * @throws {PosContractBroken} the answer is not a menu
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
  // Some servers answer in an older format than the one requested.
  const detected = EXTERNAL_SOURCES.has(source) ? detectMenuFormat(parsed) : source;
  return packMenu(
    normaliseMenu(parsed, organizationId, EXTERNAL_SOURCES.has(detected) ? detected : source),
    body,
  );
}

function parse(body: Uint8Array): unknown {
  try {
    return decodeJson(body);
  } catch (cause) {
    throw new PosUnavailable("iiko's menu is cut off, or no JSON", { cause });
  }
}
