/** What a browser knows about its connection and its page, if there is a browser. */
interface Page {
  addEventListener?(type: "online", listener: () => void): void;
  removeEventListener?(type: "online", listener: () => void): void;
  readonly document?: {
    readonly visibilityState?: string;
    addEventListener?(type: "visibilitychange", listener: () => void): void;
    removeEventListener?(type: "visibilitychange", listener: () => void): void;
  };
}

/**
 * Calls back when a connection may have died unnoticed or may work again: the device is online, or
 * its user returns to the page. Never called without a browser.
 *
 * @returns a function that stops it
 */
export function onComeback(listener: () => void): () => void {
  const page = globalThis as Page;
  const ifVisible = () => {
    if (page.document?.visibilityState === "visible") listener();
  };
  page.addEventListener?.("online", listener);
  page.document?.addEventListener?.("visibilitychange", ifVisible);
  return () => {
    page.removeEventListener?.("online", listener);
    page.document?.removeEventListener?.("visibilitychange", ifVisible);
  };
}
