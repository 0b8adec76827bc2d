import { type Reader, UnreadBytes } from "../../src/server/unread-bytes";

const LIMITS = {
  readTimeoutMs: 20_000,
  readBytesPerSecond: 1_000,
  unreadBytes: 1_000,
  unreadBytesPerAddress: 400,
};

let now = 0;
let unread: UnreadBytes;
let cutOff: string[];

beforeEach(() => {
  [now, cutOff] = [0, []];
  unread = new UnreadBytes(LIMITS, () => now);
});

afterEach(() => unread.close());

/** A client that is sent `bytes` immediately, and reads what the test says. */
class Client implements Reader {
  private had = 0;
  readonly stop: () => void;

  constructor(
    readonly name: string,
    readonly address: string,
    private bytes: number,
  ) {
    this.stop = unread.watch(this);
  }

  pending = () => this.bytes;
  taken = () => this.had;
  cutOff = () => void cutOff.push(this.name);

  take(bytes: number): void {
    this.bytes -= bytes;
    this.had += bytes;
  }

  send(bytes: number): void {
    this.bytes += bytes;
  }
}

function pass(ms: number): void {
  now += ms;
  unread.look();
}

describe("A client that does not read", () => {
  it("is cut off once, after its time limit", () => {
    new Client("sleeper", "198.51.100.1", 10);
    pass(19_999);
    expect(cutOff).toEqual([]);
    pass(1);
    pass(60_000);
    expect(cutOff).toEqual(["sleeper"]);
    expect(unread.cutOffTotal).toBe(1);
  });

  it("is left alone, for however long, while nothing is waiting for it", () => {
    const quiet = new Client("quiet", "198.51.100.1", 0);
    pass(3_600_000);
    quiet.send(10);
    pass(19_999);
    quiet.take(10);
    pass(3_600_000);
    expect(cutOff).toEqual([]);
  });

  it("is cut off when it reads too slowly in the long run", () => {
    const sipping = new Client("sipping", "198.51.100.1", 390);
    for (let n = 0; n < 20; n++) {
      sipping.take(1);
      pass(1_000);
    }
    expect(cutOff).toEqual([]);
    sipping.take(1);
    pass(1_000);
    expect(cutOff).toEqual(["sipping"]);
  });

  it("is left alone at an adequate pace, even if something is always waiting", () => {
    const slow = new Client("slow", "198.51.100.1", 300);
    for (let n = 0; n < 300; n++) {
      slow.take(1_000);
      slow.send(1_000);
      pass(1_000);
    }
    expect(cutOff).toEqual([]);
  });

  it("is forgotten when its connection has closed", () => {
    new Client("gone", "198.51.100.1", 10).stop();
    pass(60_000);
    expect(cutOff).toEqual([]);
  });
});

describe("Unread data over the limit", () => {
  it("per address cuts off the client of that address that has read nothing for longest", () => {
    const [, awake] = [
      new Client("asleep", "198.51.100.1", 200),
      new Client("awake", "198.51.100.1", 200),
    ];
    new Client("elsewhere", "198.51.100.2", 300);
    pass(1_000);
    expect(cutOff).toEqual([]);
    awake.take(10);
    awake.send(100);
    pass(1_000);
    expect(cutOff).toEqual(["asleep"]);
  });

  it("is also counted for the networks around an IPv6 address", () => {
    for (let n = 0; n < 9; n++) new Client(`${n}`, `2001:db8:1:${n}::1`, 100);
    pass(1_000);
    // 400 for each /64, 600 for the /56 that contains all of them.
    expect(cutOff).toHaveLength(3);
  });

  it("in total cuts off the worst client, whatever its address", () => {
    const awake = new Client("awake", "198.51.100.1", 300);
    for (let n = 2; n < 4; n++) new Client(`${n}`, `198.51.100.${n}`, 300);
    awake.take(1);
    pass(1_000);
    expect(cutOff).toEqual([]);
    new Client("new", "198.51.100.9", 300);
    pass(1_000);
    expect(cutOff).toEqual(["2"]);
  });

  it("is noticed between two checks when much is sent at once", () => {
    for (let n = 0; n < 6; n++) new Client(`${n}`, "198.51.100.1", 100);
    expect(cutOff.length).toBeGreaterThan(0);
  });
});
