/** What the gateway's own key protects: stored credentials, tracking tokens, web-hook tokens. */
export interface Secrets {
  /**
   * Encrypts for storage. The same text gives another result each time.
   *
   * @param owner what it belongs to: moved to another row it opens nothing
   */
  seal(text: string, owner: string): string;
  /**
   * Encrypts as the version before did, bound to nothing: for what its processes have to read
   * beside ours.
   */
  sealForFormer(text: string): string;
  /**
   * Decrypts what `seal` gave, also when it was sealed under an earlier key that is still
   * configured, or by a version that bound nothing to its owner.
   *
   * @throws {Error} the text was changed, belongs to another owner, or its key is gone
   */
  open(sealed: string, owner: string): string;
  /** Would `seal` give a text of this kind, under this key? */
  isCurrent(sealed: string): boolean;
  /** Was it sealed under the key that `seal` uses, in whichever form? */
  isUnderCurrentKey(sealed: string): boolean;
  /**
   * A keyed fingerprint, URL-safe: equal for equal input, unguessable without the key. `purpose`
   * keeps uses apart.
   */
  mac(purpose: string, text: string): string;
  /** Whether `candidate` is the mac of `text` under any configured key; constant time. */
  verifyMac(purpose: string, text: string, candidate: string): boolean;
}
