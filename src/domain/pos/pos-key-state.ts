/** Whether calls are made with a POS key. */
export enum PosKeyState {
  OK = "OK",
  /** Logging in fails for now; it is retried automatically. */
  CIRCUIT_OPEN = "CIRCUIT_OPEN",
  /** The POS refuses the key; no calls are made until a person acts. */
  STOPPED = "STOPPED",
}
