/** What a browser knows of its connection and its page, as far as there is a browser. */
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
 * its user looks at the page again. Never where there is no browser.
 *
 * @returns stops it
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
