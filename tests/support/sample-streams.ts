export async function* countTo(last: number): AsyncGenerator<number> {
  for (let n = 1; n <= last; n++) yield await Promise.resolve(n);
}

export async function* crashAfterOne(): AsyncGenerator<number> {
  yield await Promise.resolve(1);
  throw new Error("password=hunter2");
}

/** Never emits anything and can be ended at any time. */
export function silence(): AsyncGenerator<never> {
  let end: (result: IteratorReturnResult<undefined>) => void = () => undefined;
  return {
    next: () => new Promise((resolve) => (end = resolve)),
    return: () => {
      end({ done: true, value: undefined });
      return Promise.resolve({ done: true, value: undefined });
    },
    throw: (error: Error) => Promise.reject(error),
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
