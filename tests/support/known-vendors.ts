import { CHANNELS, POS } from "../../src/vendors";

/** What branches may be connected to in tests. */
export const KNOWN_VENDORS = {
  poses: POS.filter(({ kind }) => kind === "IIKO"),
  channels: CHANNELS,
};
