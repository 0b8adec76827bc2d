import { randomUUID } from "node:crypto";

import { StreetUse } from "../../src/domain/delivery/street-use";
import { type Address } from "../../src/domain/ticket/order-ticket";
import { PosUnavailable } from "../../src/errors";
import { type PosPlace } from "../../src/ports/pos/pos-streets";
import { aNewOrder } from "../support/a-new-order";
import { anAddress } from "../support/an-order-ticket";
import { GUEST } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

type Ids = [string, string, string, string];

const DAY_MS = 24 * 3_600_000;
const STREETS = [
  "Ленина ул",
  "Ленина пр-т",
  "Ленинградский пр-т",
  "Королёва ул",
  "Большая Полянка ул",
];

function places(...names: string[]): PosPlace[] {
  return names.map((name) => ({ posId: randomUUID(), name }));
}

describe("The streets of a POS", () => {
  let fixture: OrderFixture;
  let organizationId: string;
  let branchId: string;
  let known: PosPlace[];

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  afterAll(() => fixture.stop());

  beforeEach(async () => {
    organizationId = randomUUID();
    known = places(...STREETS);
    fixture.pos.knownStreets.set(organizationId, { Ярославль: known, Кострома: places("Мира ул") });
    branchId = await fixture.branch({ delivery: { streets: StreetUse.REQUIRED } }, organizationId);
    await fixture.useCases.refreshStreets.execute();
    fixture.pos.streetCalls.length = 0;
  });
  afterEach(async () => {
    fixture.pos.failure = undefined;
    await fixture.saveSettings(branchId, { delivery: { streets: null } });
  });

  const find = async (text: string, limit = 10) =>
    (await fixture.useCases.findStreets.execute(GUEST, branchId, text, limit)).map(
      ({ name, city }) => (city === "Ярославль" ? name : `${name}, ${city}`),
    );
  const inDays = (days: number) =>
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + days * DAY_MS));
  const order = (address: Partial<Address>) =>
    fixture.useCases.createOrder.execute(
      aNewOrder(branchId, { address: { ...anAddress, city: null, ...address } }),
    );
  const UNKNOWN = [{ code: "STREET_UNKNOWN", field: ["input", "address", "street"] }];

  it.each([
    ["лен", ["Ленина пр-т", "Ленина ул", "Ленинградский пр-т"]],
    ["ЛЕНИНА ул", ["Ленина пр-т", "Ленина ул"]],
    ["коро", ["Королёва ул"]],
    ["королё", ["Королёва ул"]],
    ["поля бол", ["Большая Полянка ул"]],
    ["полянка б", ["Большая Полянка ул"]],
    ["нина", []],
    ["мира", ["Мира ул, Кострома"]],
    ["ленина мира", []],
    ["", []],
    ["100%_", []],
  ])("are found by %p, by the beginnings of words", async (text, found) => {
    expect(await find(text)).toEqual(found);
    expect(fixture.pos.streetCalls).toEqual([]);
  });

  it("are limited to the number asked for, and empty when the branch offers none", async () => {
    expect(await find("лен", 2)).toHaveLength(2);
    expect(await find("лен", 0)).toEqual([]);
    await fixture.saveSettings(branchId, { delivery: { streets: null } });
    expect(await find("лен")).toEqual([]);
    await expect(
      fixture.useCases.findStreets.execute(GUEST, randomUUID(), "лен", 10),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are read once a day, and written only when changed", async () => {
    const rowsAt = async () => {
      const sql =
        "select min(xmin::text::bigint)::text as at from streets where organization_id_in_pos = $1";
      const [row] = await fixture.db.query<{ at: string }[]>(sql, [organizationId]);
      return row?.at;
    };
    const first = await rowsAt();
    await fixture.useCases.refreshStreets.execute();
    expect(fixture.pos.streetCalls).toEqual([]);
    inDays(2);
    fixture.pos.knownStreets.set(organizationId, {
      Кострома: [],
      Ярославль: known.toReversed(),
    });
    await fixture.useCases.refreshStreets.execute();
    expect(fixture.pos.streetCalls).toHaveLength(2);
    expect(await find("мира")).toEqual([]);
    const second = await rowsAt();
    expect(second).not.toBe(first);
    inDays(2);
    fixture.pos.knownStreets.set(organizationId, { Ярославль: known });
    await fixture.useCases.refreshStreets.execute();
    expect(await rowsAt()).toBe(second);
  });

  it("stay while the POS does not answer, and are removed with the last branch that uses them", async () => {
    inDays(2);
    fixture.pos.failure = new PosUnavailable("socket hang up");
    await fixture.useCases.refreshStreets.execute();
    expect(await find("коро")).toEqual(["Королёва ул"]);
    fixture.pos.failure = undefined;
    await fixture.saveSettings(branchId, { delivery: { streets: null } });
    await fixture.useCases.refreshStreets.execute();
    const lists = await fixture.db.query<object[]>(
      "select from street_lists where organization_id_in_pos = $1",
      [organizationId],
    );
    expect(lists).toEqual([]);
  });

  it("are what orders name: by id, or by a name that fits only one street", async () => {
    const [lenina, avenue, , korolyova] = known.map(({ posId }) => posId) as Ids;
    const taken = [
      await order({ street: "whatever", posStreetId: korolyova }),
      await order({ street: "королева" }),
      await order({ street: "улица Ленина" }),
      await order({ street: "пр-т Ленина", city: "г. Ярославль" }),
    ];
    const ids = taken.map(({ order: { address } }) => address?.posStreetId);
    expect(ids).toEqual([korolyova, korolyova, lenina, avenue]);
    expect(taken[1]?.order.address?.street).toBe("королева");
  });

  it.each<[string, Partial<Address>]>([
    ["no street of the list", { street: "Садовая" }],
    ["one of two", { street: "Ленина" }],
    ["one of another city", { street: "Королёва", city: "Кострома" }],
    ["an id of nobody", { street: "Королёва", posStreetId: randomUUID() }],
  ])("are not %s, so the order is refused", async (_, address) => {
    expect(await errorsOf(order(address))).toEqual(UNKNOWN);
  });

  it("do not matter to a branch that only offers them, or whose list is not known yet", async () => {
    await fixture.saveSettings(branchId, { delivery: { streets: StreetUse.OFFERED } });
    expect((await order({ street: "Садовая" })).order.address?.posStreetId ?? null).toBeNull();
    await fixture.saveSettings(branchId, { delivery: { streets: StreetUse.REQUIRED } });
    await fixture.db.query("delete from street_lists where organization_id_in_pos = $1", [
      organizationId,
    ]);
    expect((await order({ street: "Садовая" })).order.injectionState).toBe("QUEUED");
  });
});
