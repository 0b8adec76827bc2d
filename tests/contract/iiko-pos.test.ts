import {
  BLOCKED_KEY,
  DEMO_APP_ID,
  DEMO_CLIENT_SECRET,
  VERSION_2_KEY,
} from "../../sandbox/credentials";
import { type Fault } from "../../sandbox/faults/fault";
import { type Sandbox } from "../../sandbox/start-sandbox";
import { IikoPos } from "../../src/adapters/iiko/iiko-pos";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { type PosCredential } from "../../src/ports/pos";
import { aTicketLine } from "../support/an-order-ticket";
import { eventually } from "../support/eventually";
import { inMemorySharing } from "../support/in-memory-sharing";
import {
  aSandboxLine,
  aTicketOf,
  branch,
  CREATE,
  credential,
  type IikoUnderTest,
  startIiko,
} from "../support/iiko-under-test";
import { organization, paymentType, productWith, terminalGroup } from "../support/sandbox-session";
import { describePosChanges } from "./pos-changes-contract";
import { describePos } from "./pos-contract";
import { describeStopLists } from "./pos-stop-list-contract";

const BY_ID = "/api/1/deliveries/by_id";

describePos("iiko", startIiko);
describePosChanges("iiko", startIiko);
describeStopLists("iiko", startIiko);

describe("iiko behind its Cloud", () => {
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
  ])("makes exactly one order when the first try meets %s", async (_name, fault) => {
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

  it("logs in again when its token dies on the way", async () => {
    await under.plan({ kind: "unauthorized" }, { path: CREATE });
    expect(await sent(under.ticket())).toMatchObject({ kind: "pending", existed: false });
    expect(sandbox.orders()).toHaveLength(1);
  });

  it("adopts the earlier copy also when iiko tells of it by HTTP 400", async () => {
    await under.switch({ duplicateIsBadRequest: true });
    const ticket = under.ticket();
    await sent(ticket);
    expect(await sent(ticket)).toMatchObject({ existed: true });
  });

  it("adopts the earlier copy as pending when it cannot look at it", async () => {
    const ticket = under.ticket();
    await sent(ticket);
    await under.plan({ kind: "status", status: 500 }, { path: BY_ID });
    expect(await sent(ticket)).toMatchObject({ kind: "pending", existed: true });
  });

  it("tells the first copy's failure when that copy has failed", async () => {
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

  it("does not take a creation timeout for a proof of absence, and sees the order that comes late", async () => {
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

  it("sends an order although the payment dictionary does not come", async () => {
    await under.plan({ kind: "status", status: 500 }, { path: "/api/1/payment_types" });
    expect(await sent(under.ticket())).toMatchObject({ kind: "pending" });
  });

  it("makes the till take sizes, required options, simple options and half-and-half products", async () => {
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

  it("has no news of a place that is older than three hours, or of a server that counts anew", async () => {
    const ids = [organization.id];
    expect(await pos.orderChanges(credential, ids, `0@${Date.now() - 3 * 3_600_000}`)).toBeNull();
    expect(await pos.orderChanges(credential, ids, `-1@${Date.now()}`)).toBeNull();
    expect(await pos.orderChanges(credential, ids, `99@${Date.now()}`)).toBeNull();
    const day = { from: new Date(), to: new Date(Date.now() + 3_600_000) };
    const { place } = await pos.ordersDue(
      credential,
      [{ organizationId: organization.id, timeZone: "Europe/Moscow" }],
      day,
    );
    expect(await pos.orderChanges(credential, ids, place)).toMatchObject({ updates: [] });
  });

  it("reads a long period in pieces that iiko accepts", async () => {
    const organizations = [{ organizationId: organization.id, timeZone: "Europe/Moscow" }];
    const period = {
      from: new Date(Date.now() - 7 * 86_400_000),
      to: new Date(Date.now() + 86_400_000),
    };
    expect((await pos.ordersDue(credential, organizations, period)).updates).toEqual([]);
  });

  it("serves keys of the second version", async () => {
    const version2 = {
      kind: "APP_KEY_V2",
      apiKey: VERSION_2_KEY,
      appId: DEMO_APP_ID,
      clientSecret: DEMO_CLIENT_SECRET,
    };
    expect(await pos.organizations(version2 as PosCredential)).toHaveLength(2);
    await expect(
      pos.organizations({ kind: "API_LOGIN_V1", apiLogin: VERSION_2_KEY }),
    ).rejects.toMatchObject({
      kind: RefusalKind.OPERATOR,
    });
  });

  it("does not knock again at once with a blocked key", async () => {
    const blocked: PosCredential = { kind: "API_LOGIN_V1", apiLogin: BLOCKED_KEY };
    const first = await pos.organizations(blocked).catch((error: unknown) => error);
    const second = await pos
      .menu({ ...branch, credential: blocked })
      .catch((error: unknown) => error);
    expect(first).toBeInstanceOf(PosRejected);
    expect(second).toMatchObject({ code: "POS_REJECTED", posCode: "KEY_BLOCKED" });
  });

  it("shows which tills are hidden from the key, and leaves deleted payment types and discounts out", async () => {
    const groups = await pos.terminalGroups(credential, [organization.id]);
    expect(groups.map(({ name, visible }) => [name, visible])).toEqual(
      expect.arrayContaining([
        [terminalGroup.name, true],
        ["Тестовая касса", false],
      ]),
    );
    const payments = await pos.paymentTypes(credential, organization.id);
    expect(payments.map(({ name }) => name)).not.toContain("Старый сайт");
    const bonuses = {
      posId: paymentType("BONUS"),
      name: "Бонусы",
      kind: "IikoCard",
      mayBeExternal: true,
    };
    expect(payments).toContainEqual(bonuses);
    const discounts = (await pos.discounts(credential, [organization.id])).get(organization.id);
    expect(discounts?.map(({ kind }) => kind)).toEqual(["FlexibleSum", "Percent"]);
  });
});
