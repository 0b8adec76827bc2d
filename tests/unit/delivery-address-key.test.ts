import { addressKey } from "../../src/domain/delivery/address-key";
import { type AddressInWords } from "../../src/domain/delivery/pos-address";

const ADDRESS: AddressInWords = {
  city: "Ярославль",
  street: "ул. Королёва",
  posStreetId: null,
  house: "12к2",
  building: null,
};
const BY_ID = { ...ADDRESS, posStreetId: "5F0E0D0A-0000-4000-8000-000000000007" };

function keyOf(change: Partial<AddressInWords>, from = ADDRESS) {
  return addressKey({ ...from, ...change });
}

describe("An address that is saved", () => {
  it.each<[string, Partial<AddressInWords>]>([
    ["in another case", { street: "УЛ. КОРОЛЁВА", city: "ярославль", house: "12К2" }],
    ["with е for ё", { street: "ул. Королева" }],
    ["with the kind of street behind", { street: "Королёва улица" }],
    ["with more blanks", { street: "  ул.  Королёва ", house: "12 к 2" }],
    ["with the kind of city", { city: "г. Ярославль" }],
    ["with the word for house", { house: "д. 12к2" }],
    ["with the whole word for house", { house: "дом 12 К 2" }],
    ["with an empty building", { building: " " }],
  ])("is the same %s", (_, change) => {
    expect(keyOf(change)).toBe(keyOf({}));
  });

  it.each<[string, Partial<AddressInWords>]>([
    ["in another city", { city: "Рыбинск" }],
    ["without a city", { city: null }],
    ["in a street of another kind", { street: "пр-т Королёва" }],
    ["without the kind of street", { street: "Королёва" }],
    ["in another street", { street: "ул. Королёва и Гагарина" }],
    ["at another house", { house: "12к3" }],
    ["in another building", { building: "2" }],
    ["by the street's id", { posStreetId: BY_ID.posStreetId }],
  ])("is a different one %s", (_, change) => {
    expect(keyOf(change)).not.toBe(keyOf({}));
  });

  it("is identified by the street's id alone when there is one", () => {
    const same = { street: "", city: null, posStreetId: BY_ID.posStreetId.toLowerCase() };
    expect(keyOf(same, BY_ID)).toBe(keyOf({}, BY_ID));
    expect(keyOf({ house: "1" }, BY_ID)).not.toBe(keyOf({}, BY_ID));
  });

  it("needs a street and a house", () => {
    expect([keyOf({ house: "" }), keyOf({ house: "дом" }), keyOf({ house: "" }, BY_ID)]).toEqual([
      null,
      null,
      null,
    ]);
    expect([keyOf({ street: "" }), keyOf({ street: "…" })]).toEqual([null, null]);
  });
});
