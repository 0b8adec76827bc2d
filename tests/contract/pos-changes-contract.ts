import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { OrganizationsDenied, RefusalKind } from "../../src/errors";
import { type WholePos } from "../../src/ports/pos/pos";
import { eventually } from "../support/eventually";
import { type PosUnderTest } from "./pos-contract";

/** How every adapter of {Pos} reports changes. `start` returns a fresh POS. */
export function describePosChanges(
  name: string,
  start: () => Promise<PosUnderTest<WholePos>>,
): void {
  describe(`${name} as a POS that is polled`, () => {
    let under: PosUnderTest<WholePos>;

    beforeEach(async () => {
      under = await start();
    });

    afterEach(() => under.stop());

    it("tells what has changed since a place, and nothing twice", async () => {
      const { pos, branch } = under;
      const { credential, organizationId } = branch;
      const period = {
        from: new Date(Date.now() - 3_600_000),
        to: new Date(Date.now() + 36 * 3_600_000),
      };
      const start = await pos.ordersDue(credential, [branch], period);
      expect(start.updates).toEqual([]);
      const { posOrderId } = await submit();
      const seen: string[] = [];
      let { place } = start;
      await eventually(async () => {
        const changes = await pos.orderChanges(credential, [organizationId], place);
        place = changes?.place ?? place;
        seen.push(
          ...(changes?.updates ?? []).map(({ status, timestamp }) => `${status} ${timestamp}`),
        );
        return seen.some((each) => each.startsWith(OrderStatus.CLOSED));
      });
      expect(new Set(seen).size).toBe(seen.length);
      expect(await pos.orderChanges(credential, [organizationId], place)).toMatchObject({
        updates: [],
      });
      const { updates } = await pos.ordersDue(credential, [branch], period);
      expect(updates).toMatchObject([{ posOrderId, status: OrderStatus.CLOSED }]);
      expect(updates).toEqual(await pos.findOrders(credential, organizationId, [posOrderId]));
    });

    it("names the organizations that a key does not see, whatever it is asked about many", async () => {
      const { pos, branch } = under;
      const { credential, organizationId } = branch;
      const gone = randomUUID();
      const period = { from: new Date(Date.now() - 3_600_000), to: new Date() };
      const { place } = await pos.ordersDue(credential, [branch], period);
      const questions = [
        pos.orderChanges(credential, [organizationId, gone], place),
        pos.ordersDue(credential, [branch, { ...branch, organizationId: gone }], period),
        pos.stopLists(credential, [organizationId, gone]),
        pos.visibleTerminalGroups(credential, [organizationId, gone]),
        pos.findOrders(credential, gone, [randomUUID()]),
      ];
      const answers = await Promise.allSettled(questions);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => "rejected"));
      for (const answer of answers) {
        const { reason } = answer as { reason: unknown };
        expect(reason).toBeInstanceOf(OrganizationsDenied);
        expect(reason).toMatchObject({ organizationIds: [gone], kind: RefusalKind.OPERATOR });
      }
    });

    async function submit() {
      const ticket = under.ticket();
      await under.pos.submitOrder(under.branch, ticket);
      return ticket;
    }
  });
}
