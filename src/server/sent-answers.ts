import { MessageType } from "graphql-ws";

/** What stands around an answer, the client's own id in it. */
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
export class SentAnswers<Answer> implements AsyncGenerator<never, void> {
  private isWanted = true;

  constructor(
    private readonly answers: AsyncGenerator<Answer, void>,
    private readonly id: string,
    private readonly send: Send<Answer>,
  ) {}

  next(): Promise<IteratorReturnResult<void>> {
    return new Promise((resolve, reject) => {
      const take = (result: IteratorResult<Answer, void>): void | Promise<void> => {
        if (result.done) return resolve(END);
        // After the client's `complete` the id may be another operation's.
        const sent = this.isWanted && this.sendOne(result.value);
        return sent === true ? goOn() : Promise.resolve(sent).then(goOnIf);
      };
      const failed = (error: Error) => this.return().finally(() => reject(error));
      const goOn = () => void this.answers.next().then(take).catch(failed);
      const goOnIf = (sent: boolean) => (sent ? goOn() : this.return().then(resolve));
      goOn();
    });
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

  private sendOne(answer: Answer): boolean | Promise<boolean> {
    const before = `{"id":${JSON.stringify(this.id)},"type":"${MessageType.Next}","payload":`;
    return this.send({ before, after: "}" }, answer, () => this.isWanted);
  }
}

/** The one answer to a query or mutation. */
export async function* only(answer: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(answer);
}
