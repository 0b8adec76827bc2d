import { type FormEvent, useId, useRef, useState } from "react";

import { freshKey } from "../../gateway/fresh-key";
import { type GatewayFailure, toFailure } from "../../gateway/gateway-failure";
import { useWords } from "../../language/language";
import { Button } from "../../parts/button";
import { EmptyState } from "../../parts/empty-state";
import { FailureNote } from "../../parts/failure-note";
import { writtenIn } from "../../parts/written-in";
import { pathTo } from "../../routing/address";
import { go } from "../../routing/use-address";
import { CompanyChoice } from "../../session/company-choice";
import { useSession } from "../../session/session";
import { useOneCompany } from "../../session/use-one-company";
import { describing, SettingFrame } from "../form/setting-frame";
import { type CurrencyCode, NewBranch, type NewBranchAnswer, SaveSettings } from "../operations";
import { WizardSteps } from "./wizard-steps";
import { zonesByCountry } from "./zones";

const CURRENCIES: readonly CurrencyCode[] = [
  ...(["RUB", "KZT", "BYN", "AMD"] as const),
  ...(["GEL", "UZS", "EUR", "USD"] as const),
];

type UserError = NewBranchAnswer["createBranch"]["userErrors"][number];

/** The first step: the branch's name, its location and its key. */
export function NewBranchPage() {
  const { wizard: words, list } = useWords().branches;
  const { isAdmin } = useSession();
  return (
    <>
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      {isAdmin ? (
        <>
          <WizardSteps id={undefined} step="key" />
          <FirstStep />
        </>
      ) : (
        <EmptyState picture="forbidden" title={words.forbidden}>
          {list.noneForOperator}
        </EmptyState>
      )}
    </>
  );
}

function FirstStep() {
  const { wizard: words, room } = useWords().branches;
  const { companyId, choose } = useOneCompany();
  const { begin, isBeginning, failure, userErrors } = useBegin(companyId);
  const errorsOf = (name: string) =>
    userErrors.filter(({ field }) => field?.at(-1) === name).map(({ message }) => message);
  return (
    <form className="card wizard" aria-label={words.title} onSubmit={begin}>
      <div className="body stack form">
        <p className="soft">{words.lead}</p>
        <CompanyChoice companyId={companyId ?? ""} onChoose={choose} />
        <div className="grid2">
          <Line name="name" label={words.name} hint={words.nameHint} errors={errorsOf("name")} />
          <ZoneChoice errors={errorsOf("timeZone")} />
        </div>
        <CurrencyChoice />
        <Line
          name="apiLogin"
          label={words.key}
          hint={room.keyKept}
          errors={errorsOf("apiLogin")}
          isCode
        />
        <p className="small muted">{words.keyWhere}</p>
        <FailureNote failure={failure} />
      </div>
      <footer>
        <span className="end">
          <Button type="submit" look="main" isPending={isBeginning}>
            {words.next}
          </Button>
        </span>
      </footer>
    </form>
  );
}

/** Creates the branch once and gives it the key; anything that fails is shown at the next step. */
function useBegin(companyId: string | null) {
  const { gateway, learnBranches } = useSession();
  const [failure, setFailure] = useState<GatewayFailure>();
  const [userErrors, setUserErrors] = useState<readonly UserError[]>([]);
  const [isBeginning, setIsBeginning] = useState(false);
  const once = useRef({ meant: "", idempotencyKey: "" });
  const create = async (fields: FormData) => {
    const currencyCode = writtenIn(fields, "currencyCode") as CurrencyCode;
    const [name, timeZone] = [writtenIn(fields, "name"), writtenIn(fields, "timeZone")];
    const meant = JSON.stringify([name, timeZone, currencyCode, companyId]);
    // Pressing the button again after a network failure does not create a second branch.
    if (once.current.meant !== meant) once.current = { meant, idempotencyKey: freshKey() };
    const { idempotencyKey } = once.current;
    const input = { name, timeZone, currencyCode, companyId, idempotencyKey };
    const { createBranch: made } = await gateway.ask(NewBranch, { input });
    setUserErrors(made.userErrors);
    if (!made.branch) return;
    const { id: branchId, version: expectedVersion } = made.branch;
    const key = { input: { apiLogin: writtenIn(fields, "apiLogin") }, verify: false };
    const asked = Object.assign({ branchId, expectedVersion }, key);
    const { saveBranchSettings: saved } = await gateway.ask(SaveSettings, asked);
    learnBranches();
    const step = saved.branch ? "restaurant" : "key";
    go(pathTo("branches", [branchId, "set-up", step]), "replace");
  };
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsBeginning(true);
    setFailure(undefined);
    void create(new FormData(event.currentTarget))
      .catch((error: unknown) => setFailure(toFailure(error)))
      .finally(() => setIsBeginning(false));
  };
  return { begin, isBeginning, failure, userErrors };
}

function Line(props: {
  name: string;
  label: string;
  hint: string;
  errors: readonly string[];
  isCode?: boolean;
}) {
  const { name, label, hint, errors, isCode = false } = props;
  const id = useId();
  return (
    <SettingFrame {...{ id, label, hint, errors }}>
      <input
        {...describing(id, errors)}
        className={isCode ? "inp mono" : "inp"}
        name={name}
        required
        autoComplete="off"
        spellCheck={false}
      />
    </SettingFrame>
  );
}

function ZoneChoice({ errors }: { errors: readonly string[] }) {
  const { wizard: words } = useWords().branches;
  const id = useId();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { near, others } = zonesByCountry(here);
  const option = (zone: string) => (
    <option key={zone} value={zone}>
      {zone.replaceAll("_", " ")}
    </option>
  );
  return (
    <SettingFrame {...{ id, errors }} label={words.timeZone} hint={words.timeZoneHint}>
      <select
        {...describing(id, errors)}
        className="inp"
        name="timeZone"
        defaultValue={near.includes(here) || others.includes(here) ? here : near[0]}
      >
        <optgroup label={words.zonesNear}>{near.map(option)}</optgroup>
        <optgroup label={words.zonesAll}>{others.map(option)}</optgroup>
      </select>
    </SettingFrame>
  );
}

function CurrencyChoice() {
  const { wizard: words } = useWords().branches;
  const id = useId();
  return (
    <SettingFrame id={id} label={words.currency} hint={words.currencyHint} errors={[]}>
      <select {...describing(id, [])} className="inp" name="currencyCode" defaultValue="RUB">
        {CURRENCIES.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </select>
    </SettingFrame>
  );
}
