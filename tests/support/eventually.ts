/** Longer than any pause of a busy machine, and short enough for two such waits in one test. */
const PATIENCE_MS = 80_000;
/**
 * Errors name what is waited for by its source, because a test's line is not always in the stack.
 */
const LONGEST_SOURCE = 300;

/**
 * Waits until `look` returns something truthy, and returns it.
 *
 * @throws {Error} when that does not happen in time
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  timeoutMs: number = PATIENCE_MS,
): Promise<NonNullable<T>> {
  const isThere = (found: T) => found !== false && found !== undefined && found !== null;
  return (await eventuallyFits(look, isThere, timeoutMs)) as NonNullable<T>;
}

/**
 * Waits until the result of `look` fits, and returns it.
 *
 * @throws {Error} when that does not happen in time
 */
export async function eventuallyFits<T>(
  look: () => T | Promise<T>,
  fits: (found: T) => boolean,
  timeoutMs: number = PATIENCE_MS,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (fits(found)) return found;
    if (performance.now() > deadline) {
      const what = String(look).replace(/\s+/g, " ").slice(0, LONGEST_SOURCE);
      throw new Error(
        `It did not happen within ${timeoutMs} ms: ${what} is ${JSON.stringify(found)} still`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Waits until the result of `look` is `wanted`. @throws {Error} with the actual result, when that
 * does not happen in time
 */
export async function eventuallyIs<T>(
  look: () => T | Promise<T>,
  wanted: T,
  timeoutMs: number = PATIENCE_MS,
): Promise<void> {
  await eventuallyFits(look, (found) => found === wanted, timeoutMs).catch((cause: unknown) => {
    throw new Error(`It did not become ${JSON.stringify(wanted)}`, { cause });
  });
}
