import { type TerminalGroupStopList } from "../../../domain/catalogue/stop-list";
import { type IikoMenus } from "./iiko-menus";

/**
 * Returns the stop lists by organization id. Modifiers are entries just like dishes
 * (docs/iiko.md#stop-lists).
 */
export function toStopLists({
  terminalGroupStopLists,
}: Awaited<ReturnType<IikoMenus["stopLists"]>>): Map<string, TerminalGroupStopList[]> {
  return new Map(
    terminalGroupStopLists.map(({ organizationId, items: groups }) => [
      organizationId,
      groups.map(({ terminalGroupId, items }) => ({
        terminalGroupId,
        entries: items.map(({ productId, sizeId, balance, dateAdd }) => ({
          posProductId: productId,
          posSizeId: sizeId,
          balance: Math.round(balance * 1000),
          since: readUtc(dateAdd),
        })),
      })),
    ]),
  );
}

/**
 * Reads iiko's `2026-10-12 06:10:11.222`, which is UTC here; returns null when it is not a time.
 */
function readUtc(text: string | null): string | null {
  const moment = new Date(`${text?.replace(" ", "T") ?? ""}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
