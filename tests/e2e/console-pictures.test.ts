import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { HttpPictures } from "../../src/adapters/pictures/http-pictures";
import { guardedLookup } from "../../src/security/guarded-lookup";
import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n and more", "latin1");
const ARTICLE = "00101";

describe("the reader of dish pictures", () => {
  let server: Server;
  let asked: string[];
  let origin: string;

  beforeAll(async () => {
    server = createServer(({ url = "" }, answer) => {
      asked.push(url);
      if (url === "/large") answer.end(Buffer.concat([PNG, Buffer.alloc(3_000_001)]));
      else if (url === "/moved") answer.writeHead(302, { location: "/good" }).end();
      else if (url === "/page")
        answer.writeHead(200, { "content-type": "image/png" }).end("<html>");
      else if (url === "/silent") answer.write(PNG);
      else answer.end(PNG);
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    asked = [];
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it("recognises a picture by its bytes", async () => {
    const pictures = new HttpPictures();
    expect(await pictures.read(`${origin}/good`)).toEqual({ type: "image/png", bytes: PNG });
    expect(await pictures.read(`${origin}/page`)).toBeNull();
  });

  it("gives up on what is too large, too slow, redirected or unreachable", async () => {
    const pictures = new HttpPictures(undefined, 300);
    for (const path of ["large", "moved", "silent"])
      expect([path, await pictures.read(`${origin}/${path}`)]).toEqual([path, null]);
    expect(asked).toEqual(["/large", "/moved", "/silent"]);
    expect(await pictures.read("http://127.0.0.1:1/good")).toBeNull();
  });

  it("contacts no private address, whether written out or behind a name", async () => {
    const pictures = new HttpPictures(
      guardedLookup([], (_name, _options, done) =>
        done(null, [{ address: "127.0.0.1", family: 4 }]),
      ),
    );
    const { port } = new URL(origin);
    const addresses = ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "menu.example"];
    for (const host of addresses)
      expect(await pictures.read(`http://${host}:${port}/good`)).toBeNull();
    for (const url of ["file:///etc/passwd", "data:image/png;base64,iVBORw0KGgo=", "no address"])
      expect(await pictures.read(url)).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe("dish pictures in the console", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway?.stop());

  const keyOf = async (branchIds: readonly string[]) => {
    const { createApiKey } = await gateway.client.ask<{ createApiKey: { secret: string } }>(
      "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
      { input: { label: randomUUID(), scope: "OPERATOR", branchIds } },
      ADMIN_KEY,
    );
    return createApiKey.secret;
  };
  const ask = (path: string, key?: string) =>
    fetch(`${gateway.client.url}/console/pictures/${path}`, {
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    });

  it.each(["pos", "catalogue"])(
    "are served from the %s to anyone who works at the branch",
    async (shelf) => {
      const place = `${shelf}/${storefront.branchId}/${ARTICLE}`;
      const answer = await ask(place, await keyOf([storefront.branchId]));
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
      expect(answer.headers.get("cache-control")).toBe("private, max-age=3600");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(Buffer.from(await answer.arrayBuffer()).toString("latin1", 1, 4)).toBe("PNG");
    },
  );

  (CHROMIUM === undefined ? it.skip : it)(
    "stand in the lists, and a letter where there is none",
    async () => {
      const page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
      try {
        await page.sees("Кафе на Лесной", ".place");
        await page.visit(`catalogue/iiko?q=${ARTICLE}`);
        const picture = `document.querySelector('[data-article="${ARTICLE}"] .thumb img')`;
        expect(await page.until(`${picture}?.naturalWidth || undefined`)).toBe(240);
        await page.visit(`catalogue/iiko?q=Морс`);
        await page.sees("М", ".thumb");
        expect(page.browser.complaints).toEqual([]);
      } finally {
        await page.browser.close();
      }
    },
  );

  it("are served to nobody else, and do not exist for anything that no menu has", async () => {
    const { branchId } = storefront;
    const statusOf = async (path: string, key?: string) => (await ask(path, key)).status;
    expect(await statusOf(`pos/${branchId}/${ARTICLE}`)).toBe(204);
    expect(await statusOf(`pos/${branchId}/${ARTICLE}`, "no key of ours")).toBe(401);
    const elsewhere = await gateway.client.ask<{ createBranch: { branch: { id: string } } }>(
      "mutation ($input: CreateBranchInput!) { createBranch(input: $input) { branch { id } } }",
      { input: { name: "Другой", country: "RU", timeZone: "Europe/Moscow" } },
      ADMIN_KEY,
    );
    const stranger = await keyOf([elsewhere.createBranch.branch.id]);
    expect(await statusOf(`pos/${branchId}/${ARTICLE}`, stranger)).toBe(204);
    for (const path of [`pos/${branchId}/none`, `pos/${randomUUID()}/${ARTICLE}`, "pos/x/y"])
      expect([path, await statusOf(path, ADMIN_KEY)]).toEqual([path, 204]);
    const address = encodeURIComponent("http://127.0.0.1/");
    expect(await statusOf(`pos/${branchId}/${address}`, ADMIN_KEY)).toBe(204);
  });
});
