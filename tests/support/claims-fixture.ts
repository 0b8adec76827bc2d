import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { ADMIN, GUEST, operatorOf } from "./branch-gateway";
import { OWNER, PHONE, QuoteFixture } from "./quote-fixture";

export const OTHER_PHONE = "+79990000008";
export const OTHER_GUEST: Viewer = { kind: "customer", phone: OTHER_PHONE, expiresAt: null };
const CALLERS = [
  "nobody",
  "another guest",
  "the guest",
  "a key of another branch",
  "a key of the branch",
  "an admin",
];
const SETTINGS: BranchSettingsChange = {
  paymentTypes: [
    { method: PaymentMethod.ONLINE, posPaymentTypeId: randomUUID(), processedExternally: true },
  ],
  delivery: { fee: 15_000 },
};
const GIVEN = {
  posProgramId: randomUUID(),
  name: "Гостям",
  lines: [{ position: 0, amount: 3_900 }],
};

/** The outcome of a claim for each of the callers, in their order. */
export type Outcomes = readonly string[];
/** What is claimed, after creating everything that it requires. */
export type Claim<Order> = () => Partial<Order> | Promise<Partial<Order>>;

export const all = (outcome: string): Outcomes => CALLERS.map(() => outcome);
export const keysOnly = (refused: string, taken: string): Outcomes => [
  ...Array<string>(4).fill(refused),
  taken,
  taken,
];
export const guestAndKeys = (refused: string, taken: string): Outcomes =>
  [refused, refused, taken, refused, taken, taken]; // prettier-ignore

export function byCaller(outcomes: Outcomes): Record<string, string> {
  return Object.fromEntries(outcomes.map((outcome, index) => [CALLERS[index]!, outcome]));
}

export function customerOf(phone: string) {
  return { name: "Тест", phone, joinsLoyalty: false };
}

/**
 * A branch whose soups cost 390.00 and whose delivery costs 150.00, and all callers who may claim
 * something of an order there.
 */
export class ClaimsFixture {
  private constructor(readonly quotes: QuoteFixture) {}

  static async start(): Promise<ClaimsFixture> {
    return new ClaimsFixture(await QuoteFixture.start());
  }

  stop(): Promise<void> {
    return this.quotes.stop();
  }

  async open(changes: BranchSettingsChange = {}): Promise<void> {
    await this.quotes.open({ ...SETTINGS, ...changes });
    this.quotes.orders.pos.loyalty.has(OTHER_PHONE, 50_000);
    // A branch's key can see the points only of guests who have ordered there.
    for (const phone of [PHONE, OTHER_PHONE])
      await this.quotes.take({ customer: customerOf(phone) }, ADMIN);
  }

  /** Opens a branch whose loyalty programme takes 39.00 off for every guest it hears of. */
  async openWithProgramme(): Promise<void> {
    await this.open({ quotesByPosLoyalty: true });
    this.quotes.orders.pos.loyalty.gives = { promotions: [GIVEN], bonusLimits: new Map() };
  }

  /** Runs one caller after another. */
  async outcomesOf<Order>(
    claim: Claim<Order>,
    ask: (order: Partial<Order>, viewer: Viewer) => Promise<string>,
  ): Promise<Record<string, string>> {
    const order = await claim();
    const outcomes: string[] = [];
    for (const viewer of this.viewers()) outcomes.push(await ask(order, viewer));
    return byCaller(outcomes);
  }

  private viewers(): readonly Viewer[] {
    return [
      GUEST,
      OTHER_GUEST,
      OWNER,
      operatorOf(randomUUID()),
      operatorOf(this.quotes.branchId),
      ADMIN,
    ];
  }
}
