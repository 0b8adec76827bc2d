import { PosRejected, RefusalKind } from "../../src/errors";
import { type Pos } from "../../src/ports/pos/pos";
import { type PosCredential } from "../../src/ports/pos/pos-branch";
import {
  type PosOrganization,
  type PosPaymentType,
  type PosTerminalGroup,
} from "../../src/ports/pos/pos-directory";

export interface FakeChain {
  readonly organizations: readonly PosOrganization[];
  readonly terminalGroups: readonly PosTerminalGroup[];
  readonly alive: readonly string[];
  readonly paymentTypes: readonly PosPaymentType[];
}

/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous, a fake has nothing to wait for */

/** A POS that knows restaurants, one chain per v1 key, and takes no orders. */
export class FakePosDirectory implements Pos {
  /** Each call as "operation key". */
  readonly calls: string[] = [];
  readonly webhooks = new Map<string, { url: string; token: string }>();
  /** Thrown by the next calls, one entry each. */
  readonly failures: Error[] = [];
  /** Thrown by its loyalty programme until it is removed. */
  loyaltyFailure: Error | undefined;

  constructor(private readonly chains: Record<string, FakeChain>) {}

  async organizations(credential: PosCredential): Promise<PosOrganization[]> {
    return [...this.chain("organizations", credential).organizations];
  }

  async terminalGroups(
    credential: PosCredential,
    ids: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    const { terminalGroups } = this.chain("terminalGroups", credential);
    return terminalGroups.filter((group) => ids.includes(group.organizationId));
  }

  async visibleTerminalGroups(
    credential: PosCredential,
    ids: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    return (await this.terminalGroups(credential, ids)).filter((group) => group.visible);
  }

  async liveTerminalGroups(
    credential: PosCredential,
    _: readonly string[],
    ids: readonly string[],
  ) {
    const { alive } = this.chain("liveTerminalGroups", credential);
    return new Set(alive.filter((id) => ids.includes(id)));
  }

  async externalMenus(credential: PosCredential) {
    this.chain("externalMenus", credential);
    return [{ posId: "47", name: "Delivery", priceCategories: [] }];
  }

  async paymentTypes(credential: PosCredential): Promise<PosPaymentType[]> {
    return [...this.chain("paymentTypes", credential).paymentTypes];
  }

  async discounts(credential: PosCredential, ids: readonly string[]) {
    this.chain("discounts", credential);
    return new Map(
      ids.map((id) => [id, [{ posId: id, name: "Any sum", kind: "FlexibleSum", takesSum: true }]]),
    );
  }

  async orderTypes(credential: PosCredential, ids: readonly string[]) {
    this.chain("orderTypes", credential);
    return new Map(
      ids.map((id) => [
        id,
        [{ posId: id, name: "Courier", kind: "DeliveryByCourier", way: "COURIER" as const }],
      ]),
    );
  }

  clockAheadMs(): number | null {
    return null;
  }

  async webhookRegistration(credential: PosCredential, organizationId: string) {
    this.chain("webhookRegistration", credential);
    return { url: this.webhooks.get(organizationId)?.url ?? null };
  }

  async registerWebhook(
    credential: PosCredential,
    organizationId: string,
    url: string,
    token: string,
  ): Promise<void> {
    this.chain("registerWebhook", credential);
    this.webhooks.set(organizationId, { url, token });
  }

  async loyaltyWallets(credential: PosCredential) {
    this.chain("loyaltyWallets", credential);
    if (this.loyaltyFailure) throw this.loyaltyFailure;
    return [{ posId: "57", name: "Points", kind: "BONUS" }];
  }

  async loyaltyAccount(credential: PosCredential) {
    this.chain("loyaltyAccount", credential);
    return { customerId: null, wallets: [] };
  }

  coupon = notHere;
  loyaltyQuote = notHere;
  loyaltyTransactions = notHere;
  holdPoints = notHere;
  cancelHold = notHere;
  menu = notHere;
  submitOrder = notHere;
  findOrders = notHere;
  orderChanges = notHere;
  ordersDue = notHere;
  stopLists = notHere;
  tellsOfStopList = () => false;
  cancelOrder = notHere;
  cancellationRefusal = notHere;
  parseWebhook = () => [];

  private chain(operation: string, credential: PosCredential): FakeChain {
    const key = credential["apiLogin"] ?? credential["apiKey"] ?? "";
    this.calls.push(`${operation} ${key}`);
    const failure = this.failures.shift();
    if (failure) throw failure;
    const chain = this.chains[key];
    if (!chain)
      throw new PosRejected("Login is not authorized", {
        posCode: "UNAUTHORIZED",
        kind: RefusalKind.OPERATOR,
      });
    return chain;
  }
}

function notHere(): Promise<never> {
  return Promise.reject(new Error("This POS takes no orders"));
}
