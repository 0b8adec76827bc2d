import { type FormEvent, type ReactNode, useId } from "react";

import { AskDialog } from "./ask-dialog";
import { Button } from "./button";

interface Props {
  /** Names the thing: «Отменить № 1039?» */
  readonly title: string;
  /** What follows, also for the guest, and whether it can be taken back. */
  readonly consequence: string;
  /** What both buttons do: «Оставить заказ», «Отменить заказ». */
  readonly no: string;
  readonly yes: string;
  readonly isDangerous?: boolean;
  /** Fields to fill in. */
  readonly children?: ReactNode;
  readonly onNo: () => void;
  readonly onYes: (fields: FormData) => void;
}

/**
 * Asks once before what cannot be taken back; on a phone a sheet from below. The safe button has
 * the focus, and Escape is «no».
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
