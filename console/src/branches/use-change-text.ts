import { useWords } from "../language/language";
import { useMoment } from "../parts/use-moment";
import { type Change } from "./change";
import { type Option, useLists } from "./form/dictionaries";
import { type Row, type SettingField } from "./form/setting-value";

interface ChangeText {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const BUSY = /^(\d+)(?: until (.+))?$/;
const UNTIL = /^false until (.+)$/;
const LONGEST = 120;

/** Describes a change in words, without field names or ids, because ids mean nothing to users. */
export function useChangeText(
  fields: readonly SettingField[],
  timeZone: string,
): (change: Change) => ChangeText {
  const { history: words, busy } = useWords().branches;
  const { optionsOf } = useLists();
  const moment = useMoment(timeZone, "short");
  return ({ field: name, before, after }) => {
    const field = fields.find((one) => one.nameInHistory === name);
    const isAcceptance = name.startsWith("accepting");
    const said = (value: string | null): string => {
      if (value === null) return field ? words.notChosen : words.nothing;
      const until = UNTIL.exec(value)?.[1];
      if (until !== undefined) return words.pausedUntil(moment(until));
      const [, minutes, end] = (name === "busyMode" && BUSY.exec(value)) || [];
      if (minutes !== undefined)
        return end === undefined ? busy.usual : busy.busy(Number(minutes), moment(end));
      if (isAcceptance) return value === "true" ? words.open : words.closed;
      if (value === "true") return words.yes;
      if (value === "false") return words.no;
      if (field?.kind === "LIST" && value.startsWith("["))
        return listSaid(field, value) || words.notChosen;
      return shortened(namedOf(field, field && optionsOf(field), value));
    };
    const title = field?.label ?? words.fields[name] ?? name;
    return { title, before: before === null && !field ? "" : said(before), after: said(after) };
  };
}

function namedOf(
  field: SettingField | undefined,
  options: readonly Option[] | undefined,
  value: string,
): string {
  const choices = [...(field?.choices ?? []), ...(options ?? [])];
  const named = choices.find((one) => one.value === value)?.label;
  return named ?? (ID.test(value) ? `…${value.slice(-4)}` : value);
}

/**
 * Describes a list by what distinguishes its rows: "15, 15, 15", "Наличными, Онлайн", addresses.
 */
function listSaid({ columns }: SettingField, value: string): string {
  const telling = columns.find(({ name }) => name === "target") ?? columns[0];
  const rows = JSON.parse(value) as readonly (Row | number)[];
  const said = rows.map((row) => {
    if (typeof row === "number") return String(row);
    const cell = String(row[telling?.name ?? ""]);
    return telling?.choices.find((one) => one.value === cell)?.label ?? cell;
  });
  return shortened(said.join(", "));
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
