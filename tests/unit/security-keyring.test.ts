import { Keyring } from "../../src/security/keyring";
import { sealedByVersion1 } from "../support/sealed-by-version-1";

const [OLD, NEW] = ["an-old-master-key-of-32-characters!", "a-new-master-key-of-32-characters!"];

describe("Keyring", () => {
  it("seals for the previous version as that version did, so that both can open it", () => {
    const keyring = new Keyring(["a-master-key-for-this-test-only-0001"]);
    const sealed = keyring.sealForFormer("token");
    expect(sealed.split(".").slice(0, 2)).toEqual(
      sealedByVersion1("a-master-key-for-this-test-only-0001", "token").split(".").slice(0, 2),
    );
    expect(keyring.open(sealed, "whoever it belongs to")).toBe("token");
  });

  it("opens what it has sealed, and seals the same text differently each time", () => {
    const keyring = new Keyring([NEW]);
    const [first, second] = [keyring.seal("секрет 🍕"), keyring.seal("секрет 🍕")];
    expect(first).not.toBe(second);
    expect(keyring.open(first)).toBe("секрет 🍕");
    expect(keyring.open(keyring.seal(""))).toBe("");
  });

  it("rejects a sealed text that was changed anywhere", () => {
    const keyring = new Keyring([NEW]);
    const sealed = keyring.seal("api-login");
    const [version, id, body] = sealed.split(".") as [string, string, string];
    const flipped = (body.startsWith("A") ? "B" : "A") + body.slice(1);
    for (const broken of [
      `${version}.${id}.${flipped}`,
      `v1.${id}.${body}`,
      `${version}.${id}`,
      body,
      "",
    ]) {
      expect(() => keyring.open(broken)).toThrow();
    }
    expect(() => keyring.open(`${version}.${id}.${body.slice(0, 8)}`)).toThrow("Not a sealed text");
  });

  it("opens a sealed text only in the place that it was sealed for", () => {
    const keyring = new Keyring([NEW]);
    const sealed = keyring.seal("api-login", "branch 1");
    expect(keyring.open(sealed, "branch 1")).toBe("api-login");
    for (const owner of ["branch 2", "branch", "", undefined])
      expect(() => keyring.open(sealed, owner)).toThrow();
  });

  it("opens what an earlier version sealed without a place, and says that it has to be sealed again", () => {
    const master = "591785b794601e212b260e25925636fd";
    const sealed = sealedByVersion1(master, "api-login");
    const keyring = new Keyring([master]);
    expect(keyring.open(sealed, "branch 1")).toBe("api-login");
    expect(keyring.isCurrent(sealed)).toBe(false);
    expect(keyring.isCurrent(keyring.seal("api-login", "branch 1"))).toBe(true);
    expect(new Keyring([NEW, master]).isCurrent(keyring.seal("api-login", "branch 1"))).toBe(false);
  });

  it("opens old texts while the old key is still configured, and seals with the new key", () => {
    const sealed = new Keyring([OLD]).seal("api-login");
    const rotated = new Keyring([NEW, OLD]);
    expect(rotated.open(sealed)).toBe("api-login");
    expect(new Keyring([NEW]).open(rotated.seal("api-login"))).toBe("api-login");
    expect(() => new Keyring([NEW]).open(sealed)).toThrow("not configured");
  });

  it("gives equal texts equal fingerprints, which differ by purpose and key", () => {
    const keyring = new Keyring([NEW]);
    const mac = keyring.mac("tracking", "order-1");
    expect(mac).toMatch(/^[\w-]{43}$/);
    expect(keyring.mac("tracking", "order-1")).toBe(mac);
    expect(keyring.mac("trackingorder", "-1")).not.toBe(mac);
    expect(keyring.mac("webhook", "order-1")).not.toBe(mac);
    expect(new Keyring([OLD]).mac("tracking", "order-1")).not.toBe(mac);
  });

  it("verifies fingerprints made with any configured key, and nothing else", () => {
    const mac = new Keyring([OLD]).mac("tracking", "order-1");
    const rotated = new Keyring([NEW, OLD]);
    expect(rotated.verifyMac("tracking", "order-1", mac)).toBe(true);
    expect(rotated.verifyMac("tracking", "order-2", mac)).toBe(false);
    expect(new Keyring([NEW]).verifyMac("tracking", "order-1", mac)).toBe(false);
    for (const broken of ["", mac.slice(1), `${mac}A`, `${mac}=`, "Я".repeat(43)]) {
      expect(rotated.verifyMac("tracking", "order-1", broken)).toBe(false);
    }
  });

  it("requires a key", () => {
    expect(() => new Keyring([])).toThrow(RangeError);
  });
});
