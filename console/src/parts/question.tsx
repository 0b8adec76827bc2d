import { type FormEvent, type ReactNode, useId } from "react";

import { AskDialog } from "./ask-dialog";
import { Button } from "./button";

interface Props {
  /** Names the subject: «Отменить № 1039?» */
  readonly title: string;
  /** The consequences, including those for the guest, and whether it can be undone. */
  readonly consequence: string;
  /** What each button does: «Оставить заказ», «Отменить заказ». */
  readonly no: string;
  readonly yes: string;
  readonly isDangerous?: boolean;
  /** Input fields. */
  readonly children?: ReactNode;
  readonly onNo: () => void;
  readonly onYes: (fields: FormData) => void;
}

/**
 * Asks once before something that cannot be undone; on a phone, as a sheet from below. The safe
 * button has the focus, and Escape means «no».
 */
export function Question({ title, consequence, no, yes, children, onNo, onYes, ...props }: Props) {
  const form = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onYes(new FormData(event.currentTarget));
  };
  return (
    <AskDialog role="alertdialog" title={title} onClose={onNo}>
      <p>{consequence}</p>
      <form id={form} onSubmit={submit}>
        {children}
      </form>
      <div className="row">
        <Button autoFocus onPress={onNo}>
          {no}
        </Button>
        <Button type="submit" form={form} look={props.isDangerous ? "danger-act" : "main"}>
          {yes}
        </Button>
      </div>
    </AskDialog>
  );
}
