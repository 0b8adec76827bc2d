import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from "graphql";

/**
 * graphql-js's `subscribe`, but with a new context for every event: with one context for the whole life of a
 * subscription its loaders would answer the second event with the rows of the first.
 */
export async function subscribeAfresh(
  args: ExecutionArgs,
  renewContext: () => unknown,
): Promise<AsyncGenerator<ExecutionResult, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!isAsyncIterable(source)) return source;
  return mapEvents(source, async (event) => execute({ ...args, rootValue: event, contextValue: renewContext() }));
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

/** Not an async generator function: its `return()` would wait for the next event instead of ending the source. */
function mapEvents(
  source: AsyncIterable<unknown>,
  resultOf: (event: unknown) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult, void> {
  const events = source[Symbol.asyncIterator]();
  const end = { done: true, value: undefined } as const;
  const stop = async () => {
    await events.return?.();
    return end;
  };
  return {
    async next() {
      const event = await events.next();
      if (event.done) return end;
      try {
        return { done: false, value: await resultOf(event.value) };
      } catch (error) {
        await stop();
        throw error;
      }
    },
    return: stop,
    async throw(error: unknown) {
      await stop();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}
