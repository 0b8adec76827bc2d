import { type Language, useLanguage, useWords } from "../language/language";
import { Button } from "../parts/button";
import { Segments } from "../parts/segments";
import { useSession } from "../session/session";
import { THEMES, useTheme } from "../theme";

const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: "ru", label: "Русский" },
  { value: "en", label: "English" },
];

/** Each user's preferences, and signing out. */
export function Preferences() {
  const { bar, session } = useWords();
  const { language, speak } = useLanguage();
  const { theme, wear } = useTheme();
  const { branches, leave } = useSession();
  const themes = THEMES.map((value) => ({ value, label: bar.themes[value] }));
  return (
    <div className="preferences">
      <h3>{bar.language}</h3>
      <Segments label={bar.language} value={language} among={LANGUAGES} onChoose={speak} />
      <h3>{bar.theme}</h3>
      <Segments label={bar.theme} value={theme} among={themes} onChoose={wear} />
      {branches !== null && <Button onPress={leave}>{session.leave}</Button>}
    </div>
  );
}
