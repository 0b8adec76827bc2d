import { type DataSource, type EntityManager } from "typeorm";

import { BranchSettings, PosKind } from "../../../entities/branches/branch-settings";
import { FormerConnection } from "../../../entities/branches/former-connection";
import { type Order } from "../../../entities/orders/order";
import { PosOrder } from "../../../entities/orders/pos-order";
import { PosRejected, RefusalKind } from "../../../errors";
import { notConnected, type PosAccess, type PosConnections } from "../../pos/pos-connections";
import { isPosError } from "../../pos/pos-user-error";

/** Where an order was sent, and the key that gives access to it. */
export interface SentTo extends Pick<PosAccess, "pos" | "vendor" | "credential"> {
  readonly organizationId: string;
}

export interface SentPlace {
  readonly organizationId: string | null;
  readonly keyId: string | null;
}

/** Returns where a branch's orders are sent now; null if it is not connected. */
export function placeNow(connections: PosConnections, settings: BranchSettings): SentPlace | null {
  if (settings.pos === PosKind.NONE || settings.organizationId === null) return null;
  try {
    return { organizationId: settings.organizationId, keyId: connections.access(settings).id };
  } catch (error) {
    if (isPosError(error)) return null;
    throw error;
  }
}

/**
 * Asks a POS about orders in the place where they were sent, with the key they were sent with,
 * whatever their branches' settings say now.
 */
export class SentOrders {
  constructor(
    private readonly db: DataSource,
    private readonly connections: PosConnections,
  ) {}

  /**
   * If the POS no longer accepts the key, the branch's current key is used instead, provided that
   * it gives access to the same organization.
   *
   * @throws {PosRejected} MAPPING, code BRANCH_NOT_CONNECTED; OPERATOR, code CREDENTIAL_UNREADABLE
   */
  async ask<T>(
    { branchId, posOrderId }: Pick<Order, "branchId" | "posOrderId">,
    question: (there: SentTo) => Promise<T>,
  ): Promise<T> {
    return this.askAt(
      branchId,
      await this.db.manager.findOneBy(PosOrder, { posOrderId }),
      question,
    );
  }

  /** The same for every place where the order was sent, under any id. */
  async askAll<T>(
    { id, branchId }: Pick<Order, "id" | "branchId">,
    question: (there: SentTo) => Promise<T>,
  ): Promise<T[]> {
    const sent = await this.db.manager.findBy(PosOrder, { orderId: id });
    const places = new Map(sent.map((each) => [`${each.organizationId} ${each.keyId}`, each]));
    const answers: T[] = [];
    for (const place of places.values()) answers.push(await this.askAt(branchId, place, question));
    return answers;
  }

  private async askAt<T>(
    branchId: string,
    place: SentPlace | null,
    question: (there: SentTo) => Promise<T>,
  ): Promise<T> {
    const [first, second] = await this.ways(branchId, place);
    try {
      return await question(first);
    } catch (error) {
      const keyIsRefused = error instanceof PosRejected && error.kind === RefusalKind.OPERATOR;
      if (!second || !keyIsRefused) throw error;
      return question(second);
    }
  }

  private async ways(branchId: string, place: SentPlace | null): Promise<[SentTo, SentTo?]> {
    const { manager } = this.db;
    const settings = await manager.findOneByOrFail(BranchSettings, { branchId });
    const organizationId = place?.organizationId ?? settings.organizationId;
    if (organizationId === null) throw notConnected();
    const keyId = place?.keyId ?? null;
    const former = keyId !== null && (await this.formerKey(manager, settings, keyId));
    if (!former) return [{ ...this.connections.access(settings), organizationId }];
    const own = { ...this.connections.access(former), organizationId };
    if (organizationId !== settings.organizationId || placeNow(this.connections, settings) === null)
      return [own];
    return [own, { ...this.connections.access(settings), organizationId }];
  }

  /** null if it is the branch's current key, or was not kept. */
  private async formerKey(
    manager: EntityManager,
    settings: BranchSettings,
    keyId: string,
  ): Promise<FormerConnection | null> {
    if (placeNow(this.connections, settings)?.keyId === keyId) return null;
    return manager.findOneBy(FormerConnection, { branchId: settings.branchId, keyId });
  }
}
