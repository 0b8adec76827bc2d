import { type FormEvent, useState } from "react";

import { freshKey } from "../gateway/fresh-key";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { pathTo } from "../routing/address";
import { go } from "../routing/use-address";
import { useScopedQuery } from "../session/scope";
import { NewPromotion as MakePromotion, type NewPromotionVariables } from "./operations";
import { PromotionFields } from "./promotion-fields";
import { inputFrom } from "./promotion-input";

type Input = NewPromotionVariables["input"];
type Errors = Readonly<Record<string, readonly string[]>>;

const NONE: Errors = {};

/** A form for the terms; asks for confirmation once, because they cannot be changed later. */
export function NewPromotion({ branchId }: { branchId: string }) {
  const { promotions: words } = useWords();
  const [input, setInput] = useState<Input>();
  const { isRunning, failure, errors, others, make } = useMake();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setInput(inputFrom(new FormData(event.currentTarget), branchId));
  };
  return (
    <form className="stack new-promotion" onSubmit={submit}>
      <p className="soft">{words.makeLead}</p>
      <PromotionFields branchId={branchId} errors={errors} />
      <Outcome of={{ failure, userErrors: others }} />
      {errors !== NONE && <Banner tone="red" icon="warn" lead={words.mend} />}
      <div className="row">
        <Button type="submit" look="main" isPending={isRunning}>
          {words.makeYes}
        </Button>
      </div>
      {input && (
        <Question
          title={words.askTitle(input.name)}
          consequence={words.askWhat}
          no={words.askNo}
          yes={words.askYes}
          onNo={() => setInput(undefined)}
          onYes={() => {
            setInput(undefined);
            make(input);
          }}
        />
      )}
    </form>
  );
}

function useMake() {
  const { promotions: words } = useWords();
  const query = useScopedQuery();
  const { isRunning, failure, run } = useAction();
  const toast = useToast();
  const [errors, setErrors] = useState<Errors>(NONE);
  const make = (input: Input) =>
    run(async (gateway) => {
      setErrors(NONE);
      const asked = { input: { ...input, idempotencyKey: freshKey() } };
      const { createPromotion: made } = await gateway.ask(MakePromotion, asked);
      if (made.promotion) {
        toast(words.made(input.name));
        go(pathTo("promotions", [made.promotion.id], query));
      } else setErrors(byField(made.userErrors));
      return undefined;
    });
  const others = (errors[""] ?? []).map((message) => ({ message }));
  return { isRunning, failure, errors, others, make };
}

/** Errors by field name; those that belong to no field are under "". */
function byField(
  userErrors: readonly { readonly field: readonly string[] | null; readonly message: string }[],
): Errors {
  const errors: Record<string, string[]> = {};
  for (const { field, message } of userErrors) (errors[field?.[1] ?? ""] ??= []).push(message);
  return errors;
}
