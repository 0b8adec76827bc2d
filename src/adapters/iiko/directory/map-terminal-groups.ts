import { type PosTerminalGroup } from "../../../ports/pos/pos-directory";
import { type IikoClient } from "../iiko-client";
import { readUtcOffset } from "../values/terminal-time";

type TerminalGroups = Awaited<ReturnType<IikoClient["terminalGroups"]>>;

/** Those that sleep are groups like others. All count as visible: who asked knows which are not. */
export function toPosTerminalGroups({
  terminalGroups,
  terminalGroupsInSleep,
}: TerminalGroups): PosTerminalGroup[] {
  return [...terminalGroups, ...terminalGroupsInSleep].flatMap(({ organizationId, items }) =>
    items.map(({ id, name, timeZone }) => ({
      ...{ posId: id, organizationId, name, visible: true },
      utcOffsetMinutes: readUtcOffset(timeZone),
    })),
  );
}
