import { type LookupAddress } from "node:dns";
import { createServer } from "node:http";
import { type AddressInfo, type LookupFunction } from "node:net";

import { IikoHttp } from "../../src/adapters/iiko/connection/iiko-http";
import { TelegramChannel } from "../../src/adapters/telegram/telegram-channel";
import { BoundedRequests } from "../../src/ports/bounded-requests";
import { guardedFetch } from "../../src/security/guarded-fetch";
import { guardedLookup } from "../../src/security/guarded-lookup";
import { isLoopback, isPrivateAddress } from "../../src/security/private-address";

describe("An address", () => {
  it.each([
    ...[
      "127.0.0.1",
      "127.255.255.254",
      "0.0.0.0",
      "10.1.2.3",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
    ],
    ...["169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "192.0.0.8"],
    ...[
      "::",
      "::1",
      "::ffff:127.0.0.1",
      "::ffff:a00:1",
      "fc00::1",
      "fd12:3456::1",
      "fe80::1",
      "fe80::1%eth0",
    ],
    ...[
      "ff02::1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:db8::1",
      "::127.0.0.1",
      "not an address",
    ],
  ])("%s is private", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    "8.8.8.8",
    "172.32.0.1",
    "172.15.0.1",
    "100.128.0.1",
    "192.1.0.1",
    "2a00:1450:4010::1",
    "2606:4700::1111",
  ])("%s is public", (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it("is either loopback or not", () => {
    expect(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"].every(isLoopback)).toBe(true);
    expect(["10.0.0.1", "::2", "8.8.8.8", ""].some(isLoopback)).toBe(false);
  });
});

describe("The guarded lookup", () => {
  const names: Record<string, LookupAddress[]> = {
    "public.example": [{ address: "93.184.216.34", family: 4 }],
    "inside.example": [{ address: "10.0.0.5", family: 4 }],
    "mixed.example": [
      { address: "93.184.216.34", family: 4 },
      { address: "::1", family: 6 },
    ],
    localhost: [{ address: "127.0.0.1", family: 4 }],
    "empty.example": [],
  };
  const lookup = guardedLookup(["Inside.example"], (hostname, _options, done) =>
    done(null, names[hostname] ?? []),
  );
  const strict = guardedLookup([], (hostname, _options, done) => done(null, names[hostname] ?? []));

  function ask(ask: LookupFunction, hostname: string, all = true): Promise<unknown> {
    return new Promise((resolve) =>
      ask(hostname, { all }, (error, address) => resolve(error ? error.code : address)),
    );
  }

  it("returns public addresses, one or all", async () => {
    expect(await ask(strict, "public.example")).toEqual(names["public.example"]);
    expect(await ask(strict, "public.example", false)).toBe("93.184.216.34");
  });

  it("refuses names that resolve to internal addresses, even alongside a public one", async () => {
    expect(await ask(strict, "inside.example")).toBe("EPRIVATE");
    expect(await ask(strict, "mixed.example", false)).toBe("EPRIVATE");
    expect(await ask(strict, "empty.example")).toBe("EPRIVATE");
  });

  it("lets through localhost and the names that the settings allow", async () => {
    expect(await ask(lookup, "inside.example", false)).toBe("10.0.0.5");
    expect(await ask(strict, "localhost", false)).toBe("127.0.0.1");
  });

  it("asks the system's resolver, which turns odd spellings into addresses", async () => {
    expect(await ask(guardedLookup([]), "0x7f000001", false)).toBe("EPRIVATE");
  });
});

describe("Outgoing calls", () => {
  let url: string;
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    if (request.url === "/big") response.end("x".repeat(1_100_000));
    else if (request.url === "/away") response.writeHead(302, { location: "/keys" }).end();
    else response.setHeader("content-type", "application/json").end("{}");
  });
  const toThisMachine = guardedLookup([], (_hostname, _options, done) =>
    done(null, [{ address: "127.0.0.1", family: 4 }]),
  );

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://rebound.example:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    requests = 0;
  });

  it("never reach an internal machine by name: iiko's, Telegram's, the key list's", async () => {
    const iiko = new IikoHttp(url, 0, toThisMachine);
    await expect(
      iiko.post({ path: "/api/1/organizations", body: {}, timeoutSeconds: 1 }, null),
    ).rejects.toThrow("EPRIVATE");
    iiko.close();
    const message = { id: "1", subject: "s", text: "t" };
    await expect(
      new TelegramChannel(url, "bot", new BoundedRequests(toThisMachine)).deliver("1", message),
    ).rejects.toThrow("EPRIVATE");
    const signal = AbortSignal.timeout(1_000);
    await expect(guardedFetch(toThisMachine)(`${url}/keys`, { signal })).rejects.toMatchObject({
      code: "EPRIVATE",
    });
    expect(requests).toBe(0);
  });

  it("for the key list follow no redirects and read at most 1 MB", async () => {
    const open: LookupFunction = (_hostname, _options, done) =>
      done(null, [{ address: "127.0.0.1", family: 4 }]);
    const fetchKeys = guardedFetch(open);
    const signal = AbortSignal.timeout(2_000);
    expect((await fetchKeys(`${url}/away`, { signal })).status).toBe(302);
    await expect(fetchKeys(`${url}/big`, { signal })).rejects.toThrow("larger than 1 MB");
    expect(await (await fetchKeys(`${url}/keys`, { signal })).json()).toEqual({});
  });
});
