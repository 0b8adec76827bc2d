import { randomUUID } from "node:crypto";

import { UnlocatedAddresses } from "../../src/domain/delivery/unlocated-addresses";
import { type UserError } from "../../src/domain/errors/user-error";
import { type Address } from "../../src/domain/ticket/order-ticket";
import { LocatedAddress } from "../../src/entities/delivery/located-address";
import { PosUnavailable, type Refused } from "../../src/errors";
import { type AddressQuestions } from "../../src/ports/address-questions";
import { ImportDeliveryZones } from "../../src/services/delivery/import-delivery-zones";
import { aNewOrder } from "../support/a-new-order";
import { anAddress } from "../support/an-order-ticket";
import { ADMIN, GUEST } from "../support/branch-gateway";
import { zone } from "../support/delivery-gateway";
import { eventually } from "../support/eventually";
import { OrderFixture } from "../support/order-fixture";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Inside and outside the square of the zone. */
const INSIDE = { latitude: 57.65, longitude: 39.85 };
const OUTSIDE = { latitude: 43.1, longitude: 131.9 };
const IN_WORDS: Address = { ...anAddress, latitude: null, longitude: null };
const NOT_LOCATED = [{ code: "ADDRESS_NOT_LOCATED" }];
const NOT_SERVED = [{ code: "ADDRESS_NOT_SERVED" }];

