/** A cursor's event as a client sees it. */
export interface Told {
  readonly id: string;
  readonly cursor: string;
  readonly to?: string;
  readonly lateBySeconds?: number | null;
}
