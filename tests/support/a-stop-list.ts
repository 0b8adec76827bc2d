import {
  StopList,
  type StopListEntry,
  type TerminalGroupStopList,
} from "../../src/domain/catalogue/stop-list";

/** An item that is sold out. */
export function anEntry(
  posProductId: string,
  overrides: Partial<StopListEntry> = {},
): StopListEntry {
  return {
    posProductId,
    posSizeId: null,
    balance: 0,
    since: "2026-03-01T06:10:11.222Z",
    ...overrides,
  };
}

export function aGroupList(
  entries: readonly StopListEntry[],
  terminalGroupId = "kitchen",
): TerminalGroupStopList {
  return { terminalGroupId, entries };
}

/** The limits of a branch with one terminal group. */
export function aStopList(...entries: StopListEntry[]): StopList {
  return new StopList([aGroupList(entries)]);
}
