import { DatabaseUnavailable } from "../../../errors";

/** For menus that are read or unpacked: nobody waits in line for longer, and may come again. */
export const menusAreBusy = {
  patienceMs: 10_000,
  error: () => new DatabaseUnavailable("Too many menus are read at the same time"),
};
