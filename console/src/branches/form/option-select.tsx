import { useWords } from "../../language/language";
import { type Option } from "./dictionaries";

interface Props {
  readonly value: string;
  readonly options: readonly Option[] | undefined;
  /** The words for nothing; undefined: something must be chosen. */
  readonly none: string | undefined;
  readonly disabled?: boolean;
  readonly onChoose: (value: string) => void;
  readonly control: object;
}

/** A list to choose one from. What is chosen and no longer there stays to be seen. */
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
