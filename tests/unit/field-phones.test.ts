import { actsFor } from "../../src/domain/access/acts-for";
import { countryOf, isCountry } from "../../src/domain/guests/country";
import { formerPhone, isStoredPhone, storedPhonesOf } from "../../src/domain/guests/former-phone";
import {
  normalisePhone,
  phoneOfAnyBranch,
  phonesWritten,
  readPhone,
  whyNoPhone,
} from "../../src/domain/guests/phone";
import { PhoneProblem } from "../../src/domain/guests/phone-problem";

describe("reading a guest's phone as it is written in the branch's country", () => {
  it.each([
    ["RU", "+7 8 900 123-45-67", "+79001234567"],
    ["RU", "8 900 123-45-67", "+79001234567"],
    ["RU", "900 123 45 67", "+79001234567"],
    ["RU", "+7 7 900 123-45-67", "+79001234567"],
    ["RU", "+7 +7 900 123-45-67", "+79001234567"],
    ["RU", "+8 900 123-45-67", "+79001234567"],
    ["RU", "00 7 900 123-45-67", "+79001234567"],
    ["RU", "tel:+7-900-123-45-67", "+79001234567"],
    ["RU", "Тел.: 8(900)1234567.", "+79001234567"],
    ["RU", "\u202d+7 900 123‑45‑67\u202c", "+79001234567"],
    ["RU", "٨ ٩٠٠ ١٢٣ ٤٥ ٦٧", "+79001234567"],
    ["RU", "8 (4852) 12-34-56", "+74852123456"],
    ["RU", "(495) 123-45-67", "+74951234567"],
    ["KZ", "8 701 123 45 67", "+77011234567"],
    ["KZ", "701 123 45 67", "+77011234567"],
    ["KZ", "8 (727) 250-00-00", "+77272500000"],
    ["KZ", "8 900 123-45-67", "+79001234567"],
    ["BY", "80 29 123-45-67", "+375291234567"],
    ["BY", "8 029 123-45-67", "+375291234567"],
    ["BY", "029 123-45-67", "+375291234567"],
    ["BY", "+375 (0) 29 123-45-67", "+375291234567"],
    ["BY", "+375 375 29 123-45-67", "+375291234567"],
    ["BY", "8 (017) 200-00-00", "+375172000000"],
    ["UZ", "90 123 45 67", "+998901234567"],
    ["UZ", "8 90 123 45 67", "+998901234567"],
    ["UZ", "998 90 123 45 67", "+998901234567"],
    ["AM", "091 123-456", "+37491123456"],
    ["AM", "8 91 123456", "+37491123456"],
    ["GE", "595 12 34 56", "+995595123456"],
    ["GE", "0 32 2 12 34 56", "+995322123456"],
    ["KG", "0555 123 456", "+996555123456"],
    ["AZ", "050 123 45 67", "+994501234567"],
  ])("%s: %s is %s", (country, written, phone) => {
    expect(normalisePhone(written, country)).toBe(phone);
  });

  it.each([
    ["RU", "+375 29 123-45-67", "+375291234567"],
    ["RU", "8 10 375 29 123-45-67", "+375291234567"],
    ["RU", "375291234567", "+375291234567"],
    ["RU", "+7 375 29 123-45-67", "+375291234567"],
    ["BY", "8 900 123-45-67", "+79001234567"],
    ["UZ", "79001234567", "+79001234567"],
    ["GE", "+44 20 7946 0958", "+442079460958"],
    ["RU", "+1 212 555 0100", "+12125550100"],
  ])("for a caller from elsewhere, at a branch in %s: %s is %s", (country, written, phone) => {
    expect(normalisePhone(written, country)).toBe(phone);
  });

  it.each([
    ["+7 900 123-45-6", PhoneProblem.TOO_SHORT],
    ["8 900 123-45-6", PhoneProblem.TOO_SHORT],
    ["+7 8 900 123-45-6", PhoneProblem.TOO_SHORT],
    ["+7 900 123-45-678", PhoneProblem.TOO_LONG],
    ["+375 29 123-45-6", PhoneProblem.TOO_SHORT],
    ["+999 123 45 67 89", PhoneProblem.UNKNOWN_CODE],
    ["123-45-67", PhoneProblem.NO_AREA_CODE],
    ["+7 495 123-45-67 доб. 12", PhoneProblem.EXTENSION],
    ["+7 495 123-45-67 ext 12", PhoneProblem.EXTENSION],
    ["8 495 123 45 67 #12", PhoneProblem.EXTENSION],
    ["84951234567, 12", PhoneProblem.EXTENSION],
    ["8 900 123-45-67, 8 900 765-43-21", PhoneProblem.SEVERAL],
    ["+79001234567 +79007654321", PhoneProblem.SEVERAL],
    ["+7 9OO 123-45-67", PhoneProblem.LETTERS],
    ["позвоните", PhoneProblem.LETTERS],
    ["+7 000 000-00-00", PhoneProblem.NO_SUCH],
    ["1".repeat(101), PhoneProblem.TOO_LONG],
    ["\u202d\u202c", PhoneProblem.TOO_SHORT],
  ])("%s is refused: %s", (written, problem) => {
    expect(readPhone(written, "RU")).toEqual({ problem });
  });

  it("explains in both languages what is wrong, with an example from the branch's country", () => {
    expect(whyNoPhone("+375 29 123-45-6", "BY")).toEqual({
      ru: "Неверный телефон: не хватает цифр; пример: +375 29 123-45-67",
      en: "Not a phone number: it has too few digits; example: +375 29 123-45-67",
    });
    expect(whyNoPhone("8 495 123-45-67 доб. 5").ru).toContain("без добавочного");
    expect(whyNoPhone("12", "FR").en).toContain("+33");
  });

  it("leaves a number as it is when it is read again, in any country", () => {
    const phones = [
      "+79001234567",
      "+375291234567",
      "+998901234567",
      "+37491123456",
      "+995595123456",
      "+77011234567",
    ];
    for (const country of ["RU", "BY", "KZ", "UZ", "AM", "GE"]) {
      expect(phones.map((phone) => normalisePhone(phone, country))).toEqual(phones);
    }
  });
});

