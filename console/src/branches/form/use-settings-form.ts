import { useCallback, useState } from "react";

import { type Gateway } from "../../gateway/gateway";
import { type GatewayFailure, toFailure } from "../../gateway/gateway-failure";
import { useSession } from "../../session/session";
import { type Check, SaveSettings, type SaveSettingsAnswer } from "../operations";
import {
  type Branch,
  type Draft,
  inputOf,
  isSame,
  savedValue,
  type SettingField,
  type SettingValue,
} from "./setting-value";

type UserError = SaveSettingsAnswer["saveBranchSettings"]["userErrors"][number];

interface Saved {
  readonly checks: readonly Check[];
  /** Restores the previous values; undefined if a key was among them. */
  readonly undo: (() => Promise<void>) | undefined;
}

export interface SettingsForm {
  readonly branch: Branch;
  readonly fields: readonly SettingField[];
  readonly valueOf: (name: string) => SettingValue;
  readonly change: (name: string, value: SettingValue) => void;
  readonly changed: readonly SettingField[];
  readonly errorsOf: (name: string) => readonly string[];
  /** Errors that belong to no field of the form. */
  readonly userErrors: readonly UserError[];
  readonly failure: GatewayFailure | undefined;
  readonly isSaving: boolean;
  readonly forget: () => void;
  /** Discards what was typed and shows what others have saved. */
  readonly takeTheirs: () => void;
  /** @returns undefined when it was refused, and the form says why */
  readonly save: (options: SaveOptions) => Promise<Saved | undefined>;
}

interface SaveOptions {
  readonly verify: boolean;
  readonly acceptOpenOrders?: boolean;
}

const NO_DRAFT: Draft = new Map();

/**
 * The settings of a branch while someone edits them; nothing is saved before `save`. What is typed
 * in the meantime stays.
 *
 * @param renew reads the branch again
 */
export function useSettingsForm(
  branch: Branch,
  fields: readonly SettingField[],
  renew: () => Promise<void>,
): SettingsForm {
  const [draft, setDraft] = useState<Draft>(NO_DRAFT);
  const saved = useCallback((name: string) => savedAt(branch, fields, name), [branch, fields]);
  const forgetDraft = useCallback((sent?: Draft) => setDraft((now) => without(now, sent)), []);
  const saving = useSaving({ branch, fields, draft, forgetDraft, renew });
  const { userErrors, settle } = saving;
  const change = useCallback(
    (name: string, value: SettingValue) => {
      settle(name);
      setDraft((before) => {
        const next = new Map(before);
        if (isSame(value, saved(name))) next.delete(name);
        else next.set(name, value);
        return next;
      });
    },
    [saved, settle],
  );
  const { forget, takeTheirs, save, failure, isSaving } = saving;
  return Object.assign(
    { branch, fields, change, failure, isSaving, forget, takeTheirs, save },
    {
      valueOf: (name: string) => (draft.has(name) ? (draft.get(name) ?? null) : saved(name)),
      changed: fields.filter(({ name }) => draft.has(name)),
      errorsOf: (name: string) =>
        userErrors.filter((one) => standsAt(one, name, fields)).map(({ message }) => message),
      userErrors: userErrors.filter(
        (one) => !fields.some(({ name }) => standsAt(one, name, fields)),
      ),
    },
  );
}

function savedAt(branch: Branch, fields: readonly SettingField[], name: string): SettingValue {
  const field = fields.find((one) => one.name === name);
  return field ? savedValue(branch, field) : null;
}

/** What was typed after the draft was sent; nothing without `sent`. */
function without(draft: Draft, sent?: Draft): Draft {
  if (!sent) return NO_DRAFT;
  return new Map([...draft].filter(([name, value]) => !isSame(value, sent.get(name) ?? null)));
}

interface Saving {
  readonly branch: Branch;
  readonly fields: readonly SettingField[];
  readonly draft: Draft;
  readonly forgetDraft: (sent?: Draft) => void;
  readonly renew: () => Promise<void>;
}

/** Saves a draft, and keeps the errors about a field until that field is edited again. */
function useSaving({ branch, fields, draft, forgetDraft, renew }: Saving) {
  const { gateway } = useSession();
  const [userErrors, setUserErrors] = useState<readonly UserError[]>([]);
  const [failure, setFailure] = useState<GatewayFailure>();
  const [isSaving, setIsSaving] = useState(false);
  const settle = useCallback((name: string) => setUserErrors(elsewhere(name, fields)), [fields]);
  const forget = useCallback(() => {
    forgetDraft();
    setUserErrors([]);
    setFailure(undefined);
  }, [forgetDraft]);
  const takeTheirs = () => {
    forget();
    void renew();
  };
  const write = async ({ verify, acceptOpenOrders = false }: SaveOptions) => {
    const input = Object.assign(inputOf(draft), acceptOpenOrders ? { acceptOpenOrders } : {});
    const done = await saveOnce(gateway, branch, { input, verify });
    setUserErrors(done.userErrors);
    if (!done.branch) return undefined;
    // If the draft were dropped earlier, the form would show the previous values and save them
    // under an old version.
    await renew();
    forgetDraft(draft);
    const undo = undoOf(gateway, { branch, fields, draft, version: done.branch.version }, renew);
    return { checks: done.checks, undo };
  };
  const save = (options: SaveOptions): Promise<Saved | undefined> => {
    setIsSaving(true);
    setFailure(undefined);
    return write(options)
      .catch((error: unknown) => {
        setFailure(toFailure(error));
        return undefined;
      })
      .finally(() => setIsSaving(false));
  };
  return { userErrors, settle, failure, isSaving, forget, takeTheirs, save };
}

interface Kept {
  readonly branch: Branch;
  readonly fields: readonly SettingField[];
  readonly draft: Draft;
  readonly version: number;
}

function undoOf(gateway: Gateway, kept: Kept, renew: () => Promise<void>): Saved["undo"] {
  const { branch, fields, draft, version } = kept;
  const touched = fields.filter(({ name }) => draft.has(name));
  if (touched.some(({ kind }) => kind === "SECRET")) return undefined;
  const before = new Map(touched.map((field) => [field.name, savedValue(branch, field)]));
  return async () => {
    const input = inputOf(before);
    await saveOnce(gateway, { id: branch.id, version }, { input, verify: false });
    await renew();
  };
}

async function saveOnce(
  gateway: Gateway,
  { id: branchId, version: expectedVersion }: Pick<Branch, "id" | "version">,
  { input, verify }: { readonly input: object; readonly verify: boolean },
) {
  const asked = { branchId, expectedVersion, input, verify };
  return (await gateway.ask(SaveSettings, asked)).saveBranchSettings;
}

function elsewhere(name: string, fields: readonly SettingField[]) {
  return (before: readonly UserError[]) => before.filter((one) => !standsAt(one, name, fields));
}

/**
 * ["input", "paymentTypes", "0", "method"] belongs to paymentTypes. An error about a whole setting,
 * not only about its id, belongs to the name that the history uses for it.
 */
function standsAt({ field }: UserError, name: string, fields: readonly SettingField[]): boolean {
  const place = (field ?? []).slice(1).join(".");
  const older = fields.find((one) => one.name === name)?.nameInHistory ?? name;
  return [name, older].some((known) => place === known || place.startsWith(`${known}.`));
}
