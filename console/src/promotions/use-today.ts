import { useDay } from "../orders/use-day";
import { useScope } from "../session/scope";

/** The current day at the first of the chosen branches, as 2026-11-30. */
export function useToday(): string {
  const { branches } = useScope();
  return useDay(branches[0]?.timeZone);
}
