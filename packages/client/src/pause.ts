import { onComeback } from "./comeback.ts";

/** Waits, but only until the signal aborts or the device comes back. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    const stopListening = onComeback(end);
    signal.addEventListener("abort", end);
  });
}
