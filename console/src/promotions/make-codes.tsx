import { type FormEvent, useState } from "react";

import { freshKey } from "../gateway/fresh-key";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { AskDialog } from "../parts/ask-dialog";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { writtenIn } from "../parts/written-in";
import { Field } from "./field";
import { NewCodes } from "./operations";
import { type Promotion } from "./promotion";
import { saveCodes } from "./save-codes";

const USUAL_COUNT = 100;
const MOST = 10_000;

interface Props {
  readonly promotion: Promotion;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Asks how many codes to make, then offers them for copying or saving. */
export function MakeCodes({ promotion, onMade, onClose }: Props) {
  const { promotions: words } = useWords();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <AskDialog
      title={codes === undefined ? words.generateTitle : words.ready(codes.length)}
      onClose={onClose}
    >
      {codes === undefined ? (
        <Asking
          promotion={promotion}
          onCodes={(made) => (setCodes(made), onMade())}
          onClose={onClose}
        />
      ) : (
        <Ready name={promotion.name} codes={codes} onClose={onClose} />
      )}
    </AskDialog>
  );
}

interface AskingProps extends Pick<Props, "promotion" | "onClose"> {
  readonly onCodes: (codes: readonly string[]) => void;
}

function Asking({ promotion: { id, usesPerCode }, onCodes, onClose }: AskingProps) {
  const { promotions: words } = useWords();
  const action = useAction();
  // One key for this dialog, so that submitting it twice makes the codes once.
  const [idempotencyKey] = useState(freshKey);
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [count, prefix] = [Number(writtenIn(fields, "count")), writtenIn(fields, "prefix")];
    action.run(async (gateway) => {
      const input = { promotionId: id, count, prefix, idempotencyKey };
      const { generatePromoCodes: made } = await gateway.ask(NewCodes, { input });
      if (made.userErrors.length === 0) onCodes(made.codes);
      return made;
    });
  };
  return (
    <form className="stack" onSubmit={make}>
      <p>{words.generateWhat(usesPerCode)}</p>
      <CodeFields />
      <Outcome of={action} />
      <div className="row">
        <Button onPress={onClose}>{words.generateNo}</Button>
        <Button type="submit" look="main" isPending={action.isRunning}>
          {words.generateYes}
        </Button>
      </div>
    </form>
  );
}

function CodeFields() {
  const { promotions: words } = useWords();
  return (
    <div className="pair">
      <Field label={words.count} hint={words.countHint} name="count">
        {(field) => (
          <input
            {...field}
            type="number"
            min={1}
            max={MOST}
            required
            autoFocus
            defaultValue={USUAL_COUNT}
          />
        )}
      </Field>
      <Field label={words.prefix} hint={words.prefixHint} name="prefix">
        {(field) => <input {...field} maxLength={20} autoComplete="off" />}
      </Field>
    </div>
  );
}

function Ready(props: { name: string; codes: readonly string[]; onClose: () => void }) {
  const { promotions: words } = useWords();
  const { name, codes, onClose } = props;
  const [isCopied, setIsCopied] = useState(false);
  const text = codes.join("\n");
  const copy = () => {
    // A page without https has no clipboard: the user can select the list and copy it by hand.
    void navigator.clipboard?.writeText(text).then(() => setIsCopied(true));
  };
  return (
    <div className="stack">
      <p>{words.readyWhat}</p>
      <textarea
        className="inp mono made"
        readOnly
        rows={6}
        value={text}
        aria-label={words.codes}
        onFocus={({ target }) => target.select()}
      />
      <div className="row">
        <Button onPress={onClose}>{words.close}</Button>
        {"clipboard" in navigator && (
          <Button onPress={copy}>{isCopied ? words.copied : words.copy}</Button>
        )}
        <Button
          look="main"
          onPress={() =>
            saveCodes(
              name,
              codes.map((code) => ({ code })),
            )
          }
        >
          {words.save}
        </Button>
      </div>
    </div>
  );
}
