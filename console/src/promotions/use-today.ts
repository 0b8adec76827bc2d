import { dayOf } from "../orders/days";
import { useScope } from "../session/scope";

/** The day it is at the first of the chosen branches, as 2026-11-30. */
export function useToday(): string {
  const { branches } = useScope();
  return dayOf(new Date(), branches[0]?.timeZone);
}
