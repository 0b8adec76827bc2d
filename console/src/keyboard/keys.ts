import { type Room } from "../routing/address";

/** Key positions rather than letters, so that a Russian layout uses the same keys. */
export const ROOM_KEYS: Readonly<Record<Room, string>> = {
  now: "KeyN",
  orders: "KeyO",
  catalogue: "KeyC",
  money: "KeyM",
  promotions: "KeyR",
  branches: "KeyB",
  people: "KeyP",
  jobs: "KeyJ",
  api: "KeyA",
};

/** The letter printed on the key. */
export const letterOf = (code: string): string => code.slice(3);

/** Where a press means something else, or letters are being typed. */
const TYPING = `input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], .monaco-editor`;
const DIALOG = `[role="dialog"], [role="alertdialog"]`;

export function isFree({ target, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  if (metaKey || ctrlKey || altKey) return false;
  if (target instanceof HTMLElement && target.closest(`${TYPING}, ${DIALOG}`)) return false;
  return document.querySelector(DIALOG) === null;
}

export function roomOfKey(code: string): Room | undefined {
  return (Object.keys(ROOM_KEYS) as Room[]).find((room) => ROOM_KEYS[room] === code);
}

const ROWS = "main :is([data-order], [data-article], [data-job])";

/** Moves the focus to the next or previous row of the list. */
export function stepRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const to = here < 0 ? (by === 1 ? 0 : rows.length - 1) : here + by;
  rows[to]?.querySelector<HTMLElement>("a, input, button, [tabindex]")?.focus();
}