describe("when no branch says which country is meant", () => {
  it("the Russian reading comes first, then the only possible one", () => {
    expect(phoneOfAnyBranch("8 900 123-45-67")).toBe("+79001234567");
    expect(phoneOfAnyBranch("80 29 123-45-67")).toBe("+375291234567");
    expect(phoneOfAnyBranch("595 12 34 56")).toBe("+995595123456");
  });

  it("a number of several countries belongs to nobody, and a search looks for all of them", () => {
    expect(phoneOfAnyBranch("55 123 45 67")).toBeUndefined();
    expect(phonesWritten("55 123 45 67")).toEqual(
      expect.arrayContaining(["+998551234567", "+995551234567"]),
    );
  });
});

describe("a phone that was stored when digits were merely counted", () => {
  it.each([
    ["+7 8 900 123-45-67", "RU"],
    ["+8 900 123-45-67", "RU"],
    ["+7 7 900 123-45-67", "RU"],
    ["00 7 900 123-45-67", "RU"],
    ["8 029 123-45-67", "BY"],
    ["+375 (0) 29 123-45-67", "BY"],
    ["+375 80 29 123-45-67", "BY"],
    ["00 375 29 123-45-67", "BY"],
    ["8 10 998 90 123-45-67", "UZ"],
    ["+7 8 701 123-45-67", "KZ"],
    ["0532 123 45 67", "TR"],
    ["0151 23456789", "DE"],
    ["00 44 20 7946 0958", "RU"],
    ["8 050 123-45-67", "UA"],
  ])("written as %s is found by its current reading", (written, country) => {
    const stored = formerPhone(written) ?? "none";
    const phone = normalisePhone(written, country) ?? "none";
    expect(stored).not.toBe(phone);
    expect(storedPhonesOf(phone)).toContain(stored);
    expect(isStoredPhone(stored, phone)).toBe(true);
  });

  it("belongs to nobody else: each is one person's number, or no number at all", () => {
    const ours = [
      "+79001234567",
      "+74951234567",
      "+375291234567",
      "+998901234567",
      "+77011234567",
      "+380501234567",
    ];
    for (const phone of [...ours, "+442079460958", "+905321234567"]) {
      const others = storedPhonesOf(phone).filter(
        (stored) => (normalisePhone(stored) ?? phone) !== phone,
      );
      expect(others).toEqual([]);
    }
  });

  it("belongs to its signed-in guest", () => {
    const guest = { kind: "customer", phone: "+79001234567", expiresAt: null } as const;
    expect(actsFor(guest, "+789001234567", "branch")).toBe(true);
    expect(actsFor(guest, "+789001234568", "branch")).toBe(false);
    expect(actsFor(guest, null, "branch")).toBe(false);
  });
});

describe("the country of a branch", () => {
  it.each([
    ["RUB", "Asia/Yekaterinburg", "RU"],
    ["BYN", "Europe/Minsk", "BY"],
    ["KZT", "Asia/Almaty", "KZ"],
    ["UZS", "Asia/Tashkent", "UZ"],
    ["AMD", "Asia/Yerevan", "AM"],
    ["GEL", "Asia/Tbilisi", "GE"],
    ["USD", "Asia/Tbilisi", "GE"],
    ["EUR", "Europe/Riga", "LV"],
    ["XAF", "Africa/Douala", "RU"],
  ])("with %s in %s is %s", (currency, zone, country) => {
    expect(countryOf(currency, zone)).toBe(country);
    expect(isCountry(country)).toBe(true);
  });
});
