import { type PosCredential } from "../../../ports/pos/pos-branch";
import {
  type PosDirectory,
  type PosDiscount,
  type PosExternalMenu,
  type PosOrderType,
  type PosOrganization,
  type PosPaymentType,
  type PosTerminalGroup,
} from "../../../ports/pos/pos-directory";
import { readUtcOffset } from "../values/terminal-time";
import { type IikoDirectory } from "./iiko-directory";

/** One kind has two names: lists say IikoCard; orders say LoyaltyCard since contract 7.1.5. */
const MEANS: Readonly<Record<string, PosPaymentType["means"]>> = {
  Cash: "CASH",
  Card: "CARD",
  IikoCard: "POINTS",
  LoyaltyCard: "POINTS",
};

const WAYS: Readonly<Record<string, PosOrderType["way"]>> = {
  DeliveryByCourier: "COURIER",
  DeliveryPickUp: "PICKUP",
};

/** What a restaurant has set up in iiko, in the form the port asks for. */
export class DirectoryReader implements Omit<PosDirectory, "clockAheadMs"> {
  constructor(private readonly client: IikoDirectory) {}

  async organizations(credential: PosCredential): Promise<PosOrganization[]> {
    const { organizations } = await this.client.organizations(credential);
    return organizations.map(({ id, name }) => ({ posId: id, name }));
  }

  async terminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    if (organizationIds.length === 0) return [];
    const [all, granted] = await Promise.all([
      this.client.terminalGroups(credential, organizationIds, true),
      this.client.terminalGroups(credential, organizationIds, false),
    ]);
    const visible = new Set(toPosTerminalGroups(granted).map(({ posId }) => posId));
    return toPosTerminalGroups(all).map((group) => ({
      ...group,
      visible: visible.has(group.posId),
    }));
  }

  async visibleTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    if (organizationIds.length === 0) return [];
    return toPosTerminalGroups(
      await this.client.terminalGroups(credential, organizationIds, false),
    );
  }

  async liveTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
    terminalGroupIds: readonly string[],
  ): Promise<Set<string>> {
    if (terminalGroupIds.length === 0) return new Set();
    // A group unknown to iiko is missing from the answer and counts as not alive.
    const { isAliveStatus } = await this.client.isAlive(
      credential,
      organizationIds,
      terminalGroupIds,
    );
    return new Set(
      isAliveStatus.filter(({ isAlive }) => isAlive).map(({ terminalGroupId }) => terminalGroupId),
    );
  }

  async externalMenus(credential: PosCredential): Promise<PosExternalMenu[]> {
    const { externalMenus, priceCategories } = await this.client.externalMenus(credential);
    const categories = priceCategories.map(({ id, name }) => ({ posId: id, name, kind: null }));
    return externalMenus.map(({ id, name }) => ({ posId: id, name, priceCategories: categories }));
  }

  async paymentTypes(credential: PosCredential, organizationId: string): Promise<PosPaymentType[]> {
    const { paymentTypes } = await this.client.paymentTypes(credential, organizationId);
    return paymentTypes
      .filter(({ isDeleted }) => !isDeleted)
      .map(({ id, name, paymentTypeKind, paymentProcessingType }) => ({
        posId: id,
        name,
        kind: paymentTypeKind,
        means: MEANS[paymentTypeKind ?? ""] ?? null,
        mayBeExternal: paymentProcessingType === null ? null : paymentProcessingType !== "Internal",
      }));
  }

  async discounts(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDiscount[]>> {
    if (organizationIds.length === 0) return new Map();
    const { discounts } = await this.client.discounts(credential, organizationIds);
    return new Map(
      discounts.map(({ organizationId, items }) => [
        organizationId,
        items
          .filter(({ isDeleted }) => !isDeleted)
          .map(({ id, name, mode }) => ({
            posId: id,
            name,
            kind: mode,
            takesSum: mode === "FlexibleSum",
          })),
      ]),
    );
  }

  async orderTypes(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosOrderType[]>> {
    if (organizationIds.length === 0) return new Map();
    const { orderTypes } = await this.client.orderTypes(credential, organizationIds);
    return new Map(
      orderTypes.map(({ organizationId, items }) => [
        organizationId,
        items
          .filter(({ isDeleted }) => !isDeleted)
          .map(({ id, name, orderServiceType: kind }) => ({
            posId: id,
            name,
            kind,
            way: WAYS[kind ?? ""] ?? null,
          })),
      ]),
    );
  }
}

type TerminalGroups = Awaited<ReturnType<IikoDirectory["terminalGroups"]>>;

/**
 * Sleeping groups are treated like any others. All count as visible: the caller knows which are
 * not.
 */
function toPosTerminalGroups({
  terminalGroups,
  terminalGroupsInSleep,
}: TerminalGroups): PosTerminalGroup[] {
  return [...terminalGroups, ...terminalGroupsInSleep].flatMap(({ organizationId, items }) =>
    items.map(({ id, name, timeZone }) => ({
      posId: id,
      organizationId,
      name,
      visible: true,
      utcOffsetMinutes: readUtcOffset(timeZone),
    })),
  );
}
