import { MessageType } from "graphql-ws";

import { type Waiter, waitForNext } from "./next-of";

/** The text around an answer, which includes the client's id. ASCII only. */
interface Envelope {
  readonly before: string;
  readonly after: string;
}

/**
 * True, immediately or later, when the answer is on its way; false when nothing more can be sent.
 */
export type Send<Answer> = (
  envelope: Envelope,
  answer: Answer,
  isWanted: () => boolean,
) => boolean | Promise<boolean>;

const END: IteratorReturnResult<void> = { done: true, value: undefined };

/**
 * Yields nothing to graphql-ws, which would serialise every answer again for every client: the
 * answers are already serialised and are sent as a side effect. Not a generator: thousands of them
 * are idle, and each would retain the last answer that it sent.
 */
export class SentAnswers<Answer> implements AsyncGenerator<never, void>, Waiter<Answer> {
  private isWanted = true;
  /** The request of graphql-ws, which asks once, for the end. */
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

  /** Called with another answer, or with the end of the answers. */
  resolve(result: IteratorResult<Answer, unknown>): void {
    if (result.done) return this.end();
    try {
      // After the client's `complete` the id may belong to another operation.
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

  /** Called when nothing more can be sent. */
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
 * Serialised once: its byte length equals its number of characters, and it is copied without being
 * examined.
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

/** Yields the single answer to a query or mutation. */
export async function* only(answer: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(answer);
}
