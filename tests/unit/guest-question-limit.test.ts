import { RateLimited } from "../../src/errors";
import { GuestQuestionLimit } from "../../src/security/guest-question-limit";
import { ManualClock } from "../support/manual-clock";

describe("Questions about one guest", () => {
  const ANNA = "+79990000001";
  let clock: ManualClock;
  let limit: GuestQuestionLimit;
  beforeEach(() => {
    clock = new ManualClock();
    limit = new GuestQuestionLimit(clock);
  });

  function ask(use: "LOOK" | "QUOTE" | "ORDER", times: number, phone = ANNA): void {
    for (let n = 0; n < times; n++) limit.take(use, phone);
  }

  it("are refused after thirty lookups, until two seconds have passed for each further one", () => {
    ask("LOOK", 30);
    expect(() => ask("LOOK", 1)).toThrow(RateLimited);
    clock.turnTo(new Date(clock.now().getTime() + 2_000));
    ask("LOOK", 1);
    expect(() => ask("LOOK", 1)).toThrow(RateLimited);
  });

  it("do not limit other guests, or what the same guest wants to order", () => {
    ask("LOOK", 30);
    ask("LOOK", 30, "+79990000002");
    ask("QUOTE", 60);
    ask("ORDER", 60);
    expect(() => ask("QUOTE", 1)).toThrow(RateLimited);
    expect(() => ask("ORDER", 1)).toThrow(RateLimited);
  });
});
