import { type Context } from "../../src/context";
import { type BranchSettings } from "../../src/entities/branches/branch-settings";
import { LoyaltyDisabled, PosUnavailable, RateLimited } from "../../src/errors";
import { type Pos } from "../../src/ports/pos/pos";
import { type PosCoupon } from "../../src/ports/pos/pos-coupons";
import { guardGuesses } from "../../src/resolvers/checkout/guard-guesses";
import { PromoCodeGuesses } from "../../src/security/promo-code-guesses";
import { type PosConnections } from "../../src/services/pos/pos-connections";
import { AskCoupons } from "../../src/services/promotions/ask-coupons";
import { type CodeQuestions } from "../../src/services/promotions/code-questions";
import { ManualClock } from "../support/manual-clock";

const COUPON: PosCoupon = { code: "KEBAB", name: "Купоны", used: false, deleted: false };

interface Asked {
  readonly code: string;
  readonly last: boolean | undefined;
  readonly answer: (coupon: PosCoupon | null | Error) => void;
}

describe("Asking the POS's loyalty programme about coupons", () => {
  let clock: ManualClock;
  let asked: Asked[];
  let kept: Map<string, number>;
  let coupons: AskCoupons;

  beforeEach(() => {
    clock = new ManualClock();
    asked = [];
    kept = new Map();
    const coupon: Pos["coupon"] = (_credential, _organization, code, options) =>
      new Promise((resolve, reject) => {
        const answer = (told: PosCoupon | null | Error) =>
          told instanceof Error ? reject(told) : resolve(told);
        asked.push({ code, last: options?.last, answer });
      });
    const connections = {
      ofSettings: ({ organizationId }: BranchSettings) => ({
        pos: { coupon },
        branch: { organizationId },
      }),
      access: () => ({ id: "key" }),
    } as unknown as PosConnections;
    coupons = new AskCoupons(connections, clock, kept);
  });

  /** Calls that are still waiting would keep the run waiting until their deadline. */
  afterEach(() => asked.forEach(({ answer }) => answer(null)));

  function questions(ofAnybody = true): CodeQuestions & { readonly charged: string[] } {
    const charged: string[] = [];
    const charge = (code: string) => Promise.resolve(void charged.push(code));
    const admit = () => Promise.resolve();
    return { ofAnybody, answers: new Map(), charged, admit, charge, countWrong: () => undefined };
  }
  function ask(
    code: string,
    of: CodeQuestions = questions(),
    organizationId = "one",
  ): Promise<PosCoupon | null> {
    const settings = { organizationId } as BranchSettings;
    return coupons.execute({ settings, timeZone: "UTC" }, { code, known: code.toUpperCase() }, of);
  }

  /** Waits until each query that is made now has reached the till. */
  const reached = () => new Promise((resolve) => setImmediate(resolve));

  it("happens once for a code that several callers ask for simultaneously, and charges only the first", async () => {
    const all = [questions(), questions(), questions()];
    const answers = all.map((each) => ask("KEBAB", each));
    await reached();
    expect(asked).toHaveLength(1);
    asked[0]!.answer(COUPON);
    expect(await Promise.all(answers)).toEqual([COUPON, COUPON, COUPON]);
    expect(all.map(({ charged }) => charged)).toEqual([["KEBAB"], [], []]);
  });

  it("happens once per request for a valid code, and again in the next request", async () => {
    const request = questions();
    const first = ask("KEBAB", request);
    await reached();
    asked[0]!.answer(COUPON);
    await first;
    expect(await ask("KEBAB", request)).toEqual(COUPON);
    expect(asked).toHaveLength(1);
    void ask("KEBAB").catch(() => undefined);
    await reached();
    expect(asked).toHaveLength(2);
  });

  it("is not repeated within a minute for a code that the organization lacks; cache keys reveal nothing", async () => {
    const first = ask("NO-SUCH-CODE");
    await reached();
    asked[0]!.answer(null);
    expect(await first).toBeNull();
    const again = questions();
    expect(await ask("NO-SUCH-CODE", again)).toBeNull();
    expect([asked.length, again.charged]).toEqual([1, []]);
    void ask("NO-SUCH-CODE", questions(), "two").catch(() => undefined);
    await reached();
    expect(asked).toHaveLength(2);
    expect([...kept.keys()]).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    clock.turnTo(new Date(clock.now().getTime() + 60_000));
    void ask("NO-SUCH-CODE").catch(() => undefined);
    await reached();
    expect(asked).toHaveLength(3);
  });

  it.each([new PosUnavailable("socket hang up"), new LoyaltyDisabled("no programme")])(
    "happens again after a question that got no answer: %s",
    async (error) => {
      const first = ask("KEBAB");
      await reached();
      asked[0]!.answer(error);
      await expect(first).rejects.toBe(error);
      void ask("KEBAB").catch(() => undefined);
      await reached();
      expect(asked).toHaveLength(2);
    },
  );

  it("lets anonymous callers wait for a guest's question, never a guest for theirs, which goes last", async () => {
    const ofAnybody = ask("KEBAB", questions(true));
    const ofGuest = ask("KEBAB", questions(false));
    const another = ask("KEBAB", questions(true));
    await reached();
    expect(asked.map(({ last }) => last)).toEqual([true, false]);
    asked[1]!.answer(COUPON);
    expect(await Promise.all([ofGuest, another])).toEqual([COUPON, COUPON]);
    asked[0]!.answer(COUPON);
    expect(await ofAnybody).toEqual(COUPON);
  });

  it("does not happen for a caller over the limit, but for those who waited for that caller's question", async () => {
    const spent: CodeQuestions = {
      ...questions(),
      charge: () => Promise.reject(new RateLimited("Too many", 1_000)),
    };
    const refused = ask("KEBAB", spent);
    const waiting = ask("KEBAB");
    await expect(refused).rejects.toThrow(RateLimited);
    await reached();
    expect(asked).toHaveLength(1);
    asked[0]!.answer(COUPON);
    expect(await waiting).toEqual(COUPON);
  });
});

describe("A caller whose codes are looked up", () => {
  const viewer = { kind: "anonymous" } as const;
  let guesses: PromoCodeGuesses;
  beforeEach(() => (guesses = new PromoCodeGuesses(new ManualClock())));

  /** @param spellings of the code that the till is queried for, all of them correct */
  function quote(codes: string[], ...spellings: string[]): Promise<unknown> {
    const context = { viewer, remoteAddress: "192.0.2.1" } as Context;
    const run = async (questions: CodeQuestions) => {
      await questions.admit();
      for (const code of spellings) await questions.charge(code);
      return [];
    };
    return guardGuesses(guesses, context, codes, run, (told) => told);
  }

  it("is charged for valid ones, too", async () => {
    for (let n = 0; n < 20; n++) await quote(["KEBAB"], "KEBAB");
    await expect(quote(["KEBAB"], "KEBAB")).rejects.toThrow(RateLimited);
  });

  it("is charged for each spelling that is looked up", async () => {
    for (let n = 0; n < 10; n++) await quote(["kebab"], "KEBAB", "KEBAB");
    await expect(quote(["kebab"], "KEBAB", "KEBAB")).rejects.toThrow(RateLimited);
  });

  it("is not charged for codes that are never looked up", async () => {
    for (let n = 0; n < 50; n++) await quote(["OWN", "OTHER"]);
  });
});
