import { type Fault } from "../../sandbox/faults/fault";
import { type Sandbox } from "../../sandbox/start-sandbox";
import { IikoPos } from "../../src/adapters/iiko/iiko-pos";
import { iiko } from "../../src/adapters/iiko/iiko-vendor";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { aTicketLine } from "../support/an-order-ticket";
import { eventually } from "../support/eventually";
import {
  aSandboxLine,
  aTicketOf,
  branch,
  CREATE,
  credential,
  type IikoUnderTest,
  startIiko,
} from "../support/iiko-under-test";
import { inMemorySharing } from "../support/in-memory-sharing";
import { organization, productWith } from "../support/sandbox-session";
import { describePosChanges } from "./pos-changes-contract";
import { describePos } from "./pos-contract";
import { describePosReads } from "./pos-reads-contract";
import { describeStopLists } from "./pos-stop-list-contract";

const BY_ID = "/api/1/deliveries/by_id";

describePos(iiko, startIiko);
describePosReads("iiko", startIiko);
describePosChanges("iiko", startIiko);
describeStopLists("iiko", startIiko);

describe("the iiko adapter: orders", () => {
  let under: IikoUnderTest;
  let pos: IikoPos;
  let sandbox: Sandbox;

  beforeEach(async () => {
    under = await startIiko();
    ({ pos, sandbox } = under);
  });

  afterEach(() => under.stop());

  async function sent(ticket: OrderTicket): Promise<unknown> {
    return pos.submitOrder(branch, ticket).catch((error: unknown) => error);
  }

  async function failureOf(ticket: OrderTicket) {
    const found = await eventually(async () =>
      (await pos.findOrders(credential, organization.id, [ticket.posOrderId])).find(
        ({ failure }) => failure,
      ),
    );
    return found.failure;
  }

  it.each<[string, Fault]>([
    ["a proxy's page in place of the answer", { kind: "html", status: 502, afterWork: true }],
    ["a page with HTTP 200", { kind: "html", status: 200, afterWork: true }],
    ["a cut answer", { kind: "truncate" }],
    ["a reset connection", { kind: "drop-after" }],
    ["a server-side timeout", { kind: "status", status: 408, afterWork: true }],
    ["a connection that breaks before the work", { kind: "drop-before" }],
  ])("creates exactly one order when the first attempt meets %s", async (_name, fault) => {
    const ticket = under.ticket();
    await under.plan(fault, { path: CREATE });
    expect(await sent(ticket)).toBeInstanceOf(PosUnavailable);
    expect(await sent(ticket)).toMatchObject({ exchange: expect.any(Object) as object });
    expect(sandbox.orders().map(({ id }) => id)).toEqual([ticket.posOrderId]);
  });

  it("gives up waiting for a silent iiko", async () => {
    const sharing = inMemorySharing();
    const patient = new IikoPos({ baseUrl: sandbox.url, sharing });
    await patient.organizations(credential);
    patient.close();
    const hasty = new IikoPos({ baseUrl: sandbox.url, sharing, graceMs: -14_500 });
    await under.plan({ kind: "hang", afterWork: true }, { path: CREATE });
    await expect(hasty.submitOrder(branch, { ...under.ticket(), payments: [] })).rejects.toThrow(
      PosUnavailable,
    );
    expect(sandbox.orders()).toHaveLength(1);
    hasty.close();
  });

  it("adopts the earlier copy even when iiko reports it with HTTP 400", async () => {
    await under.switch({ duplicateIsBadRequest: true });
    const ticket = under.ticket();
    await sent(ticket);
    expect(await sent(ticket)).toMatchObject({ existed: true });
  });

  it("adopts the earlier copy as pending when it cannot probe it", async () => {
    const ticket = under.ticket();
    await sent(ticket);
    await under.plan({ kind: "status", status: 500 }, { path: BY_ID });
    expect(await sent(ticket)).toMatchObject({ kind: "pending", existed: true });
  });

  it("reports the first copy's failure when that copy has failed", async () => {
    const ticket = aTicketOf([
      aSandboxLine({ posProductId: "00000000-0000-4000-8000-000000000001" }),
    ]);
    await sent(ticket);
    expect(await failureOf(ticket)).toMatchObject({
      code: "ProductNotFound",
      kind: RefusalKind.MAPPING,
    });
    const error = await sent(ticket);
    expect(error).toBeInstanceOf(PosRejected);
    expect(error).toMatchObject({ posCode: "ProductNotFound", kind: RefusalKind.MAPPING });
  });

  it("does not treat a creation timeout as proof of absence, and sees an order that appears late", async () => {
    await under.plan({ kind: "late-acceptance", ms: 300 });
    const ticket = under.ticket();
    await sent(ticket);
    expect(await failureOf(ticket)).toMatchObject({ kind: RefusalKind.AMBIGUOUS });
    const [late] = await eventually(async () => {
      const found = await pos.findOrders(credential, organization.id, [ticket.posOrderId]);
      return found[0]?.creation === "created" ? found : undefined;
    });
    expect(late?.failure).toBeNull();
  });

  it("submits an order even if the payment dictionary is unavailable", async () => {
    await under.plan({ kind: "status", status: 500 }, { path: "/api/1/payment_types" });
    expect(await sent(under.ticket())).toMatchObject({ kind: "pending" });
  });

  it("submits sizes, required options, simple options and half-and-half products that the till accepts", async () => {
    const pizza = productWith(({ orderItemType, modifierGroups, sizes }) =>
      Boolean(
        orderItemType === "Product" &&
        modifierGroups.some(({ id, min }) => id && min > 0) &&
        sizes.length > 1,
      ),
    );
    const soup = productWith(({ modifierGroups }) => modifierGroups.some(({ id }) => id === null));
    const halves = productWith(({ orderItemType }) => orderItemType === "Compound");
    const lines = [pizza, soup, halves].map((product) => {
      const size = product.sizes.find(({ price }) => price !== null);
      const options = product.modifierGroups.flatMap((group) =>
        group.modifiers
          .slice(0, Math.max(group.min, group.id === null ? 1 : 0))
          .map((modifier) => ({
            posProductId: modifier.productId,
            posGroupId: group.id,
            name: modifier.name,
            article: modifier.article,
            quantity: 1000,
            price: modifier.price * 100,
          })),
      );
      const unitPrice = (size?.price ?? 0) * 100;
      return aTicketLine({
        posProductId: product.id,
        posSizeId: size?.id ?? null,
        compound: product.orderItemType === "Compound",
        quantity: 2000,
        unitPrice,
        options,
        total: 2 * options.reduce((sum, { price }) => sum + price, unitPrice),
      });
    });
    const ticket = aTicketOf(lines, { wantedAt: new Date(Date.now() + 3_600_000) });
    await sent(ticket);
    const order = await eventually(() =>
      sandbox.orders().find(({ creationStatus }) => creationStatus !== "InProgress"),
    );
    expect(order).toMatchObject({
      creationStatus: "Success",
      errorInfo: null,
      sum: ticket.total / 100,
    });
  });
});
