import { useWords } from "../language/language";
import { Button } from "./button";

export interface Pages {
  /** Number of entries before those that are shown. */
  readonly before: number;
  readonly shown: number;
  /** As far as known. */
  readonly all: number;
  /** null when there are none. */
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
}

/**
 * Below a long list: which part of it is on the screen, with buttons for the parts before and after
 * it.
 */
export function Pager({ before, shown, all, onNext, onPrevious }: Pages) {
  const { parts } = useWords();
  if (all === 0 || (onNext === null && onPrevious === null)) return null;
  return (
    <nav className="pager" aria-label={parts.pages}>
      <Button small isDisabled={onPrevious === null} onPress={() => onPrevious?.()}>
        {parts.previous}
      </Button>
      <span className="small soft num">{parts.span(before + 1, before + shown, all)}</span>
      <Button small isDisabled={onNext === null} onPress={() => onNext?.()}>
        {parts.next}
      </Button>
    </nav>
  );
}
