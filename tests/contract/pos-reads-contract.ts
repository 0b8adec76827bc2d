import { randomUUID } from "node:crypto";

import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { unpackedIds } from "../support/a-pos-menu";
import { type PosUnderTest } from "./pos-contract";

/**
 * What every adapter of {Pos} reports about what it has. `start` returns a fresh POS for each test.
 */
export function describePosReads(name: string, start: () => Promise<PosUnderTest>): void {
  describe(`what ${name} says of a restaurant`, () => {
    let under: PosUnderTest;

    beforeEach(async () => {
      under = await start();
    });

    afterEach(() => under.stop());

    function find(posOrderIds: string[]): Promise<PosOrderUpdate[]> {
      const { credential, organizationId } = under.branch;
      return under.pos.findOrders(credential, organizationId, posOrderIds);
    }

    it("leaves orders it does not know out of its answer", async () => {
      expect(await find([randomUUID()])).toEqual([]);
      expect(await find([])).toEqual([]);
    });

    it("lists its organizations, tills, payment types, discounts and menus", async () => {
      const { credential, organizationId, terminalGroupId } = under.branch;
      const organizations = await under.pos.organizations(credential);
      const organizationIds = organizations.map(({ posId }) => posId);
      expect(organizationIds).toContain(organizationId);
      expect(
        organizations.every((organization) => organization.name.trim() === organization.name),
      ).toBe(true);
      const groups = await under.pos.terminalGroups(credential, organizationIds);
      expect(groups).toContainEqual(
        expect.objectContaining({ posId: terminalGroupId, organizationId, visible: true }),
      );
      expect(new Set(groups.map(({ posId }) => posId)).size).toBe(groups.length);
      const payments = await under.pos.paymentTypes(credential, organizationId);
      expect(payments.length).toBeGreaterThan(0);
      expect([...(await under.pos.discounts(credential, organizationIds)).keys()]).toContain(
        organizationId,
      );
      expect([...(await under.pos.orderTypes(credential, organizationIds)).keys()]).toContain(
        organizationId,
      );
      expect(await under.pos.visibleTerminalGroups(credential, organizationIds)).toEqual(
        groups.filter((group) => group.visible),
      );
      expect((await under.pos.externalMenus(credential)).map(({ posId }) => posId)).toContain(
        under.branch.externalMenuId,
      );
    });

    it("asks nothing about no organization", async () => {
      const { credential } = under.branch;
      expect(await under.pos.terminalGroups(credential, [])).toEqual([]);
      expect(await under.pos.discounts(credential, [])).toEqual(new Map());
      expect(await under.pos.orderTypes(credential, [])).toEqual(new Map());
      expect(await under.pos.liveTerminalGroups(credential, [], [])).toEqual(new Set());
    });

    it("tells how far its clock is ahead, once it has answered anything", async () => {
      await under.pos.organizations(under.branch.credential);
      expect(Math.abs(under.pos.clockAheadMs() ?? NaN)).toBeLessThan(60_000);
    });

    it("tells a till that answers from one that does not, and from one it does not know", async () => {
      const { credential, organizationId, terminalGroupId } = under.branch;
      const asked = [terminalGroupId ?? "", under.deadTerminalGroupId, randomUUID()];
      expect(await under.pos.liveTerminalGroups(credential, [organizationId], asked)).toEqual(
        new Set([terminalGroupId]),
      );
    });

    it("reads the branch's menu, the same content giving the same hash", async () => {
      const menu = await under.pos.menu(under.branch);
      expect(unpackedIds(menu)).toContain(under.ticket().lines[0]?.posProductId);
      expect((await under.pos.menu(under.branch)).contentHash).toBe(menu.contentHash);
    });
  });
}
