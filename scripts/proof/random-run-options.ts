export interface RandomRunOptions {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly seed: number;
  readonly orders: number;
  readonly ordersPerSecond: number;
  /** How long iiko cuts every connection in the middle of the run. */
  readonly outageSeconds: number;
  /** The till falls silent once, which takes minutes. */
  readonly silentTill: boolean;
  readonly tell: (line: string) => void;
}