describe("An address in words at a branch with zones", () => {
  let fixture: OrderFixture;
  let branchId: string;
  /** Organizations that the POS was to be queried for, and whether the query is allowed. */
  let admitted: string[];
  let mayAsk: boolean;
  let street: string;
  let streets = 0;

  const questions: AddressQuestions = {
    admit: (organizationId) => {
      admitted.push(organizationId);
      return Promise.resolve(mayAsk);
    },
  };

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  afterAll(() => fixture.stop());

  beforeEach(async () => {
    [admitted, mayAsk, streets] = [[], true, streets + 1];
    street = `Тестовая-${streets} ул`;
    fixture.pos.failure = undefined;
    fixture.pos.addressCalls.length = 0;
    fixture.pos.addressAnswer = { location: INSIDE, tills: [] };
    branchId = await branchWithZone();
  });

  async function branchWithZone(organizationId?: string): Promise<string> {
    const delivery = { unlocatedAddresses: UnlocatedAddresses.REFUSE };
    const id = await fixture.branch({ delivery }, organizationId);
    const features = [zone("Центр", { fee: 99, minutes: 40 })];
    const geoJson = JSON.stringify({ type: "FeatureCollection", features });
    const map = { branchId: id, geoJson, keepOthers: false };
    await new ImportDeliveryZones(fixture.db).execute(ADMIN, map);
    return id;
  }

  const asked = () => fixture.pos.addressCalls.length;
  const wanted = (change: Partial<Address> = {}) =>
    aNewOrder(branchId, { address: { ...IN_WORDS, street, ...change } });
  const options = async (branchIds = [branchId], change: object = {}, who = questions) => {
    const { city, house, building } = IN_WORDS;
    const place = { city, street, posStreetId: null, house, building, point: null, ...change };
    const question = { branchIds, place, sum: null, wantedAt: null };
    const found = await fixture.useCases.findDeliveryOptions.execute(GUEST, question, who);
    return found.map((option) => option.reason?.code ?? option.zone);
  };
  const quote = (change: Partial<Address> = {}) => {
    const order = { ...wanted(change), quoteId: null };
    return fixture.useCases.quoteOrder.execute(order, [], ADMIN, undefined, questions);
  };
  const create = (useCases = fixture.useCases, change: Partial<Address> = {}) =>
    useCases.createOrder.execute(wanted(change)).then(
      ({ order }) => order.deliveryZone,
      (refused: unknown) => (refused as Refused<UserError>).userErrors,
    );
  const inMs = (ms: number) => fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + ms));

  it("is served by the zone it turns out to be in, for that zone's fee", async () => {
    expect(await options()).toEqual(["Центр"]);
    expect(fixture.pos.addressCalls).toMatchObject([{ street, house: "5", city: "Примерск" }]);
    expect((await quote()).money.deliveryFee).toBe(9_900);
    expect(asked()).toBe(1);
  });

  it("is accepted as it was quoted, by any process, without asking the POS", async () => {
    expect(await create()).toMatchObject(NOT_LOCATED);
    expect(asked()).toBe(0);
    await quote();
    const another = await fixture.anotherGateway();
    const same = { street: `ул. ${street.slice(0, -3)}`, flat: "99" };
    expect(await create(another, same)).toBe("Центр");
    expect(asked()).toBe(1);
  });

  it("is refused when it turns out to be elsewhere, or nowhere", async () => {
    fixture.pos.addressAnswer = { location: OUTSIDE, tills: [] };
    expect((await quote()).warnings).toMatchObject(NOT_SERVED);
    expect(await create()).toMatchObject(NOT_SERVED);
    fixture.pos.addressAnswer = { location: null, tills: [] };
    expect((await quote({ house: "6" })).warnings).toMatchObject(NOT_LOCATED);
    expect(await options([branchId], { house: "6" })).toEqual(["ADDRESS_NOT_LOCATED"]);
    expect(asked()).toBe(2);
  });

  it("is looked up once for all branches of an organization that ask together", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const branchIds = await Promise.all([one, one, other].map((id) => branchWithZone(id)));
    const both = await Promise.all([options(branchIds), options(branchIds.slice(0, 1))]);
    expect(both).toEqual([["Центр", "Центр", "Центр"], ["Центр"]]);
    expect([asked(), admitted.sort()]).toEqual([2, [one, other].sort()]);
  });

  it("is not looked up with coordinates, without zones, or when it is not a valid address", async () => {
    expect(await options([branchId], { point: INSIDE })).toEqual(["Центр"]);
    await quote({ ...OUTSIDE });
    await quote({ house: "1".repeat(101) }).catch(() => undefined);
    expect(await options([branchId], { house: "" })).toEqual(["ADDRESS_NOT_LOCATED"]);
    expect(await options([await fixture.branch()])).toEqual([null]);
    expect([asked(), admitted]).toEqual([0, []]);
  });

  it("is not looked up for a branch that the caller cannot see", async () => {
    await fixture.db.query("update branches set published = false where id = $1", [branchId]);
    expect(await options()).toEqual([]);
    expect(asked()).toBe(0);
  });

  it("stays unlocated for a caller who has asked often enough, but not for others", async () => {
    mayAsk = false;
    expect(await options()).toEqual(["ADDRESS_NOT_LOCATED"]);
    expect(asked()).toBe(0);
    const patient: AddressQuestions = { admit: () => Promise.resolve(true) };
    const together = [options(), options([branchId], {}, patient)];
    expect(await Promise.all(together)).toEqual([["ADDRESS_NOT_LOCATED"], ["Центр"]]);
    expect(asked()).toBe(1);
  });

  it("stays unlocated if the POS fails, and the POS is not asked about it for a while", async () => {
    fixture.pos.failure = new PosUnavailable("down");
    expect(await options()).toEqual(["ADDRESS_NOT_LOCATED"]);
    fixture.pos.failure = undefined;
    expect(await options()).toEqual(["ADDRESS_NOT_LOCATED"]);
    expect(await options([branchId], { house: "7" })).toEqual(["Центр"]);
    inMs(MINUTE_MS);
    expect(await options()).toEqual(["Центр"]);
  });

  it("is waited for two seconds, and known once a late answer arrives", async () => {
    let answer: () => void = () => undefined;
    fixture.pos.addressAnswer = new Promise((resolve) => {
      answer = () => resolve({ location: INSIDE, tills: [] });
    });
    const startedAt = performance.now();
    expect((await quote()).warnings).toMatchObject(NOT_LOCATED);
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    answer();
    await eventually(async () => (await options())[0] === "Центр");
    expect(asked()).toBe(1);
  });

  it("is looked up again: soon if it was not found, after a month if it was", async () => {
    fixture.pos.addressAnswer = { location: null, tills: [] };
    await options();
    await options();
    expect(asked()).toBe(1);
    inMs(11 * MINUTE_MS);
    fixture.pos.addressAnswer = { location: INSIDE, tills: [] };
    expect(await options()).toEqual(["Центр"]);
    inMs(29 * DAY_MS);
    expect(await options()).toEqual(["Центр"]);
    expect(asked()).toBe(2);
    inMs(2 * DAY_MS);
    await options();
    expect(asked()).toBe(3);
  });

  it("is kept only as a hash, and deleted by the purge when it is old", async () => {
    await fixture.db.query("delete from located_addresses");
    await options();
    fixture.pos.addressAnswer = { location: null, tills: [] };
    await options([branchId], { house: "6" });
    const text = JSON.stringify(await fixture.db.manager.find(LocatedAddress));
    expect(text).not.toContain("естовая");
    const kept = async () => {
      await fixture.useCases.purgeExpired.execute();
      return fixture.db.manager.count(LocatedAddress);
    };
    expect(await kept()).toBe(2);
    inMs(2 * DAY_MS);
    expect(await kept()).toBe(1);
    inMs(30 * DAY_MS);
    expect(await kept()).toBe(0);
  });

  it("is deleted when an organization has more than enough of them, oldest first", async () => {
    await fixture.db.query("delete from located_addresses");
    await fixture.db.query(
      `insert into located_addresses (organization_id_in_pos, address_key, latitude, longitude, asked_at)
       select 'many', n, 1, 1, $1::timestamptz - n * interval '1 second' from generate_series(1, 20003) n
       union all select 'few', '1', 1, 1, $1`,
      [fixture.clock.now()],
    );
    await fixture.useCases.purgeExpired.execute();
    const rows = await fixture.db.query<{ count: number; oldest: number }[]>(
      `select count(*)::int as count, max(address_key::int) as oldest from located_addresses group by organization_id_in_pos
       order by 1`,
    );
    expect(rows).toEqual([
      { count: 1, oldest: 1 },
      { count: 20_000, oldest: 20_000 },
    ]);
  });
});
