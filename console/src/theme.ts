import { useEffect, useState } from "react";

const THEMES = ["system", "light", "dark"] as const;
const STORED_THEME = "console:theme";

export type Theme = (typeof THEMES)[number];

/** The colours that were chosen in this browser, and how to choose others. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => localStorage.setItem(STORED_THEME, theme), [theme]);
  return [theme, setTheme];
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_THEME);
  return THEMES.find((theme) => theme === stored) ?? "system";
}
