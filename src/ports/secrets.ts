/** What the gateway's own key protects: stored credentials, tracking tokens, web-hook tokens. */
export interface Secrets {
  /**
   * Encrypts for storage. The same text gives a different result each time.
   *
   * @param owner what it belongs to: moved to another row, it cannot be opened
   */
  seal(text: string, owner: string): string;
  /**
   * Encrypts as the previous version did, bound to nothing, for what its processes have to read
   * while they run alongside ours.
   */
  sealForFormer(text: string): string;
  /**
   * Decrypts what `seal` returned, even if it was sealed under an earlier key that is still
   * configured, or by a version that did not bind it to its owner.
   *
   * @throws {Error} if the text was changed, belongs to another owner, or its key is gone
   */
  open(sealed: string, owner: string): string;
  /** Returns whether `seal` would return a text of this kind, under this key. */
  isCurrent(sealed: string): boolean;
  /** Returns whether it was sealed under the key that `seal` uses, in any form. */
  isUnderCurrentKey(sealed: string): boolean;
  /**
   * A keyed, URL-safe fingerprint: equal for equal input, unguessable without the key. `purpose`
   * separates uses.
   */
  mac(purpose: string, text: string): string;
  /**
   * Returns whether `candidate` is the mac of `text` under any configured key, in constant time.
   */
  verifyMac(purpose: string, text: string, candidate: string): boolean;
}
