import { useEffect, useState } from "react";

import { useFilter } from "../routing/use-filter";
import { Icon } from "./icon";

/** Typing is faster than searching a list of ten thousand. */
const PAUSE_MS = 250;

/** Searches within a room; the search text is part of the address. */
export function FindField({ label, hint }: { label: string; hint: string }) {
  const [sought, seek] = useFilter("q", "replace");
  const [typed, type] = useState(sought);
  useEffect(() => type(sought), [sought]);
  useEffect(() => {
    if (typed === sought) return undefined;
    const timer = setTimeout(seek, PAUSE_MS, typed);
    return () => clearTimeout(timer);
  }, [typed, sought, seek]);
  return (
    <search className="find" data-slim>
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={hint}
        value={typed}
        maxLength={100}
        onChange={({ target }) => type(target.value)}
      />
    </search>
  );
}
