/** What the gateway's own key protects: stored credentials, tracking tokens, web-hook tokens. */
export interface Secrets {
  /** Encrypts for storage. The same text gives another result each time. */
  seal(text: string): string;
  /**
   * Decrypts what `seal` gave, also when it was sealed under an earlier key that is still configured.
   *
   * @throws {Error} the text was changed or its key is gone
   */
  open(sealed: string): string;
  /** A keyed fingerprint, URL-safe: equal for equal input, unguessable without the key. `purpose` keeps uses apart. */
  mac(purpose: string, text: string): string;
  /** Whether `candidate` is the mac of `text` under any configured key; constant time. */
  verifyMac(purpose: string, text: string, candidate: string): boolean;
}
