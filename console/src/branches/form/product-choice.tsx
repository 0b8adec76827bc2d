import { useEffect, useId, useState } from "react";

import { useAnswer } from "../../gateway/use-answer";
import { useWords } from "../../language/language";
import { PosProducts } from "../operations";
import { OptionSelect } from "./option-select";
import { describing, SettingFrame } from "./setting-frame";
import { type Branch, type SettingField } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

/** Counted from the last keystroke. */
const TYPED_MS = 400;

/** Finds a product of the POS's menu by typed text, because a menu is too long for a list. */
export function ProductChoice({ form, field }: { form: SettingsForm; field: SettingField }) {
  const { room } = useWords().branches;
  const id = useId();
  const { name, label, explanation } = field;
  const value = form.valueOf(name);
  const [search, setSearch] = useState<string>(room.deliveryProduct);
  const found = useProducts(form.branch, search);
  const errors = form.errorsOf(name);
  const chosen = typeof value === "string" ? value : "";
  const isFound = chosen === "" || found?.some((one) => one.value === chosen) === true;
  const before = isFound ? [] : [{ value: chosen, label: room.chosenBefore }];
  return (
    <SettingFrame {...{ id, label, errors }} hint={explanation}>
      <input
        className="inp"
        type="search"
        aria-label={room.findProduct}
        placeholder={room.findProduct}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <OptionSelect
        options={[...(found ?? []), ...before]}
        none={room.notChosen}
        value={chosen}
        control={describing(id, errors)}
        onChoose={(idInPos) => form.change(name, idInPos === "" ? null : idInPos)}
      />
    </SettingFrame>
  );
}

/** Searches the POS's menu for the typed text, shortly after the last keystroke. */
function useProducts({ id: branchId, settings }: Branch, search: string) {
  const [asked, setAsked] = useState(search);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(search), TYPED_MS);
    return () => clearTimeout(timer);
  }, [search]);
  const isConnected = settings.organizationIdInPos !== null;
  const { answer } = useAnswer(PosProducts, isConnected ? { branchId, search: asked } : null);
  return answer?.posMenu?.items.nodes.map(({ id: value, name, article }) => ({
    value,
    label: article === null ? name : `${name} · ${article}`,
  }));
}
