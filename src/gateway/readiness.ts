import { answeredWithin } from "../domain/concurrency/answered-within";
import { type ReadinessPart } from "../ports/readiness-part";

/** What is wrong, by name of the part; empty: nothing. */
type Reasons = Readonly<Record<string, string>>;

interface ReadinessPaces {
  /** How long a part may take to answer. */
  readonly deadlineMs: number;
  /**
   * How long an answer is reused for every caller, so that probes cost the same however many there
   * are.
   */
  readonly keepMs: number;
}

/** Knows whether this process can do its work, and which part of it cannot. */
export class Readiness {
  private answer: Promise<Reasons> | undefined;
  private answeredAt: number | undefined;
  private told = "[]";

  /** @param changed called whenever the set of failures changes */
  constructor(
    readonly parts: readonly ReadinessPart[],
    private readonly changed: (reasons: Reasons) => void,
    private readonly paces: ReadinessPaces = { deadlineMs: 4_000, keepMs: 1_000 },
  ) {}

  /** Checks every part, with a deadline. Never rejects. */
  look(): Promise<Reasons> {
    const isOld =
      this.answeredAt !== undefined && performance.now() - this.answeredAt >= this.paces.keepMs;
    if (!this.answer || isOld) {
      this.answeredAt = undefined;
      this.answer = this.askAll();
    }
    return this.answer;
  }

  private async askAll(): Promise<Reasons> {
    const answers = await Promise.all(
      this.parts.map(async (part) => [part.name, await this.ask(part)] as const),
    );
    const reasons = Object.fromEntries(
      answers.flatMap(([name, reason]) => (reason === null ? [] : [[name, reason]])),
    );
    this.answeredAt = performance.now();
    const telling = JSON.stringify(Object.keys(reasons));
    if (telling !== this.told) this.changed(reasons);
    this.told = telling;
    return reasons;
  }

  private async ask(part: ReadinessPart): Promise<string | null> {
    const whyNot = (async () => part.whyNot())();
    return answeredWithin(this.paces.deadlineMs, part.name, whyNot).catch(() => "gives no answer");
  }
}

/**
 * Returns a part that has to do something repeatedly.
 *
 * @param msAgo how long ago it last did so
 * @param limitMs how long it may take
 */
export function overdue(name: string, msAgo: () => number, limitMs: number): ReadinessPart {
  return {
    name,
    get workedMsAgo() {
      return msAgo();
    },
    whyNot: () =>
      msAgo() > limitMs ? `has not worked for ${Math.floor(msAgo() / 1_000)} s` : null,
  };
}
