/** A bounded map of times, in Unix milliseconds: the least recently requested entry is evicted. */
export interface Remembered {
  get(key: string): number | undefined;
  set(key: string, until: number): void;
  delete(key: string): boolean;
}
