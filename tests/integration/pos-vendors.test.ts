import { Variables } from "../../src/config/variables";
import { LoyaltyDisabled, PosCannot, RefusalKind } from "../../src/errors";
import { able, can, type Pos, type PosCapability } from "../../src/ports/pos/pos";
import { wordsOfPos } from "../../src/ports/pos/pos-guidance";
import {
  credentialChange,
  maskCredential,
} from "../../src/services/branches/settings/credential-change";
import { POS } from "../../src/vendors";
import { FakePos } from "../support/fakes";

const NO_RULES = { mayBePlain: () => false, mustBeEncrypted: () => undefined, allowHint: "" };

it("lists each kind of POS once, iiko first", () => {
  const kinds = POS.map(({ kind }) => kind);
  expect(kinds).toEqual([...new Set(kinds)]);
  expect(kinds[0]).toBe("IIKO");
});

describe.each(POS.map((vendor) => [vendor.kind, vendor] as const))("%s", (kind, vendor) => {
  const { settings, credentials } = vendor;

  it("has names that fit the API, and explains what they mean", () => {
    for (const { kind: name, description } of [vendor, ...credentials]) {
      expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
      expect(description).not.toBe("");
    }
    expect(kind).not.toBe("NONE");
  });

  it("accepts its own example of an id, in one spelling, and says what ids are", () => {
    const { ids } = vendor;
    const { example, what } = ids;
    expect(ids.read(example)).toBe(example);
    expect([what.ru.trim(), what.en.trim()]).not.toContain("");
  });

  it("accepts each of its keys as a whole, and shows the end of one part", () => {
    for (const { kind: name, parts, shown } of credentials) {
      const input = Object.fromEntries(parts.map((part) => [part, `${part}-0123456789`]));
      const { credential, userErrors } = credentialChange(input, credentials);
      expect(userErrors).toEqual([]);
      expect(credential).toEqual({ kind: name, ...input });
      expect(parts).toContain(shown);
      expect(maskCredential({ kind: name, ...input }, credentials)).toBe("****6789");
    }
  });

  it("tells the staff what to do in its own programs, in both languages", () => {
    const { name, guidance } = wordsOfPos(vendor);
    expect(vendor.label.ru && vendor.label.en && name).toBeTruthy();
    for (const { ru, en } of Object.values(guidance)) {
      expect(ru).toMatch(/[а-яё]/i);
      expect(en).not.toBe(ru);
      for (const text of [ru, en]) expect(text).not.toMatch(/\.$|^\s|\s$/);
    }
  });

  it("is set up by its variable alone, and never without it in production", () => {
    if (settings.variable !== null) {
      expect(settings.notes).toHaveProperty(settings.variable);
      expect(settings.example).toContain(`${settings.variable}=`);
      expect(settings.read(new Variables({}), null)).toBeNull();
    }
    expect(settings.read(new Variables({}), NO_RULES)).toBeNull();
  });
});

describe("A POS that cannot do everything", () => {
  const { orders, ...others } = { orders: new FakePos(), stopLists: undefined, coupon: undefined };
  const pos: Pos = Object.assign(Object.create(orders) as Pos, others);

  it.each<[PosCapability, boolean]>([
    ["changes", true],
    ["cancellations", true],
    ["webhooks", true],
    ["rules", false],
    ["stopLists", false],
    ["coupons", false],
  ])("is asked whether it supports something: %s, %s", (capability, answer) => {
    expect(can(pos, capability)).toBe(answer);
  });

  it("is refused permanently, with a reason in both languages", () => {
    expect(() => able(pos, "stopLists")).toThrow(PosCannot);
    try {
      able(pos, "stopLists");
    } catch (error) {
      expect(error).toMatchObject({ posCode: "POS_CANNOT", kind: RefusalKind.FINAL });
      expect((error as PosCannot).reason?.message).toEqual({
        ru: "Касса филиала не сообщает стоп-листов",
        en: "The branch's POS tells no stop lists",
      });
    }
  });

  it("has no loyalty programme if it lacks a part of one", () => {
    expect(() => able(pos, "coupons")).toThrow(LoyaltyDisabled);
  });
});

describe("The ids of iiko", () => {
  const ID = "7bc05553-4b68-44e8-b7bc-37be63c6d9e9";
  const { ids } = POS[0] ?? {};

  it.each([ID, ID.toUpperCase(), `\u200b ${ID} `])("are UUIDs, in lower case: %j", (text) => {
    expect(ids?.read(text)).toBe(ID);
  });

  it.each(["r-17/кухня 2", "", ID.slice(1), `${ID}\0`])("are nothing else: %j", (text) => {
    expect(ids?.read(text)).toBeNull();
  });
});
