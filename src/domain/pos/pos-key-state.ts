/** Whether calls with a POS key go out. */
export enum PosKeyState {
  OK = "OK",
  /** Logging in fails for now; it is tried again by itself. */
  CIRCUIT_OPEN = "CIRCUIT_OPEN",
  /** The POS refuses the key; nothing goes out until a person acts. */
  STOPPED = "STOPPED",
}
