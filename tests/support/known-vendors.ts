import { CHANNELS, POS } from "../../src/vendors";
import { DUMMY } from "./dummy-vendor";

/** The vendors that branches may be connected to in tests. */
export const KNOWN_VENDORS = {
  poses: [...POS.filter(({ kind }) => kind === "IIKO"), DUMMY],
  channels: CHANNELS,
};
