import { MessageType } from "graphql-ws";

import { type Waiter, waitForNext } from "./next-of";

/** What stands around an answer, the client's own id in it: of ASCII alone. */
interface Envelope {
  readonly before: string;
  readonly after: string;
}

/** True, at once or later, when the answer is on its way; false when nothing more goes. */
export type Send<Answer> = (
  envelope: Envelope,
  answer: Answer,
  isWanted: () => boolean,
) => boolean | Promise<boolean>;

const END: IteratorReturnResult<void> = { done: true, value: undefined };

/**
 * Yields nothing to graphql-ws, which would write every answer anew for every client: the answers
 * go out on the way, and are written already. No generator: thousands of them idle, and each would
 * keep the last answer that it has sent.
 */
export class SentAnswers<Answer> implements AsyncGenerator<never, void>, Waiter<Answer> {
  private isWanted = true;
  /** Of graphql-ws, which asks once, for the end. */
  private asked: Waiter<never> | undefined;
  private readonly envelope: Envelope;

  constructor(
    private readonly answers: AsyncGenerator<Answer, void>,
    id: string,
    private readonly send: Send<Answer>,
  ) {
    this.envelope = envelopeFor(id);
  }

  next(): Promise<IteratorReturnResult<void>> {
    return new Promise((resolve, reject) => {
      this.asked = { resolve: resolve as Waiter<never>["resolve"], reject };
      waitForNext(this.answers, this);
    });
  }

  /** Of the answers: one more, or their end. */
  resolve(result: IteratorResult<Answer, unknown>): void {
    if (result.done) return this.end();
    try {
      // After the client's `complete` the id may be another operation's.
      const sent = this.isWanted && this.sendOne(result.value);
      if (sent === true) return waitForNext(this.answers, this);
      if (sent === false) return this.stop();
      sent.then(
        (isOnItsWay) => (isOnItsWay ? waitForNext(this.answers, this) : this.stop()),
        (error: unknown) => this.reject(error),
      );
    } catch (error) {
      this.reject(error);
    }
  }

  reject(error: unknown): void {
    const fail = () => this.asked?.reject(error);
    this.return().then(fail, fail);
  }

  async return(): Promise<IteratorReturnResult<void>> {
    this.isWanted = false;
    await this.answers.return();
    return END;
  }

  throw(): Promise<IteratorReturnResult<void>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private end(): void {
    this.asked?.resolve(END);
  }

  /** Nothing more goes. */
  private stop(): void {
    this.return().then(
      () => this.end(),
      (error: unknown) => this.asked?.reject(error),
    );
  }

  private sendOne(answer: Answer): boolean | Promise<boolean> {
    return this.send(this.envelope, answer, () => this.isWanted);
  }
}

/**
 * Written once: its length is its number of characters, and it is copied without being looked at.
 */
function envelopeFor(id: string): Envelope {
  const before = `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`;
  return { before: inAscii(before), after: "}" };
}

function inAscii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The one answer to a query or mutation. */
export async function* only(answer: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(answer);
}
