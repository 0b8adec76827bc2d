import { MessageType } from "graphql-ws";

/** Fulfilled when the message is on its way; false when nothing more goes. */
export type Send = (message: string, isWanted: () => boolean) => Promise<boolean>;

/**
 * Yields nothing to graphql-ws, which would write every answer anew for every client: the answers
 * go out on the way, and are written already.
 */
export function sendAll(
  answers: AsyncGenerator<string, void>,
  id: string,
  send: Send,
): AsyncGenerator<never, void> {
  const before = `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`;
  let wanted = true;
  const sendThem = async (): Promise<IteratorReturnResult<void>> => {
    for await (const answer of answers) {
      // After the client's `complete` the id may be another operation's.
      if (!wanted || !(await send(`${before}${answer}}`, () => wanted))) break;
    }
    return { done: true, value: undefined };
  };
  const stop = async (): Promise<IteratorReturnResult<void>> => {
    wanted = false;
    await answers.return();
    return { done: true, value: undefined };
  };
  const sending: AsyncGenerator<never, void> = {
    next: sendThem,
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]: () => sending,
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
  return sending;
}

/** The one answer to a query or mutation. */
export async function* only(answer: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(answer);
}
