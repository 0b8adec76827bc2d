/** A bounded map of times, in Unix milliseconds: what was asked for longest ago makes room. */
export interface Remembered {
  get(key: string): number | undefined;
  set(key: string, until: number): void;
  delete(key: string): boolean;
}
