import { type Room } from "../routing/address";

/** Places on the keyboard, not letters: a Russian layout has the same. */
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

/** As it is written on the key. */
export const letterOf = (code: string): string => code.slice(3);

/** What is pressed means something else there, or letters are typed. */
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

/** The focus goes to the next row of the list, or the one before. */
export function stepRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const to = here < 0 ? (by === 1 ? 0 : rows.length - 1) : here + by;
  rows[to]?.querySelector<HTMLElement>("a, input, button, [tabindex]")?.focus();
}
