import { DatabaseUnavailable } from "../../../errors";

/**
 * For menus that are being read or unpacked: nobody waits in line for longer than this, and the
 * caller may retry.
 */
export const menusAreBusy = {
  patienceMs: 10_000,
  error: () => new DatabaseUnavailable("Too many menus are read at the same time"),
};
