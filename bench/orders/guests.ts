/** Number of guests that order at the same time; the pool has ten connections. */
const GUESTS = 20;

/** How often per second guests get what they want, each as soon as it has had the last. */
export async function perSecond(want: () => Promise<unknown>, forMs: number): Promise<number> {
  const startedAt = performance.now();
  let got = 0;
  const guest = async () => {
    for (; performance.now() - startedAt < forMs; got += 1) await want();
  };
  await Promise.all(Array.from({ length: GUESTS }, guest));
  return (got * 1_000) / (performance.now() - startedAt);
}
