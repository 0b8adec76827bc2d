import { DEMO_KEY } from "../../sandbox/credentials";
import { type Fault } from "../../sandbox/faults/fault";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { IikoPos } from "../../src/adapters/iiko/iiko-pos";
import { type OrderTicket, type TicketLine } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type PosBranch, type PosCredential } from "../../src/ports/pos/pos-branch";
import { type LoyaltyUnderTest } from "../contract/pos-loyalty-contract";
import { anOrderTicket, aTicketLine } from "./an-order-ticket";
import { eventually } from "./eventually";
import { inMemorySharing } from "./in-memory-sharing";
import {
  deadGroup,
  organization,
  paymentType,
  plainProduct,
  terminalGroup,
} from "./sandbox-session";

/** Has one wallet of points among others. */
const GUEST_PHONE = demoRestaurant.guests[0]!.phone;

/** The programme takes something off every dish. */
const REGULAR_PHONE = demoRestaurant.guests.find(
  ({ discountPercent }) => discountPercent > 0,
)!.phone;

export const CREATE = "/api/1/deliveries/create";

export const credential: PosCredential = { kind: "API_LOGIN_V1", apiLogin: DEMO_KEY };
export const branch: PosBranch = {
  credential,
  organizationId: organization.id,
  terminalGroupId: terminalGroup.id,
  externalMenuId: "21437",
  priceCategoryId: null,
  timeZone: "Europe/Moscow",
};

/** An order of these lines, paid online. */
export function aTicketOf(
  lines: readonly TicketLine[],
  overrides: Partial<OrderTicket> = {},
): OrderTicket {
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  const payment = {
    method: PaymentMethod.ONLINE,
    posPaymentTypeId: paymentType("SITE"),
    sum: total,
  };
  return anOrderTicket({
    lines,
    total,
    payments: [{ ...payment, processedExternally: true }],
    ...overrides,
  });
}

/** One portion of a dish that the sandbox's kitchen makes. */
export function aSandboxLine(overrides: Partial<TicketLine> = {}): TicketLine {
  const price = (plainProduct.sizes[0]?.price ?? 0) * 100;
  const usual = {
    posProductId: plainProduct.id,
    article: plainProduct.article,
    unitPrice: price,
    total: price,
  };
  return aTicketLine({ ...usual, ...overrides });
}

export interface IikoUnderTest extends LoyaltyUnderTest {
  readonly pos: IikoPos;
  readonly sandbox: Sandbox;
  /** Makes the next calls of `path` fail. */
  plan(fault: Fault, rest?: { path?: string; times?: number }): Promise<void>;
  limit(portions: number): Promise<{ readonly posProductId: string }>;
  /** Changes how the sandbox's account behaves. */
  switch(switches: Record<string, boolean>): Promise<void>;
}

/** The adapter against iiko's sandbox, over real HTTP. */
export async function startIiko(): Promise<IikoUnderTest> {
  const sandbox = await startSandbox({ port: 0, creationDelayMs: 50, cookingSpeed: 50 });
  const pos = new IikoPos({ baseUrl: sandbox.url, sharing: inMemorySharing() });
  const control = async (method: string, path: string, body: unknown): Promise<void> => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  };
  const plan: IikoUnderTest["plan"] = (fault, rest = {}) =>
    control("POST", "faults", { fault, ...rest });
  return {
    pos,
    sandbox,
    branch,
    plan,
    deadTerminalGroupId: deadGroup.id,
    refusedCredential: { kind: "API_LOGIN_V1", apiLogin: "no-such-key" },
    ticket: () => aTicketOf([aSandboxLine()]),
    till: () =>
      Promise.resolve(
        new Map(
          sandbox.orders().map(({ id, sum }) => [id, { total: sum === null ? null : sum * 100 }]),
        ),
      ),
    guestPhone: GUEST_PHONE,
    bonusPaymentTypeId: paymentType("BONUS"),
    couponCode: demoRestaurant.coupons[0]!.number,
    regularPhone: REGULAR_PHONE,
    decided: () =>
      eventually(() =>
        sandbox.orders().every(({ creationStatus }) => creationStatus !== "InProgress"),
      ),
    spendAtTill: (sum) => control("POST", `guests/${GUEST_PHONE}/points`, { sum: -sum / 100 }),
    endLoyalty: () => control("PUT", "switches", { loyaltyIsOff: true }),
    loseNextSubmission: () => plan({ kind: "drop-after" }, { path: CREATE }),
    failNextCall: () => plan({ kind: "status", status: 503 }),
    throttleNextCall: (retryAfterSeconds) => plan({ kind: "rate-limit", retryAfterSeconds }),
    limit: async (portions) => {
      const items = [{ article: plainProduct.article, balance: portions }];
      await control("PUT", "stop-list", { terminalGroupId: terminalGroup.id, items });
      return { posProductId: plainProduct.id };
    },
    switch: (switches) => control("PUT", "switches", switches),
    stop: async () => {
      pos.close();
      await sandbox.close();
    },
  };
}
