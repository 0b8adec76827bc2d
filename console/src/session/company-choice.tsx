import { useId } from "react";

import { useWords } from "../language/language";
import { useScope } from "./scope";

interface Props {
  readonly companyId: string;
  readonly onChoose: (companyId: string) => void;
  /** The text for "no choice"; omitted when one has to be chosen. */
  readonly none?: string;
}

/** Chooses a company of a platform; renders nothing when there is nothing to choose. */
export function CompanyChoice({ companyId, onChoose, none }: Props) {
  const { shell } = useWords();
  const { companies } = useScope();
  const id = useId();
  if (companies.length < 2) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{shell.company}</label>
      <select
        className="inp"
        id={id}
        value={companyId}
        onChange={({ target }) => onChoose(target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {companies.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
