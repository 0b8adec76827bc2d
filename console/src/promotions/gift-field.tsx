import { useEffect, useId, useState } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { Field } from "./field";
import { Gifts } from "./operations";

/** Counted from the last keystroke. */
const TYPED_MS = 300;

/** A dish of the catalogue, chosen by article and suggested from what is typed of its name. */
export function GiftField(props: { branchId: string; errors: readonly string[] }) {
  const { promotions: words } = useWords();
  const list = useId();
  const [typed, type] = useState("");
  const found = useFound(props.branchId, typed);
  const exact = found.find(({ article }) => article === typed.trim());
  return (
    <Field
      name="giftArticle"
      label={words.fields.giftArticle}
      hint={exact?.name ?? words.hints.giftArticle}
      errors={props.errors}
    >
      {(control) => (
        <>
          <input
            {...control}
            required
            list={list}
            maxLength={40}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => type(target.value)}
          />
          <datalist id={list}>
            {found.map(({ article, name }) => (
              <option key={article} value={article}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function useFound(branchId: string, typed: string) {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(setAsked, TYPED_MS, typed.trim());
    return () => clearTimeout(timer);
  }, [typed]);
  const { answer } = useAnswer(Gifts, asked === "" ? null : { branchId, search: asked });
  return answer?.products.nodes ?? [];
}
