import { gunzipSync } from "node:zlib";

import { MenuReader } from "../../src/adapters/iiko/menu/menu-reader";
import { PosMenuSource } from "../../src/domain/catalogue/pos-menu";
import { PosContractBroken, PosUnavailable } from "../../src/errors";
import { unpackedIds } from "../support/a-pos-menu";
import { lighthouseMenu, ORGANIZATION } from "../support/menu-bodies";

const here = new MenuReader(Infinity);
const inThread = new MenuReader(0);

function answer(body: Uint8Array) {
  return { body, source: PosMenuSource.EXTERNAL_MENU_V4 as const, organizationId: ORGANIZATION };
}

const menu = () => Buffer.from(JSON.stringify(lighthouseMenu("v4")));

describe("reading a menu's body", () => {
  it("gives the same result in a separate thread as in place", async () => {
    const [one, other] = await Promise.all([
      here.read(answer(menu())),
      inThread.read(answer(menu())),
    ]);
    expect(one.products.length).toBeGreaterThan(5);
    expect(other).toEqual({ ...one, rawBody: expect.any(Uint8Array) as Uint8Array });
    expect(gunzipSync(other.rawBody).equals(menu())).toBe(true);
    expect(unpackedIds(other)).toHaveLength(other.products.length);
  });

  it("reads one menu at a time in the thread, and the next one after a broken one", async () => {
    const broken = inThread.read(answer(Buffer.from("[")));
    const next = inThread.read(answer(menu()));
    await expect(broken).rejects.toThrow(PosUnavailable);
    await expect(next).resolves.toMatchObject({ source: PosMenuSource.EXTERNAL_MENU_V4 });
  });

  it.each([
    ["on the spot", here],
    ["in a thread", inThread],
  ])(
    "distinguishes a truncated body from one that is not a menu, %s (quirk 15)",
    async (_where, reader) => {
      const body = menu();
      await expect(reader.read(answer(body.subarray(0, body.length / 2)))).rejects.toThrow(
        PosUnavailable,
      );
      await expect(reader.read(answer(Buffer.from("")))).rejects.toThrow("cut off, or no JSON");
      await expect(reader.read(answer(Buffer.from('{"error":"?"}')))).rejects.toThrow(
        PosContractBroken,
      );
    },
  );

  it("reads a body with a byte order mark", async () => {
    const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), menu()]);
    const { contentHash } = await here.read(answer(body));
    expect((await here.read(answer(menu()))).contentHash).toBe(contentHash);
  });
});
