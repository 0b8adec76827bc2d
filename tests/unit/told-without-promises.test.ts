import { cacheKey } from "../../src/server/cache-key";
import { MappedEvents } from "../../src/server/mapped-events";
import { isLater, later } from "../../src/server/next-of";
import { SentAnswers } from "../../src/server/sent-answers";
import { type Outcome, SharedExecutions } from "../../src/server/shared-executions";
import { WrittenAnswer } from "../../src/server/written-answer";
import { LiveStream } from "../../src/subscriptions/live-stream";

interface Event {
  readonly n: number;
}

const KEY = cacheKey("all who ask alike");

/** Events that exist from the start, and those that `happen` later. */
class Events extends LiveStream<Event> {
  private fresh: readonly Event[] = [];

  constructor(...events: readonly Event[]) {
    super(events);
  }

  happen(...news: readonly Event[]): void {
    this.fresh = news;
    this.lookAgain();
  }

  protected look(): void {
    const { fresh } = this;
    this.fresh = [];
    this.took(fresh);
  }

  protected close(): void {
    this.fresh = [];
  }
}

function numbered(count: number): Event[] {
  return Array.from({ length: count }, (_, n) => ({ n }));
}

/** A client that receives everything until `takes` returns false. */
function follow(source: Events, answerOf: (event: Event) => string, takes = () => true, id = "1") {
  const sent: string[] = [];
  const answers = new MappedEvents(source, answerOf);
  const stream = new SentAnswers(answers, id, ({ before, after }, answer: string) => {
    sent.push(before + answer + after);
    return takes();
  });
  return { sent, ended: stream.next(), stream };
}

describe("Events on their way to a client", () => {
  it("are sent in order, however many there are at the same time", () => {
    const { sent } = follow(new Events(...numbered(20_000)), ({ n }) => String(n));
    expect(sent).toHaveLength(20_000);
    expect(sent.at(-1)).toBe('{"id":"1","type":"next","payload":19999}');
  });

  it("are sent in the same turn in which they occur", () => {
    const source = new Events();
    const { sent } = follow(source, ({ n }) => String(n));
    source.happen({ n: 1 }, { n: 2 });
    source.happen({ n: 3 });
    expect(sent.map((frame) => frame.at(-2))).toEqual(["1", "2", "3"]);
  });

  it.each(["1", "заказ 7", "\u{1f355}\n", '"\\', "\ud83c", "é", ""])(
    "carry the client's own id, %j, using only ASCII characters",
    (id) => {
      const { sent } = follow(new Events({ n: 1 }), ({ n }) => String(n), undefined, id);
      expect(sent).toEqual([expect.stringMatching(/^[\x20-\x7e]+$/)]);
      expect(JSON.parse(sent[0] ?? "")).toEqual({ id, type: "next", payload: 1 });
    },
  );

  it("stop when the client accepts no more", async () => {
    const source = new Events(...numbered(3));
    const { sent, ended } = follow(
      source,
      ({ n }) => String(n),
      () => false,
    );
    expect(await ended).toEqual({ done: true, value: undefined });
    source.happen({ n: 4 });
    expect(sent).toHaveLength(1);
  });

  it("stop, together with their source, when an answer cannot be produced", async () => {
    const source = new Events({ n: 1 });
    const fail = () => {
      throw new Error("No answer");
    };
    await expect(follow(source, fail).ended).rejects.toThrow("No answer");
    expect(await source.next()).toEqual({ done: true, value: undefined });
  });

  it("are not sent to a client that has left", async () => {
    const source = new Events();
    const { sent, ended, stream } = follow(source, ({ n }) => String(n));
    await stream.return();
    expect(await ended).toEqual({ done: true, value: undefined });
    source.happen({ n: 1 });
    expect(sent).toEqual([]);
  });
});

describe("A shared execution", () => {
  const answer: Outcome = { answer: new WrittenAnswer("{}") };

  it("is delivered to every follower, including those after one that fails to process it", async () => {
    const shared = new SharedExecutions();
    const event = { n: 1 };
    const execute = jest.fn(() => Promise.resolve(answer));
    const told: string[] = [];
    for (const name of ["first", "broken", "last"]) {
      const outcome = shared.outcomeOf(event, KEY, execute);
      if (!isLater(outcome)) throw new Error("It is under way");
      const made = later(outcome, () => {
        if (name === "broken") throw new Error(name);
        return name;
      });
      made.then(
        (value) => told.push(value),
        (error) => told.push(String(error)),
      );
    }
    await new Promise(setImmediate);
    expect(told).toEqual(["first", "Error: broken", "last"]);
    expect(execute).toHaveBeenCalledTimes(1);
    expect(shared.outcomeOf(event, KEY, execute)).toBe(answer);
    expect(isLater(shared.outcomeOf({ n: 2 }, KEY, execute))).toBe(true);
  });

  it("fails for all who share it", async () => {
    const shared = new SharedExecutions();
    const event = { n: 1 };
    const execute = jest.fn(() => Promise.reject<Outcome>(new Error("Broken")));
    const failures: unknown[] = [];
    const ask = () => {
      const outcome = shared.outcomeOf(event, KEY, execute);
      if (isLater(outcome))
        outcome.then(
          () => undefined,
          (error) => failures.push(error),
        );
    };
    ask();
    ask();
    await new Promise(setImmediate);
    ask();
    expect(failures).toHaveLength(3);
    expect(execute).toHaveBeenCalledTimes(1);
  });
});
