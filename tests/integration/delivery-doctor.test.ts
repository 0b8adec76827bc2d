import { UNRESTRICTED } from "../../sandbox/delivery/restrictions";
import { iiko } from "../../src/adapters/iiko/iiko-vendor";
import { ZoneSource } from "../../src/domain/delivery/zone-source";
import { PosUnavailable } from "../../src/errors";
import { wordsOfPos } from "../../src/ports/pos/pos-guidance";
import { type ConnectedFindings } from "../../src/services/branches/doctor/branch-findings";
import { judgeZones } from "../../src/services/branches/doctor/judge-zones";
import { writtenZones } from "../support/delivery-places";
import { aRestriction, asRestrictions, termsOf, TILL } from "../support/delivery-restrictions";

const PRODUCT = "5f0e0d0a-0000-4000-8000-00000000000a";
const CENTRE = {
  name: "Центр",
  coordinates: [
    { latitude: 57.6, longitude: 39.8 },
    { latitude: 57.6, longitude: 39.9 },
    { latitude: 57.7, longitude: 39.9 },
  ],
  addresses: [],
};

/** A branch that uses the zones of iiko, which gives that answer. */
async function judged(answer: object | null, more: object = {}) {
  const deliveryTerms = { value: answer && (await termsOf({ ...UNRESTRICTED, ...answer })) };
  return judge({ pos: { deliveryTerms }, ...more });
}

function judge(more: object) {
  return judgeZones({
    vendor: wordsOfPos(iiko),
    settings: { deliveryZonesFrom: ZoneSource.POS, terminalGroupId: TILL },
    ...more,
  } as unknown as ConnectedFindings);
}

const one = (change: Parameters<typeof aRestriction>[0] = {}) => ({
  deliveryZones: [CENTRE],
  restrictions: [aRestriction({ zone: "Центр", ...change })],
});

describe("the doctor's check of iiko's zones", () => {
  it("does not matter to a branch that uses its own", () => {
    const settings = { deliveryZonesFrom: ZoneSource.OWN };
    expect(judge({ settings, pos: {} })).toMatchObject({ state: "OK" });
  });

  it("reports how many there are, and how many outlines it closed", async () => {
    expect(await judged(one())).toEqual({
      state: "OK",
      fix: null,
      message: {
        ru: "Зон: 1, условий для филиала: 1, замкнуто открытых контуров: 1",
        en: "Zones: 1, terms for the branch: 1, open outlines that were closed: 1",
      },
    });
  });

  it("does not judge a POS that reports none or does not answer", () => {
    expect(judge({ pos: {} })).toMatchObject({ state: "NOT_CHECKED" });
    const error = new PosUnavailable("socket hang up");
    expect(judge({ pos: { deliveryTerms: { error } } })).toMatchObject({ state: "NOT_CHECKED" });
  });

  it("says that deliveries go anywhere until a POS that has not answered does so for the first time", () => {
    const error = new PosUnavailable("socket hang up");
    const verdict = judge({ pos: { deliveryTerms: { error } }, knowsZones: false });
    expect(verdict.state).toBe("WARNING");
    expect(verdict.message.en).toContain("until they are, orders are taken for any address");
  });

  it.each([
    ["iiko says nothing of the organization", null, "WARNING", "на любой адрес"],
    ["there are no restrictions", {}, "WARNING", "на любой адрес"],
    ["they are another till's", one({ terminalGroupId: PRODUCT }), "FAILED", "терминальной группе"],
    ["a zone has no shape", one({ zone: "Город" }), "WARNING", "Без контура и адресов: Город"],
    ["a day may be another one", one({ weekMap: 31 }), "WARNING", "Не по всем дням: Центр"],
    [
      "another service decides",
      { ...one(), useExternalAssignationService: true },
      "WARNING",
      "внешняя служба",
    ],
  ])("says that %s", async (_, answer, state, words) => {
    const verdict = await judged(answer);
    expect(verdict).toMatchObject({ state });
    expect(verdict.message.ru).toContain(words);
    expect(verdict.fix).not.toBeNull();
  });

  it("reports a fee product that has no price", async () => {
    const paid = { ...one({ deliveryServiceProductId: PRODUCT }), addDeliveryServiceCost: true };
    expect((await judged(paid)).message.en).toContain("no price of the fee's product: Центр");
    const feePrices = new Map([[PRODUCT, 15_000]]);
    expect(await judged(paid, { feePrices })).toMatchObject({ state: "OK" });
  });

  it("reports everything that is unclear together", async () => {
    const { message, fix } = await judged(asRestrictions(writtenZones()));
    expect(message.ru).toContain("Без контура и адресов: Пустая");
    expect(message.ru).toContain("Не по всем дням: Город, Ночь");
    expect(fix?.en).toContain("posWeekStartsAt");
  });
});
