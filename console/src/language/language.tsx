import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

import { ENGLISH } from "./english";
import { RUSSIAN } from "./russian";

const DICTIONARIES = { ru: RUSSIAN, en: ENGLISH };

export type Language = keyof typeof DICTIONARIES;

interface Spoken {
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const STORED_LANGUAGE = "console:language";

const LanguageContext = createContext<Spoken | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(STORED_LANGUAGE, language);
  }, [language]);
  const spoken = useMemo(() => ({ language, speak: setLanguage }), [language]);
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error("There is no language here");
  return spoken;
}

/** The console's texts in the current language. */
export function useWords() {
  return DICTIONARIES[useLanguage().language];
}

/** The language chosen before, otherwise the browser's. */
function firstLanguage(): Language {
  const wanted = localStorage.getItem(STORED_LANGUAGE) ?? navigator.language.slice(0, 2);
  return wanted === "ru" ? "ru" : "en";
}
