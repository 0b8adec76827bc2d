import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Viewer } from "../../src/domain/access/viewer";
import { Branch } from "../../src/entities/branches/branch";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { ADMIN } from "./branch-gateway";
import { DemoGateway } from "./demo-gateway";

export const [anna, boris] = demoRestaurant.guests;
export const ANNA: Viewer = { kind: "customer", phone: anna!.phone, expiresAt: null };

const BALANCE = `query ($id: ID!, $phone: String) {
  loyaltyBalance(branchId: $id, phone: $phone) {
    balance { amount currencyCode } held { amount } available { amount } writeOffLimitPercent source tier { name }
    wallets { name kind balance { amount } isPointsWallet } expiring { expiresAt }
  }
}`;

interface Account {
  readonly balance: { readonly amount: string };
  readonly wallets: readonly { readonly name: string; readonly isPointsWallet: boolean }[];
}

/** Queries the demo restaurant's gateway for its guests' points. */
export class GuestAccount {
  private constructor(readonly gateway: DemoGateway) {}

  static async start(): Promise<GuestAccount> {
    return new GuestAccount(await DemoGateway.start());
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }

  get branchId(): string {
    return this.gateway.demoBranchId;
  }

  /** Restores the restaurant as it was before the tests, and the branch's usual points. */
  async reset(): Promise<void> {
    await this.gateway.control("POST", "reset");
    await this.save({ doNotUseBonuses: false, bonusWalletId: null });
  }

  async save(change: BranchSettingsChange): Promise<void> {
    const { branchId, gateway } = this;
    const { version } = await gateway.db.manager.findOneByOrFail(Branch, { id: branchId });
    await gateway.app.saveBranchSettings.execute(ADMIN, branchId, version, change);
  }

  async balanceOf(viewer: Viewer, phone: string | null = null): Promise<Account> {
    const variables = { id: this.branchId, phone };
    return (await this.gateway.ask<{ loyaltyBalance: Account }>(BALANCE, variables, viewer))
      .loyaltyBalance;
  }

  async errorOf(viewer: Viewer, phone: string | null = null): Promise<unknown> {
    const variables = { id: this.branchId, phone };
    const { data, errors } = await this.gateway.answer(BALANCE, variables, viewer);
    expect(data).toEqual({ loyaltyBalance: null });
    return errors?.[0]?.originalError;
  }

  async callsOf(path: string): Promise<number> {
    const { counts } = (await this.gateway.control("GET", "calls")) as {
      counts: Record<string, number>;
    };
    return counts[`/api/1/loyalty/iiko/${path}`] ?? 0;
  }
}
