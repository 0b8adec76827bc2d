import { useWords } from "../../language/language";
import { type Option } from "./dictionaries";

interface Props {
  readonly value: string;
  readonly options: readonly Option[] | undefined;
  /** The text for "nothing chosen"; undefined means that something must be chosen. */
  readonly none: string | undefined;
  readonly disabled?: boolean;
  readonly onChoose: (value: string) => void;
  readonly control: object;
}

/** A list with one choice. A chosen value that no longer exists stays visible. */
export function OptionSelect({ value, options, none, disabled, onChoose, control }: Props) {
  const { room } = useWords().branches;
  const isThere = value === "" || options?.some((one) => one.value === value) === true;
  return (
    <select
      {...control}
      className={value === "" ? "inp none" : "inp"}
      value={value}
      disabled={disabled}
      onChange={({ target }) => onChoose(target.value)}
    >
      {(none !== undefined || value === "") && <option value="">{none ?? room.choose}</option>}
      {!isThere && <option value={value}>{options ? room.vanished : room.chosenBefore}</option>}
      {options?.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
