import { CHANNELS } from "../../src/vendors";

/** What branches may be connected to in tests. */
export const KNOWN_VENDORS = { poses: new Set(["IIKO"]), channels: CHANNELS };
