import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

export const THEMES = ["system", "light", "dark"] as const;

const STORED_THEME = "console:theme";

type Theme = (typeof THEMES)[number];

interface Worn {
  readonly theme: Theme;
  readonly wear: (theme: Theme) => void;
}

const ThemeContext = createContext<Worn | null>(null);

/** The colours chosen in this browser, and a way to choose others. */
export function useTheme(): Worn {
  const worn = useContext(ThemeContext);
  if (!worn) throw new Error("There are no colours here");
  return worn;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    localStorage.setItem(STORED_THEME, theme);
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const worn = useMemo(() => ({ theme, wear: setTheme }), [theme]);
  return <ThemeContext value={worn}>{children}</ThemeContext>;
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_THEME);
  return THEMES.find((theme) => theme === stored) ?? "system";
}
