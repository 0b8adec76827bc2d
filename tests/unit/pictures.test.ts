import { KeptPictures, type ShownPicture } from "../../src/server/pictures";

const PICTURE: ShownPicture = { type: "image/png", bytes: Buffer.from("png") };

describe("recently fetched pictures", () => {
  let now = 0;
  let read: string[];
  const kept = (answer: (url: string) => Promise<ShownPicture | null>) =>
    new KeptPictures(
      (url) => {
        read.push(url);
        return answer(url);
      },
      () => now,
    );

  beforeEach(() => {
    now = 0;
    read = [];
  });

  it("are fetched once for all simultaneous requests, and not again for an hour", async () => {
    const pictures = kept(() => Promise.resolve(PICTURE));
    expect(await Promise.all([pictures.get("a"), pictures.get("a")])).toEqual([PICTURE, PICTURE]);
    now = 3_599_000;
    await pictures.get("a");
    expect(read).toEqual(["a"]);
    now = 3_600_000;
    await pictures.get("a");
    expect(read).toEqual(["a", "a"]);
  });

  it("are requested again a minute after a failed fetch", async () => {
    const pictures = kept(() => Promise.resolve(null));
    expect(await pictures.get("a")).toBeNull();
    now = 59_000;
    await pictures.get("a");
    expect(read).toHaveLength(1);
    now = 60_000;
    await pictures.get("a");
    expect(read).toHaveLength(2);
  });

  it("are fetched eight at a time, while at most two hundred wait", async () => {
    const answers: (() => void)[] = [];
    const pictures = kept(() => new Promise((done) => answers.push(() => done(PICTURE))));
    const urls = Array.from({ length: 208 }, (_, index) => `picture ${index}`);
    const asked = urls.map((url) => pictures.get(url));
    expect(read).toHaveLength(8);
    expect(await pictures.get("one too many")).toBeNull();
    let done = 0;
    while (done < urls.length) {
      const wave = answers.slice(done);
      done += wave.length;
      for (const answer of wave) answer();
      await Promise.all(asked.slice(0, done));
      expect(read.length - done).toBeLessThanOrEqual(8);
    }
    expect(await Promise.all(asked)).toHaveLength(208);
  });
});
