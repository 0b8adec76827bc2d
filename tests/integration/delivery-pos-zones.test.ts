import { randomUUID } from "node:crypto";

import { ZoneSource } from "../../src/domain/delivery/zone-source";
import { type UserError } from "../../src/domain/errors/user-error";
import { Weekday } from "../../src/domain/hours/branch-hours";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { Branch } from "../../src/entities/branches/branch";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { PosUnavailable, type Refused } from "../../src/errors";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { ImportDeliveryZones } from "../../src/services/delivery/import-delivery-zones";
import { aNewOrder } from "../support/a-new-order";
import { anAddress } from "../support/an-order-ticket";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";
import { anArea, aRestriction, someTerms } from "../support/pos-delivery-terms";

const NEAR = { latitude: 55.05, longitude: 37.05 };
const FAR = { latitude: 55.5, longitude: 37.5 };
const BEYOND = { latitude: 43.1155, longitude: 131.8855 };
const FROM_POS = { delivery: { zonesFrom: ZoneSource.POS } };
const TWENTY_MINUTES_MS = 20 * 60_000;

describe("a branch that delivers by the zones of its POS", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let organizationId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  beforeEach(async () => {
    fixture.pos.knownTerms.clear();
    fixture.pos.termsCalls.length = 0;
    organizationId = randomUUID();
    fixture.pos.knownTerms.set(organizationId, someTerms());
    branchId = await fixture.branch(FROM_POS, organizationId);
    await refresh();
  });

  afterEach(async () => {
    fixture.pos.failure = undefined;
    await fixture.saveSettings(branchId, { delivery: { zonesFrom: null } });
  });

  const refresh = () => fixture.useCases.refreshPosZones.execute();
  const later = async () => {
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + TWENTY_MINUTES_MS));
    await refresh();
  };
  const change = (input: BranchSettingsChange) => fixture.saveSettings(branchId, input);
  const at = (point: object, more: Partial<NewOrder> = {}) =>
    aNewOrder(branchId, { address: { ...anAddress, ...point }, ...more });
  const revision = async () =>
    (await fixture.db.manager.findOneByOrFail(Branch, { id: branchId })).deliveryZonesRevision;
  const codes = async (point: object, more: Partial<NewOrder> = {}) => {
    const taken = fixture.useCases.createOrder.execute(at(point, more));
    const ended = await taken.catch((reason: unknown) => reason as Refused<UserError>);
    return "userErrors" in ended ? ended.userErrors.map(({ code }) => code) : [];
  };

  it("accepts and refuses orders by them, without a request to the POS", async () => {
    const { order } = await fixture.useCases.createOrder.execute(at(NEAR));
    expect(order).toMatchObject({ deliveryZone: "Близко" });
    expect(await codes(FAR)).toEqual(["BELOW_MINIMUM"]);
    expect(await codes(BEYOND)).toEqual(["ADDRESS_NOT_SERVED"]);
    expect(fixture.pos.termsCalls).toEqual([[organizationId]]);
  });

  it("makes one request for all branches of a key, once ten minutes are over", async () => {
    const second = randomUUID();
    fixture.pos.knownTerms.set(second, someTerms());
    const other = await fixture.branch(FROM_POS, second);
    fixture.pos.termsCalls.length = 0;
    await refresh();
    expect(fixture.pos.termsCalls).toEqual([[second]]);
    await refresh();
    expect(fixture.pos.termsCalls).toHaveLength(1);
    await later();
    expect(fixture.pos.termsCalls).toHaveLength(2);
    expect([...fixture.pos.termsCalls[1]!].sort()).toEqual([organizationId, second].sort());
    await fixture.saveSettings(other, { delivery: { zonesFrom: null } });
  });

  it("uses the last known ones while the POS does not answer, and new ones afterwards", async () => {
    fixture.pos.failure = new PosUnavailable("socket hang up");
    await later();
    expect(await codes(BEYOND)).toEqual(["ADDRESS_NOT_SERVED"]);
    expect(await codes(NEAR)).toEqual([]);
    fixture.pos.failure = undefined;
    fixture.pos.knownTerms.set(
      organizationId,
      someTerms({ restrictions: [aRestriction("Далеко")] }),
    );
    await later();
    expect(await codes(FAR)).toEqual([]);
  });

  it("keeps them when the POS omits the organization, or returns far too many", async () => {
    fixture.pos.knownTerms.clear();
    await later();
    expect(await codes(BEYOND)).toEqual(["ADDRESS_NOT_SERVED"]);
    const many = Array.from({ length: 501 }, (_, minutes) => aRestriction("Близко", { minutes }));
    fixture.pos.knownTerms.set(organizationId, someTerms({ restrictions: many }));
    await later();
    expect(await codes(FAR)).toEqual(["BELOW_MINIMUM"]);
  });

  it("sees no change when the POS has only reordered them", async () => {
    const before = await revision();
    const { areas, restrictions } = someTerms();
    fixture.pos.knownTerms.set(
      organizationId,
      someTerms({ areas: areas.toReversed(), restrictions: restrictions.toReversed() }),
    );
    await later();
    expect(await revision()).toBe(before);
    fixture.pos.knownTerms.set(organizationId, someTerms({ restrictions: [] }));
    await later();
    expect(await revision()).toBe(before + 1);
    expect(await codes(BEYOND)).toEqual([]);
  });

  it("can switch to its own zones, or to none, immediately and without a request", async () => {
    const near = { type: "Polygon", coordinates: [anArea("Своя", 0.1).ring] };
    const features = [{ geometry: near, properties: { name: "Своя" } }];
    const geoJson = JSON.stringify({ type: "FeatureCollection", features });
    await new ImportDeliveryZones(fixture.db).execute(ADMIN, {
      branchId,
      geoJson,
      keepOthers: false,
    });
    expect(await codes(FAR)).toEqual(["BELOW_MINIMUM"]);
    await change({ delivery: { zonesFrom: ZoneSource.OWN } });
    expect(await codes(FAR)).toEqual(["ADDRESS_NOT_SERVED"]);
    await change({ delivery: { zonesFrom: ZoneSource.NONE } });
    expect(await codes(BEYOND)).toEqual([]);
    await change({ delivery: { zonesFrom: ZoneSource.POS } });
    expect(await codes(FAR)).toEqual(["BELOW_MINIMUM"]);
  });

  it("drops them with the organization, and reads them again when its settings change", async () => {
    const other = randomUUID();
    await change({ organizationId: other, acceptOpenOrders: true });
    expect(await codes(BEYOND)).toEqual([]);
    fixture.pos.knownTerms.set(other, someTerms({ restrictions: [aRestriction("Близко")] }));
    await refresh();
    expect(await codes(FAR)).toEqual(["ADDRESS_NOT_SERVED"]);
    fixture.pos.termsCalls.length = 0;
    await change({ delivery: { freeFrom: 100_000 } });
    await refresh();
    expect(fixture.pos.termsCalls).toEqual([[other]]);
  });

  it("ignores those of another till, so it delivers nowhere when only others have any", async () => {
    const till = randomUUID();
    const ofOther = aRestriction("Близко", { terminalGroupId: randomUUID() });
    fixture.pos.knownTerms.set(
      organizationId,
      someTerms({ restrictions: [ofOther, aRestriction("Далеко", { terminalGroupId: till })] }),
    );
    await change({ terminalGroupId: till, acceptOpenOrders: true });
    await refresh();
    expect(await codes(NEAR)).toEqual([]);
    fixture.pos.knownTerms.set(organizationId, someTerms({ restrictions: [ofOther] }));
    await later();
    expect(await codes(NEAR)).toEqual(["ADDRESS_NOT_SERVED"]);
  });

  it("charges the price of the fee product that the POS names, as its menu prices it", async () => {
    const product = randomUUID();
    const items = [{ posProductId: product, sizes: [{ price: null }, { price: 19_900 }] }];
    await fixture.db.query(
      `insert into pos_menus (branch_id, source, content_hash, categories, refreshed_at) values ($1, 'NOMENCLATURE', '', $2, now())`,
      [branchId, JSON.stringify([{ items }])],
    );
    const paid = aRestriction("Близко", { feeProductId: product });
    const free = aRestriction("Далеко", { feeProductId: randomUUID() });
    fixture.pos.knownTerms.set(organizationId, someTerms({ restrictions: [paid, free] }));
    await change({ delivery: { fee: 5_000 } });
    await refresh();
    const placed = async (point: object) =>
      (await fixture.useCases.createOrder.execute(at(point))).order;
    const [near, far] = [await placed(NEAR), await placed(FAR)];
    expect([near.deliveryFee, far.deliveryFee]).toEqual([19_900, 5_000]);
    await fixture.pass();
    const sent = ({ number }: { readonly number: string }) =>
      fixture.pos.submitted.find((ticket) => ticket.number === number)?.deliveryFee;
    expect(sent(near)).toEqual({ posProductId: product, price: 19_900 });
    expect(sent(far)).toEqual({ posProductId: null, price: 5_000 });
  });

  it("judges an order that moves to the first slot by that slot", async () => {
    const week = Object.values(Weekday).map((day) => {
      return { fulfilment: Fulfilment.DELIVERY, day, opens: "09:00", closes: "22:00" } as const;
    });
    await change({ hours: { week, asapWhenClosed: true } });
    const day = fixture.clock.dayIn(2);
    fixture.clock.turnTo(new Date(`${day}T03:00:00+03:00`));
    const near = aRestriction("Близко", { hours: { from: 540, to: 1320 } });
    const far = aRestriction("Далеко", { hours: { from: 600, to: 1320 } });
    fixture.pos.knownTerms.set(organizationId, someTerms({ restrictions: [near, far] }));
    await refresh();
    const { order } = await fixture.useCases.createOrder.execute(at(NEAR));
    expect(order.wantedAt).toEqual(new Date(`${day}T09:00:00+03:00`));
    expect(await codes(FAR)).toEqual(["TIME_SLOT_UNAVAILABLE"]);
  });

  it("is polled only while it is connected", async () => {
    await fixture.db.manager.update(BranchSettings, { branchId }, { pos: "NONE" });
    fixture.pos.termsCalls.length = 0;
    await later();
    expect(fixture.pos.termsCalls).toEqual([]);
  });
});
