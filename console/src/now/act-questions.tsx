import { useWords } from "../language/language";
import { Question } from "../parts/question";
import { writtenIn } from "../parts/written-in";

interface Asked {
  readonly number: string;
  readonly onNo: () => void;
}

/** Asks which number the order has in the till, before the gateway stops sending it. */
export function ByHandQuestion({
  number,
  onNo,
  onYes,
}: Asked & { readonly onYes: (posNumber: string, note: string | null) => void }) {
  const { now: words } = useWords();
  return (
    <Question
      title={words.byHandTitle(number)}
      consequence={words.byHandWhat}
      no={words.notYet}
      yes={words.byHandYes}
      onNo={onNo}
      onYes={(fields) => onYes(writtenIn(fields, "posNumber"), writtenIn(fields, "note") || null)}
    >
      <label className="field">
        <span className="label">{words.posNumber}</span>
        <input className="inp" name="posNumber" required autoComplete="off" />
        <span className="hint">{words.posNumberHint}</span>
      </label>
      <label className="field">
        <span className="label">{words.note}</span>
        <input className="inp" name="note" autoComplete="off" />
      </label>
    </Question>
  );
}

/** Asks before sending again an order that the staff may have entered. */
export function SendAgainQuestion({ number, onNo, onYes }: Asked & { readonly onYes: () => void }) {
  const { now: words } = useWords();
  return (
    <Question
      title={words.sendAgainTitle(number)}
      consequence={words.sendAgainWhat}
      no={words.sendAgainNo}
      yes={words.sendAgainYes}
      onNo={onNo}
      onYes={onYes}
    />
  );
}

/** Asks before taking an order from a colleague who is working on it. */
export function TakeOverQuestion({
  number,
  name,
  onNo,
  onYes,
}: Asked & { readonly name: string; readonly onYes: () => void }) {
  const { now: words } = useWords();
  return (
    <Question
      title={words.takeOverTitle(number, name)}
      consequence={words.takeOverWhat}
      no={words.takeOverNo}
      yes={words.takeOverYes}
      onNo={onNo}
      onYes={onYes}
    />
  );
}
