import { type Language, useLanguage, useWords } from "./language/language";
import { Choice } from "./parts/choice";
import { BranchChoice } from "./session/branch-choice";
import { SignIn } from "./session/sign-in";
import { type Theme } from "./theme";

const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: "ru", label: "Русский" },
  { value: "en", label: "English" },
];

interface Props {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

/** Above everything: whose gateway, which branch, which language and colours, who is signed in. */
export function ConsoleBar({ theme, onTheme }: Props) {
  const { bar } = useWords();
  const { language, speak } = useLanguage();
  const themes = (Object.keys(bar.themes) as Theme[]).map((value) => ({
    value,
    label: bar.themes[value],
  }));
  return (
    <header className="bar">
      <h1>{bar.title}</h1>
      <BranchChoice />
      <Choice label={bar.language} value={language} among={LANGUAGES} onChoose={speak} />
      <Choice label={bar.theme} value={theme} among={themes} onChoose={onTheme} />
      <SignIn />
    </header>
  );
}
