import {
  BLOCKED_KEY,
  DEMO_APP_ID,
  DEMO_CLIENT_SECRET,
  VERSION_2_KEY,
} from "../../sandbox/credentials";
import { type Sandbox } from "../../sandbox/start-sandbox";
import { type IikoPos } from "../../src/adapters/iiko/iiko-pos";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PosRejected, RefusalKind } from "../../src/errors";
import { type PosCredential } from "../../src/ports/pos/pos-branch";
import {
  branch,
  CREATE,
  credential,
  type IikoUnderTest,
  startIiko,
} from "../support/iiko-under-test";
import { organization, paymentType, terminalGroup } from "../support/sandbox-session";

describe("the iiko adapter: keys and reads", () => {
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

  it("logs in again when its token expires midway", async () => {
    await under.plan({ kind: "unauthorized" }, { path: CREATE });
    expect(await sent(under.ticket())).toMatchObject({ kind: "pending", existed: false });
    expect(sandbox.orders()).toHaveLength(1);
  });

  it("cannot resume from a position older than three hours, or on a server that has restarted its count", async () => {
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

  it("reads a long period in chunks that iiko accepts", async () => {
    const organizations = [{ organizationId: organization.id, timeZone: "Europe/Moscow" }];
    const period = {
      from: new Date(Date.now() - 7 * 86_400_000),
      to: new Date(Date.now() + 86_400_000),
    };
    expect((await pos.ordersDue(credential, organizations, period)).updates).toEqual([]);
  });

  it("supports version 2 keys", async () => {
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

  it("does not retry immediately with a blocked key", async () => {
    const blocked: PosCredential = { kind: "API_LOGIN_V1", apiLogin: BLOCKED_KEY };
    const first = await pos.organizations(blocked).catch((error: unknown) => error);
    const second = await pos
      .menu({ ...branch, credential: blocked })
      .catch((error: unknown) => error);
    expect(first).toBeInstanceOf(PosRejected);
    expect(second).toMatchObject({ code: "POS_REJECTED", posCode: "KEY_BLOCKED" });
  });

  it("shows which tills are hidden from the key, and omits deleted payment types and discounts", async () => {
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
      means: "POINTS",
      mayBeExternal: true,
    };
    expect(payments).toContainEqual(bonuses);
    const discounts = (await pos.discounts(credential, [organization.id])).get(organization.id);
    expect(discounts?.map(({ kind, takesSum }) => [kind, takesSum])).toEqual([
      ["FlexibleSum", true],
      ["Percent", false],
    ]);
  });
});
