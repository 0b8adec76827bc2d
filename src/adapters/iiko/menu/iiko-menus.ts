import { type PosCredential } from "../../../ports/pos/pos-branch";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import { stopListsSchema } from "./stop-list-schemas";

const MENU = { timeoutSeconds: 90, maxBytes: 64 * 2 ** 20 };

interface MenuRequest {
  readonly externalMenuId: string;
  readonly organizationId: string;
  /** null is only allowed where the key takes its prices from the menu itself. */
  readonly priceCategoryId: string | null;
}

/**
 * The endpoints for menus and stop lists, one method each, in iiko's terms. Menus are returned
 * unparsed, because their formats differ and they are big.
 */
export class IikoMenus extends IikoEndpoints {
  /** The shape of the answer depends on `version`. */
  async externalMenuById(
    credential: PosCredential,
    {
      externalMenuId,
      organizationId,
      priceCategoryId,
      version,
    }: MenuRequest & { readonly version: 2 | 3 | 4 },
  ): Promise<Buffer> {
    const prices = priceCategoryId === null ? {} : { priceCategoryId };
    const body = { externalMenuId, organizationIds: [organizationId], version, ...prices };
    return this.menu(credential, "/api/2/menu/by_id", body);
  }

  /** The newest format; it has no versions and takes a single organization. */
  async standaloneMenuById(
    credential: PosCredential,
    { externalMenuId, organizationId, priceCategoryId }: MenuRequest,
  ): Promise<Buffer> {
    const prices = priceCategoryId === null ? {} : { priceCategoryId };
    return this.menu(credential, "/api/menu/v3/by_id", {
      externalMenuId,
      organizationId,
      ...prices,
    });
  }

  async nomenclature(credential: PosCredential, organizationId: string): Promise<Buffer> {
    return this.menu(credential, "/api/1/nomenclature", { organizationId });
  }

  /**
   * With `returnSize` off, the answer names no sizes. Without `terminalGroupsIds` (iiko's
   * spelling), it covers all groups.
   */
  async stopLists(credential: PosCredential, organizationIds: readonly string[]) {
    const body = { organizationIds, returnSize: true };
    return this.read(credential, "/api/1/stop_lists", body, stopListsSchema);
  }

  private async menu(credential: PosCredential, path: string, body: object): Promise<Buffer> {
    return this.transport.download(credential, { path, body, ...MENU });
  }
}
