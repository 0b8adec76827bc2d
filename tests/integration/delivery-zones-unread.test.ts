import { randomUUID } from "node:crypto";

import { ZoneSource } from "../../src/domain/delivery/zone-source";
import { type Refused } from "../../src/errors";
import { PosUnavailable } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { anAddress } from "../support/an-order-ticket";
import { OrderFixture } from "../support/order-fixture";
import { someTerms } from "../support/pos-delivery-terms";

const VLADIVOSTOK = { latitude: 43.1155, longitude: 131.8855 };

describe("a branch whose POS has not reported its zones yet", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  afterAll(() => fixture.stop());

  it("delivers anywhere, and asks once a minute until they are known", async () => {
    const organizationId = randomUUID();
    const branchId = await fixture.branch(
      { delivery: { zonesFrom: ZoneSource.POS } },
      organizationId,
    );
    const refresh = () => fixture.useCases.refreshPosZones.execute();
    const order = () =>
      fixture.useCases.createOrder
        .execute(aNewOrder(branchId, { address: { ...anAddress, ...VLADIVOSTOK } }))
        .then(
          () => "taken",
          (reason: Refused<{ code: string }>) => reason.userErrors.map(({ code }) => code).join(),
        );
    const inMs = (ms: number) => fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + ms));
    fixture.pos.failure = new PosUnavailable("socket hang up");
    await refresh();
    fixture.pos.failure = undefined;
    fixture.pos.knownTerms.set(organizationId, someTerms());
    inMs(59_000);
    await refresh();
    expect(fixture.pos.termsCalls).toHaveLength(1);
    expect(await order()).toBe("taken");
    inMs(1_000);
    await refresh();
    expect(fixture.pos.termsCalls).toHaveLength(2);
    expect(await order()).toBe("ADDRESS_NOT_SERVED");
  });
});
