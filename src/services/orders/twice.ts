/**
 * Does work of the database again that failed, at once and once: a connection that broke costs the order nothing then. The work
 * must be safe to repeat.
 */
export async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return work();
  }
}
