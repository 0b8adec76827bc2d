import { randomUUID } from "node:crypto";

import { type WholePos } from "../../src/ports/pos/pos";
import { eventually } from "../support/eventually";
import { sendJson, startScriptedServer } from "../support/scripted-server";
import { type PosUnderTest } from "./pos-contract";

interface KitchenUnderTest extends PosUnderTest<WholePos> {
  /** The branch's terminal group runs out of one dish, or of all but a few portions. */
  limit(portions: number): Promise<{ readonly posProductId: string }>;
}

/** The contract of every adapter of {Pos} about stop lists. */
export function describeStopLists(name: string, start: () => Promise<KitchenUnderTest>): void {
  describe(`${name} as a POS with stop lists`, () => {
    let under: KitchenUnderTest;

    beforeEach(async () => {
      under = await start();
    });

    afterEach(() => under.stop());

    it("reads the stop lists of many organizations at once, to the terminal group and the balance", async () => {
      const { credential, organizationId, terminalGroupId } = under.branch;
      const organizationIds = (await under.pos.organizations(credential)).map(({ posId }) => posId);
      for (const portions of [0, 2.5]) {
        const { posProductId } = await under.limit(portions);
        const lists = await under.pos.stopLists(credential, organizationIds);
        expect([...lists.keys()].sort()).toEqual([...organizationIds].sort());
        const own = lists
          .get(organizationId)
          ?.filter((group) => group.terminalGroupId === terminalGroupId);
        const entry = {
          posProductId,
          posSizeId: null,
          balance: portions * 1000,
          since: expect.any(String) as string,
        };
        expect(own).toEqual([{ terminalGroupId, entries: [entry] }]);
      }
      expect(await under.pos.stopLists(credential, [])).toEqual(new Map());
    });

    it("tells that a stop list has changed, and whose", async () => {
      const received = await startScriptedServer((response) => sendJson(response, 200, {}));
      const { credential, organizationId } = under.branch;
      await under.pos.registerWebhook(
        credential,
        organizationId,
        `${received.url}/hook`,
        "hook-secret",
      );
      await under.limit(0);
      const { body } = await eventually(() =>
        received.calls.find((call) => under.pos.tellsOfStopList(call.body, organizationId)),
      );
      expect(under.pos.tellsOfStopList(body, randomUUID())).toBe(false);
      expect(under.pos.parseWebhook(body)).toEqual([]);
      await received.close();
    });

    it.each([[null], ["text"], [{}], [[]], [[{ eventType: 7 }]]])(
      "hears of no stop list in %j",
      (body) => {
        expect(under.pos.tellsOfStopList(body, under.branch.organizationId)).toBe(false);
      },
    );
  });
}
