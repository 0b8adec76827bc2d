import { type PackedPosMenu, PosMenuSource } from "../../../domain/catalogue/pos-menu";
import {
  PosContractBroken,
  PosRejected,
  PosSilent,
  PosUnavailable,
  RefusalKind,
} from "../../../errors";
import { type PosBranch, type PosCredential } from "../../../ports/pos/pos-branch";
import { type MenuReader } from "./menu-reader";
import { type IikoMenuFormat } from "./reading/menu-draft";

interface MenuRequest {
  readonly externalMenuId: string;
  readonly organizationId: string;
  readonly priceCategoryId: string | null;
}

/** The endpoints a menu can come from; each returns the raw body. */
export interface MenuClient {
  externalMenuById(
    credential: PosCredential,
    request: MenuRequest & { readonly version: 2 | 3 | 4 },
  ): Promise<Uint8Array>;
  standaloneMenuById(credential: PosCredential, request: MenuRequest): Promise<Uint8Array>;
  nomenclature(credential: PosCredential, organizationId: string): Promise<Uint8Array>;
}

interface Attempt {
  readonly source: IikoMenuFormat;
  readonly ask: (
    client: MenuClient,
    credential: PosCredential,
    request: MenuRequest,
  ) => Promise<Uint8Array>;
}

/**
 * `/api/2/menu/by_id` answered 500 on two unrelated accounts in autumn 2026, while the standalone
 * menu worked.
 */
const EXTERNAL_ATTEMPTS: readonly Attempt[] = [
  {
    source: PosMenuSource.MENU_V3_STANDALONE,
    ask: (client, credential, request) => client.standaloneMenuById(credential, request),
  },
  externalMenu(4, PosMenuSource.EXTERNAL_MENU_V4),
  externalMenu(3, PosMenuSource.EXTERNAL_MENU_V3),
  externalMenu(2, PosMenuSource.EXTERNAL_MENU_V2),
];

/**
 * Reads the branch's menu from the first format that provides one: the external menu in its four
 * formats, or the nomenclature where no external menu is set. One never substitutes for the other,
 * because their ids and articles differ. Where another organization is named for the menu, both
 * come from that one.
 *
 * @throws {PosUnavailable | PosRejected | PosContractBroken} the first error, when no format
 *   provides a menu
 * @throws {PosRejected} immediately, when a person has to fix the key or licence
 * @throws {PosRateLimited} immediately: the other formats use the same allowance
 * @throws {PosSilent} immediately: otherwise it would happen four times
 */
export async function readMenu(
  client: MenuClient,
  reader: MenuReader,
  branch: PosBranch,
): Promise<PackedPosMenu> {
  const { credential, externalMenuId, priceCategoryId } = branch;
  const organizationId = branch.menuOrganizationId ?? branch.organizationId;
  if (externalMenuId === null) {
    const body = await client.nomenclature(credential, organizationId);
    const menu = await reader.read({ body, organizationId, source: PosMenuSource.NOMENCLATURE });
    if (menu.products.length > 0) return menu;
    throw new PosContractBroken(
      `iiko's nomenclature of organization ${organizationId} has nothing on the menu`,
    );
  }

  let firstError: Error | undefined;
  for (const { source, ask } of EXTERNAL_ATTEMPTS) {
    try {
      const body = await ask(client, credential, {
        externalMenuId,
        organizationId,
        priceCategoryId,
      });
      const menu = await reader.read({ body, organizationId, source });
      if (menu.products.length > 0) return menu;
    } catch (error) {
      if (!mayAnotherFormatHelp(error)) throw error;
      firstError ??= error;
    }
  }
  throw (
    firstError ??
    new PosContractBroken(`iiko's external menu ${externalMenuId} is empty in every format`)
  );
}

function externalMenu(version: 2 | 3 | 4, source: IikoMenuFormat): Attempt {
  return {
    source,
    ask: (client, credential, request) =>
      client.externalMenuById(credential, { ...request, version }),
  };
}

function mayAnotherFormatHelp(error: unknown): error is Error {
  if (error instanceof PosRejected) return error.kind !== RefusalKind.OPERATOR;
  // Each format gets 95 seconds: four of them would hold up the branch for minutes.
  if (error instanceof PosSilent) return false;
  return error instanceof PosContractBroken || error instanceof PosUnavailable;
}
