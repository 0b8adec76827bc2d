import { ICON_STROKES } from "./icon-strokes";

export type IconName = keyof typeof ICON_STROKES;

/** Always next to words that say the same, so it is hidden from screen readers. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" className={small === true ? "i s" : "i"} aria-hidden="true">
      <path d={ICON_STROKES[name]} />
    </svg>
  );
}
