import { type IncomingMessage } from "node:http";

import { clientAddress, readAddress, UNKNOWN_ADDRESS } from "../../src/limits/client-address";

function request(
  remoteAddress: string | undefined,
  forwarded?: string | string[],
): IncomingMessage {
  return {
    headers: { "x-forwarded-for": forwarded },
    socket: { remoteAddress },
  } as unknown as IncomingMessage;
}

describe("Parsing an address", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    [" 198.51.100.7 ", "198.51.100.7"],
    ["198.51.100.7:8080", "198.51.100.7"],
    ['"198.51.100.7:8080"', "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["::FFFF:c633:6407", "198.51.100.7"],
    ["0:0:0:0:0:ffff:198.51.100.7", "198.51.100.7"],
    ["[::ffff:198.51.100.7]:443", "198.51.100.7"],
    ["64:ff9b::198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2:0:0:0:9"],
    ["[2001:db8::1]", "2001:db8:0:0:0:0:0:1"],
    ["[2001:db8::1]:2000", "2001:db8:0:0:0:0:0:1"],
    ['"[2001:db8::1]:2000"', "2001:db8:0:0:0:0:0:1"],
    ["2001:db8::", "2001:db8:0:0:0:0:0:0"],
    ["::1", "0:0:0:0:0:0:0:1"],
    ["::", "0:0:0:0:0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0:0:0:0:1"],
    ["[fe80::1%25eth0]:80", "fe80:0:0:0:0:0:0:1"],
    ["1:2:3:4:5:6:198.51.100.7", "1:2:3:4:5:6:c633:6407"],
  ])("turns %s into %s", (text, address) => {
    expect(readAddress(text)).toBe(address);
  });

  it.each([
    [""],
    ["unknown"],
    ["_hidden"],
    ["198.51.100"],
    ["198.51.100.256"],
    ["198.51.100.7.8"],
    ["0xc6336407"],
    ["2001:db8::1::2"],
    ["2001:db8:::1"],
    ["[2001:db8::1"],
    ["[198.51.100.7]x"],
    ["198.51.100.7:port"],
    ["198.51.100.7\u0000"],
    ["x".repeat(100_000)],
    [`198.51.100.7${" ".repeat(100_000)}`],
  ])("finds none in %j", (text) => {
    expect(readAddress(text)).toBeUndefined();
  });
});

describe("The address of a client", () => {
  it("is the other end of the connection where no proxy is trusted, whatever the headers say", () => {
    expect(clientAddress(request("192.0.2.1", "198.51.100.7"), false)).toBe("192.0.2.1");
    expect(clientAddress(request("::ffff:192.0.2.1"), false)).toBe("192.0.2.1");
  });

  it("is the last one named by a trusted proxy, which saw that one itself", () => {
    expect(clientAddress(request("10.0.0.1", "203.0.113.9, 198.51.100.7:1234"), true)).toBe(
      "198.51.100.7",
    );
    expect(clientAddress(request("10.0.0.1", ["203.0.113.9", "[2001:db8::1]:99"]), true)).toBe(
      "2001:db8:0:0:0:0:0:1",
    );
  });

  it("is the proxy's own where the last one cannot be parsed, so that inventing one gains nothing", () => {
    for (const forwarded of [
      "203.0.113.9, nonsense",
      "203.0.113.9,",
      "",
      "x".repeat(10_000),
      undefined,
    ]) {
      expect(clientAddress(request("10.0.0.1", forwarded), true)).toBe("10.0.0.1");
    }
  });

  it("is unknown when the connection is gone", () => {
    expect(clientAddress(request(undefined), true)).toBe(UNKNOWN_ADDRESS);
  });
});
