import { AddressCounts } from "../../src/limits/address-counts";
import { addressGroups } from "../../src/limits/address-groups";
import { AddressLimiter } from "../../src/limits/address-limiter";

const clock = { now: () => new Date(1_000_000) };
const groupsOf = (address: string) => addressGroups(address).map(({ key }) => key);

describe("The groups of an address", () => {
  it("are just the address itself for IPv4, however it is written", () => {
    for (const address of [
      "198.51.100.7",
      "198.51.100.7:99",
      "::ffff:198.51.100.7",
      "[::ffff:c633:6407]:99",
    ]) {
      expect(groupsOf(address)).toEqual(["198.51.100.7"]);
    }
  });

  it("are the networks that contain it for IPv6", () => {
    const groups = ["2001:db8:1:2a34::/64", "2001:db8:1:2a00::/56", "2001:db8:1::/48"];
    expect(groupsOf("2001:db8:1:2a34:5:6:7:8")).toEqual(groups);
    expect(groupsOf("[2001:DB8:1:2A34::1%eth0]:443")).toEqual(groups);
    expect(groupsOf("2001:db8:1:2aff::1").slice(1)).toEqual(groups.slice(1));
    expect(groupsOf("2001:db8:1:2b34::1").slice(1)).toEqual([
      "2001:db8:1:2b00::/56",
      "2001:db8:1::/48",
    ]);
  });

  it("are the same for all addresses that cannot be parsed", () => {
    expect(groupsOf("nonsense")).toEqual(groupsOf("x".repeat(1_000)));
  });

  it("have higher limits the wider they are, but not in proportion to the number of networks in them", () => {
    const times = addressGroups("2001:db8::1").map((group) => group.times);
    expect(times[0]).toBe(1);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)).toBeLessThan(256);
  });
});

/** @returns how many of `count` callers a limit of ten admits */
function letThrough(
  limiter: AddressLimiter,
  count: number,
  addressOf: (n: number) => string,
): number {
  return Array.from({ length: count }, (_, n) => limiter.take(addressOf(n))).filter(
    (waitMs) => waitMs === 0,
  ).length;
}

describe("A limit per address", () => {
  const limiter = () => new AddressLimiter({ burst: 10, refillMs: 1_000 }, clock);

  it.each([
    ["an IPv4 address", () => "198.51.100.7", 10],
    ["an IPv4 address with changing ports", (n: number) => `198.51.100.7:${n}`, 10],
    ["a /64, 2,000 addresses", (n: number) => `2001:db8:1:2::${n.toString(16)}`, 10],
    ["a /56, 256 networks", (n: number) => `2001:db8:1:${(n % 256).toString(16)}::1`, 15],
    ["a /48, 2,000 networks", (n: number) => `2001:db8:1:${(n * 31).toString(16)}::1`, 40],
    ["2,000 texts that are no address", (n: number) => `nonsense ${n}`, 10],
  ])("applies to %s", (_title, addressOf, most) => {
    expect(letThrough(limiter(), 2_000, addressOf)).toBe(most);
  });

  it("does not block other networks when a neighbouring one has used up its limit", () => {
    const one = limiter();
    letThrough(one, 2_000, (n) => `2001:db8:1:${n.toString(16)}::1`);
    expect(one.take("2001:db8:2::1")).toBe(0);
    expect(one.take("198.51.100.7")).toBe(0);
  });

  it("does not charge the wider groups for what the narrow one refuses", () => {
    const one = limiter();
    letThrough(one, 1_000, () => "2001:db8:1:1::1");
    expect(
      letThrough(one, 30, (n) => `2001:db8:1:${(0x100 * (n % 3) + 0x200).toString(16)}::1`),
    ).toBe(30);
  });

  it("refunds all groups", () => {
    const one = limiter();
    letThrough(one, 40, (n) => `2001:db8:1:${n.toString(16)}00::1`);
    expect(one.take("2001:db8:1:ff00::1")).toBeGreaterThan(0);
    one.giveBack("2001:db8:1:0::1", 1);
    expect(one.take("2001:db8:1:ff00::1")).toBe(0);
  });

  it("counts each purpose separately", () => {
    const one = limiter();
    expect(one.take("198.51.100.7", 10, "quotes")).toBe(0);
    expect(one.take("198.51.100.7", 1, "quotes")).toBeGreaterThan(0);
    expect(one.take("198.51.100.7", 10, "orders")).toBe(0);
  });
});

describe("What addresses hold simultaneously", () => {
  it("is limited for each address and its networks", () => {
    const counts = new AddressCounts({ perAddress: 10, inAll: 1_000 });
    const enter = (address: string) => {
      if (counts.fullFor(address)) return 0;
      counts.add(address);
      return 1;
    };
    let entered = 0;
    for (let n = 0; n < 500; n++) entered += enter(`2001:db8:1:${(n * 131).toString(16)}::1`);
    expect(entered).toBe(40);
    expect(counts.fullFor("2001:db8:1:ffff::1")).toBe("address");
    counts.remove("2001:db8:1:0::1");
    expect(counts.fullFor("2001:db8:1:ffff::1")).toBeUndefined();
    expect(counts.total).toBe(39);
  });

  it("leaves the last part of the total to those who hold little", () => {
    const counts = new AddressCounts({ perAddress: 50, inAll: 100 });
    for (let n = 0; n < 40; n++) counts.add("198.51.100.1");
    for (let n = 0; n < 40; n++) counts.add("198.51.100.2");
    expect(counts.fullFor("198.51.100.1")).toBe("address");
    for (let n = 0; n < 20; n++) {
      expect(counts.fullFor(`198.51.100.${100 + n}`)).toBeUndefined();
      counts.add(`198.51.100.${100 + n}`);
    }
    expect(counts.fullFor("198.51.100.200")).toBe("all");
  });
});
