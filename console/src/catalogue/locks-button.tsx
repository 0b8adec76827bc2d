import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { IMPORT_FIELDS } from "./import-fields";
import { type ImportField, LockFields, type OurProduct } from "./operations";

interface Props {
  readonly product: OurProduct;
  readonly onChanged: () => void;
}

/** Which fields of a product imports and price syncs leave unchanged. */
export function LocksButton({ product, onChanged }: Props) {
  const { catalogue: words } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const locked = IMPORT_FIELDS.filter((field) =>
    product.fieldSources.some((source) => source.field === field && source.locked),
  );
  const { isRunning, failure, userErrors, change } = useLocks(product, onChanged);
  const label =
    locked.length === 0 ? words.lock : locked.map((field) => words.fieldChips[field]).join(", ");
  return (
    <>
      <Button
        look="quiet"
        small
        icon="lock"
        isPending={isRunning}
        aria-label={`${label}: ${product.name}`}
        onPress={() => setIsOpen(true)}
      >
        {label}
      </Button>
      <Outcome of={{ failure, userErrors }} />
      {isOpen && (
        <LocksQuestion
          product={product}
          locked={locked}
          onNo={() => setIsOpen(false)}
          onYes={(after) => {
            setIsOpen(false);
            change(locked, after);
          }}
        />
      )}
    </>
  );
}

function LocksQuestion(props: {
  product: OurProduct;
  locked: readonly ImportField[];
  onNo: () => void;
  onYes: (after: ImportField[]) => void;
}) {
  const { catalogue: words } = useWords();
  return (
    <Question
      title={words.locksTitle(props.product.name)}
      consequence={words.locksQuestion}
      no={words.cancel}
      yes={words.locksYes}
      onNo={props.onNo}
      onYes={(fields) => props.onYes(fields.getAll("field") as ImportField[])}
    >
      <div className="ticks">
        {IMPORT_FIELDS.map((field) => (
          <label key={field} className="opt-b">
            <input
              className="tick"
              type="checkbox"
              name="field"
              value={field}
              defaultChecked={props.locked.includes(field)}
            />
            {words.fields[field]}
          </label>
        ))}
      </div>
    </Question>
  );
}

/** Can be undone, so it runs without confirmation and offers «undo». */
function useLocks({ id, name }: OurProduct, onChanged: () => void) {
  const { catalogue: words } = useWords();
  const { isRunning, failure, userErrors, run } = useAction(onChanged);
  const toast = useToast();
  const change = (before: readonly ImportField[], after: readonly ImportField[]) =>
    run(async (gateway) => {
      const steps = [
        { fields: after.filter((field) => !before.includes(field)), locked: true },
        { fields: before.filter((field) => !after.includes(field)), locked: false },
      ].filter(({ fields }) => fields.length > 0);
      for (const { fields, locked } of steps) {
        const asked = { productId: id, fields, locked };
        const { setProductFieldLocks } = await gateway.ask(LockFields, asked);
        if (setProductFieldLocks.userErrors.length > 0) return setProductFieldLocks;
      }
      if (steps.length > 0)
        toast(words.locksChanged(name), { onUndo: () => change(after, before) });
      return undefined;
    });
  return { isRunning, failure, userErrors, change };
}
