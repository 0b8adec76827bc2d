/**
 * Waits until `look` gives something true and returns it.
 *
 * @throws {Error} when that does not happen in time
 */
export async function eventually<T>(look: () => T | Promise<T>, timeoutMs = 5_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== false && found !== undefined && found !== null) return found;
    if (performance.now() > deadline) throw new Error(`It did not happen within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
