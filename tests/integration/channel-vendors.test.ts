import { Variables } from "../../src/config/variables";
import { type ChannelVendor, wordsOfChannel } from "../../src/ports/channel-vendor";
import { CHANNELS } from "../../src/vendors";

const NO_RULES = { mayBePlain: () => false, mustBeEncrypted: () => undefined, allowHint: "" };

/** Records every variable that is requested. */
class AskedVariables extends Variables {
  readonly asked = new Set<string>();

  override text(name: string): string | null {
    this.asked.add(name);
    return super.text(name);
  }
}

function variablesOf(vendor: ChannelVendor): string[] {
  const variables = new AskedVariables({});
  vendor.settings.read(variables, null);
  vendor.settings.read(variables, NO_RULES);
  return [...variables.asked].sort();
}

it("knows each kind of channel once", () => {
  const kinds = CHANNELS.map(({ kind }) => kind);
  expect(kinds).toEqual([...new Set(kinds)]);
  expect(kinds).toEqual(expect.arrayContaining(["EMAIL", "TELEGRAM"]));
});

it("shares no variable between two channels", () => {
  const names = CHANNELS.flatMap(variablesOf);
  expect(names).toEqual([...new Set(names)]);
});

describe.each(CHANNELS.map((vendor) => [vendor.kind, vendor] as const))("%s", (kind, vendor) => {
  const { settings, target, label } = vendor;

  it("has a name that fits the API", () => {
    expect(kind).toMatch(/^[A-Z][A-Z_]*$/);
    expect(vendor.description).not.toBe("");
  });

  it("has texts in Russian and English", () => {
    const texts = [label.name, label.by, ...(label.moved ? [label.moved] : [])];
    for (const { ru, en } of texts) expect([ru.length > 0, en.length > 0]).toEqual([true, true]);
    expect(wordsOfChannel(CHANNELS, kind)).toBe(label);
  });

  it("accepts the target of its example, and says what is wrong with another", () => {
    expect(target.check(target.example)).toBeNull();
    for (const wrong of ["", " ", "no such target", `${target.example}\n`, "9".repeat(300)])
      expect(target.check(wrong)?.ru).toMatch(/[а-я]/);
  });

  it("describes every variable that it reads, and no other", () => {
    expect(Object.keys(settings.notes).sort()).toEqual(variablesOf(vendor));
    expect(settings.notes).toHaveProperty(settings.variable);
    expect(settings.required).toContain(settings.variable);
    expect(settings.example).toContain(`${settings.variable}=`);
  });

  it("is not set up when nothing is configured", () => {
    expect(settings.read(new Variables({}), null)).toBeNull();
    expect(settings.read(new Variables({}), NO_RULES)).toBeNull();
  });
});

it("names a channel that this version does not know by its kind", () => {
  const { name, by } = wordsOfChannel(CHANNELS, "PIGEON");
  expect(name).toEqual({ ru: "PIGEON", en: "PIGEON" });
  expect(by).toEqual({ ru: "через PIGEON", en: "by PIGEON" });
});
