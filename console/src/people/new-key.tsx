import { type FormEvent, useId, useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { AskDialog } from "../parts/ask-dialog";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { writtenIn } from "../parts/written-in";
import { CompanyChoice } from "../session/company-choice";
import { useSession } from "../session/session";
import { useOneCompany } from "../session/use-one-company";
import { NewKey as MakeKey } from "./operations";

type Role = "OPERATOR" | "ADMIN";

interface Props {
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Asks whom the key is for, then shows it this once. */
export function NewKey({ onMade, onClose }: Props) {
  const { people: words } = useWords();
  const [secret, setSecret] = useState<string>();
  return (
    // What is shown only once is closed by its own button alone.
    <AskDialog
      title={secret === undefined ? words.makeTitle : words.secretTitle}
      className="new-key"
      // What is shown only once is closed by its own button alone.
      isFirm={secret !== undefined}
      onClose={onClose}
    >
      {secret === undefined ? (
        <Asking onMade={onMade} onSecret={setSecret} onClose={onClose} />
      ) : (
        <Secret secret={secret} onClose={onClose} />
      )}
    </AskDialog>
  );
}

interface AskingProps extends Props {
  readonly onSecret: (secret: string) => void;
}

function Asking({ onMade, onSecret, onClose }: AskingProps) {
  const { people: words } = useWords();
  const action = useAction(onMade);
  const [role, setRole] = useState<Role>("OPERATOR");
  const { companyId, choose } = useOneCompany();
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const chosen = fields.getAll("branchIds").map(String);
    action.run(async (gateway) => {
      const branchIds = role === "OPERATOR" && chosen.length > 0 ? chosen : null;
      const input = { label: writtenIn(fields, "label"), scope: role, branchIds, companyId };
      const { createApiKey: made } = await gateway.ask(MakeKey, { input });
      if (typeof made.secret === "string") onSecret(made.secret);
      return made;
    });
  };
  return (
    <form onSubmit={make}>
      <p>{words.makeWhat}</p>
      <LabelField />
      <CompanyChoice companyId={companyId ?? ""} onChoose={choose} />
      <RoleChoice role={role} onChoose={setRole} />
      {role === "OPERATOR" && <BranchTicks key={companyId} companyId={companyId} />}
      <Outcome of={action} />
      <div className="row">
        <Button onPress={onClose}>{words.makeNo}</Button>
        <Button type="submit" look="main" isPending={action.isRunning}>
          {words.makeYes}
        </Button>
      </div>
    </form>
  );
}

function LabelField() {
  const { people: words } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.label}</label>
      <input
        className="inp"
        id={id}
        name="label"
        required
        maxLength={100}
        autoComplete="off"
        autoFocus
        aria-describedby={`${id}-hint`}
      />
      <span className="hint" id={`${id}-hint`}>
        {words.labelHint}
      </span>
    </div>
  );
}

function RoleChoice({ role, onChoose }: { role: Role; onChoose: (role: Role) => void }) {
  const { people: words } = useWords();
  const roles: readonly Role[] = ["OPERATOR", "ADMIN"];
  return (
    <fieldset className="field roles">
      <legend className="label">{words.role}</legend>
      {roles.map((one) => (
        <label key={one} className="role">
          <input
            type="radio"
            name="scope"
            value={one}
            checked={one === role}
            onChange={() => onChoose(one)}
          />
          <span>
            <b>{words.roles[one]}</b>
            <small>{words.roleWhat[one]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function BranchTicks({ companyId }: { companyId: string | null }) {
  const { people: words } = useWords();
  const { branches: all } = useSession();
  const branches = (all ?? []).filter(
    (branch) => companyId === null || branch.companyId === companyId,
  );
  if (branches.length < 2) return null;
  return (
    <fieldset className="field">
      <legend className="label">{words.branches}</legend>
      <span className="hint">{words.branchesHint}</span>
      <div className="ticks">
        {branches.map(({ id, name }) => (
          <label key={id} className="opt-b">
            <input className="tick" type="checkbox" name="branchIds" value={id} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { people: words } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => {
    // A page without https has no clipboard: the user can select the field and copy it by hand.
    void navigator.clipboard?.writeText(secret).then(() => setIsCopied(true));
  };
  return (
    <>
      <p>{words.secretOnce}</p>
      <div className="row secret">
        <input
          className="inp mono"
          readOnly
          value={secret}
          aria-label={words.secretTitle}
          onFocus={({ target }) => target.select()}
        />
        {"clipboard" in navigator && (
          <Button onPress={copy}>{isCopied ? words.copied : words.copy}</Button>
        )}
      </div>
      <div className="row">
        <Button look="main" onPress={onClose}>
          {words.secretSaved}
        </Button>
      </div>
    </>
  );
}
