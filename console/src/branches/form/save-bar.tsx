import { useState } from "react";

import { useWords } from "../../language/language";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/failure-note";
import { Question } from "../../parts/question";
import { useToast } from "../../parts/toasts";
import { type Check } from "../operations";
import { type SettingsForm } from "./use-settings-form";

interface Props {
  readonly form: SettingsForm;
  /** What the doctor found after saving. */
  readonly onChecks: (checks: readonly Check[]) => void;
}

/** The bar at the foot of the form: what has changed, and whether to save it. */
export function SaveBar({ form, onChecks }: Props) {
  const { room } = useWords().branches;
  const toast = useToast();
  const { changed, userErrors } = form;
  const save = async (acceptOpenOrders: boolean) => {
    const saved = await form.save({ verify: true, acceptOpenOrders });
    if (!saved) return;
    onChecks(saved.checks);
    const { undo } = saved;
    toast(room.saved, { ...(undo && { onUndo: () => void undo() }) });
  };
  if (changed.length === 0 && form.failure === undefined && userErrors.length === 0) return null;
  return (
    <div className="card save-bar" role="region" aria-label={room.unsaved}>
      <span className="soft">
        {room.changedFields(changed.length)} <b>{changed.map(({ label }) => label).join(", ")}</b>
      </span>
      <FailureNote failure={form.failure} />
      {userErrors.map(({ message }) => (
        <p key={message} className="err" role="alert">
          {message}
        </p>
      ))}
      <SaveActs form={form} onSave={(anyway) => void save(anyway)} />
    </div>
  );
}

interface ActsProps extends Pick<Props, "form"> {
  readonly onSave: (acceptOpenOrders: boolean) => void;
}

/**
 * Asks once about orders under way; shows what others have saved in the meantime before anything
 * else.
 */
function SaveActs({ form, onSave }: ActsProps) {
  const { room } = useWords().branches;
  const [isAsking, setIsAsking] = useState(false);
  const isUnderWay = form.userErrors.some(({ code }) => code === "ORDERS_UNDER_WAY");
  const isStale = isOutOfDate(form);
  const answer = (isYes: boolean) => {
    setIsAsking(false);
    if (isYes) onSave(true);
  };
  return (
    <span className="row end">
      <Button look="quiet" onPress={isStale ? form.takeTheirs : form.forget}>
        {isStale ? room.loadTheirs : room.dontSave}
      </Button>
      {isUnderWay ? (
        <Button look="danger" onPress={() => setIsAsking(true)}>
          {room.moveAnyway}
        </Button>
      ) : (
        <Button look="main" isPending={form.isSaving} onPress={() => onSave(false)}>
          {room.saveAndCheck}
        </Button>
      )}
      {isAsking && (
        <Question
          title={room.moveTitle(form.branch.name)}
          consequence={room.moveWhat}
          no={room.moveNo}
          yes={room.moveYes}
          isDangerous
          onNo={() => answer(false)}
          onYes={() => answer(true)}
        />
      )}
    </span>
  );
}

/** Someone else has saved in the meantime. */
export function isOutOfDate({ userErrors }: SettingsForm): boolean {
  return userErrors.some(({ code }) => code === "STALE_VERSION");
}
