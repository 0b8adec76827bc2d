import { type PosMenu, PosMenuSource } from "../../domain/pos-menu";
import { PosContractBroken, PosRejected, PosUnavailable, RefusalKind } from "../../errors";
import { type PosBranch, type PosCredential } from "../../ports/pos";
import { detectMenuFormat, normaliseMenu } from "./menu-detect";

interface MenuRequest {
  readonly externalMenuId: string;
  readonly organizationId: string;
  readonly priceCategoryId: string | null;
}

/** The endpoints a menu can come from; each gives the parsed body as it is. */
export interface MenuClient {
  externalMenuById(credential: PosCredential, request: MenuRequest & { readonly version: 2 | 3 | 4 }): Promise<unknown>;
  standaloneMenuById(credential: PosCredential, request: MenuRequest): Promise<unknown>;
  nomenclature(credential: PosCredential, organizationId: string): Promise<unknown>;
}

type Attempt = (client: MenuClient, branch: PosBranch, request: MenuRequest) => Promise<PosMenu>;

/** `/api/2/menu/by_id` answered 500 on two unrelated accounts in autumn 2026 while the standalone menu worked. */
const EXTERNAL_ATTEMPTS: readonly Attempt[] = [
  async (client, { credential }, request) =>
    normaliseMenu(
      await client.standaloneMenuById(credential, request),
      request.organizationId,
      PosMenuSource.MENU_V3_STANDALONE,
    ),
  externalMenu(4, PosMenuSource.EXTERNAL_MENU_V4),
  externalMenu(3, PosMenuSource.EXTERNAL_MENU_V3),
  externalMenu(2, PosMenuSource.EXTERNAL_MENU_V2),
];

const EXTERNAL_SOURCES: ReadonlySet<PosMenuSource | undefined> = new Set([
  PosMenuSource.EXTERNAL_MENU_V2,
  PosMenuSource.EXTERNAL_MENU_V3,
  PosMenuSource.EXTERNAL_MENU_V4,
]);

/**
 * Reads the branch's menu from the first format that gives one: the external menu in its four formats, or the
 * nomenclature where no external menu is set. One is never a substitute for the other: their ids and articles differ.
 *
 * @throws {PosUnavailable | PosRejected | PosContractBroken} the first error, when no format gives a menu
 * @throws {PosRejected} at once when the key or licence needs a person
 * @throws {PosRateLimited} at once: the other formats draw on the same allowance
 */
export async function readMenu(client: MenuClient, branch: PosBranch): Promise<PosMenu> {
  const { credential, organizationId, externalMenuId, priceCategoryId } = branch;
  if (externalMenuId === null) {
    const menu = normaliseMenu(
      await client.nomenclature(credential, organizationId),
      organizationId,
      PosMenuSource.NOMENCLATURE,
    );
    if (menu.categories.length > 0) return menu;
    throw new PosContractBroken(`iiko's nomenclature of organization ${organizationId} has nothing on the menu`);
  }

  let firstError: Error | undefined;
  for (const attempt of EXTERNAL_ATTEMPTS) {
    try {
      const menu = await attempt(client, branch, { externalMenuId, organizationId, priceCategoryId });
      if (menu.categories.length > 0) return menu;
    } catch (error) {
      if (!mayAnotherFormatHelp(error)) throw error;
      firstError ??= error;
    }
  }
  throw firstError ?? new PosContractBroken(`iiko's external menu ${externalMenuId} is empty in every format`);
}

function externalMenu(version: 2 | 3 | 4, requested: PosMenuSource): Attempt {
  return async (client, { credential }, request) => {
    const body = await client.externalMenuById(credential, { ...request, version });
    // Some servers answer in an older format than the one asked for.
    const detected = detectMenuFormat(body);
    return normaliseMenu(body, request.organizationId, EXTERNAL_SOURCES.has(detected) ? detected : requested);
  };
}

function mayAnotherFormatHelp(error: unknown): error is Error {
  if (error instanceof PosRejected) return error.kind !== RefusalKind.OPERATOR;
  return error instanceof PosUnavailable || error instanceof PosContractBroken;
}
